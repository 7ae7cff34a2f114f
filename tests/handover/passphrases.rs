//! Passphrases, and the lists of words of which they are made.

use std::collections::BTreeSet;
use std::fs;

use eherkenning_wizard::domain::handover::{Fault, Passphrase, WORDS, WordList};
use proptest::prelude::{any, proptest};

use crate::common::public;

fn list(language: &str) -> String {
    fs::read_to_string(public(&format!("words/{language}.txt"))).unwrap()
}

#[test]
fn capitals_spaces_hyphens_and_the_form_of_letters_make_no_difference() {
    let plain = "appel boot citroen dolfijn eend";
    for typed in [
        "Appel Boot Citroen Dolfijn Eend",
        "  appel   boot\tcitroen\ndolfijn eend\n",
        "appel-boot-citroen–dolfijn—eend",
        "appelbootcitroendolfijneend",
        "appel, boot, citroen, dolfijn, eend.",
        "1. appel 2. boot 3. citroen 4. dolfijn 5. eend",
        "\u{201c}appel boot citroen dolfijn eend\u{201d}",
        "appel\u{a0}boot\u{200b} citroen dolfijn eend",
        "appel boot citroen dolfijn éénd",
        "appel boot citroen dolfijn e\u{301}e\u{301}nd",
    ] {
        assert_eq!(Passphrase::parse(typed).unwrap().as_str(), Passphrase::parse(plain).unwrap().as_str(), "{typed}");
    }
    assert_ne!(
        Passphrase::parse("appel boot citroen dolfijn eenden").unwrap().as_str(),
        Passphrase::parse(plain).unwrap().as_str()
    );
}

#[test]
fn what_is_too_short_for_five_words_is_not_tried() {
    for typed in ["", "appel", "appel boot", "123456789012345", "αβγδεζηθικλμνξο"] {
        assert_eq!(Passphrase::parse(typed).err(), Some(Fault::WrongPassphrase), "{typed}");
    }
    assert!(Passphrase::parse("abc def ghi jkl mno").is_ok());
    assert!(Passphrase::parse("abc def ghi jkl mn").is_err());
}

#[test]
fn five_words_of_a_list_are_more_than_sixty_bits() {
    for language in ["nl", "en"] {
        let text = list(language);
        assert!(WordList::parse(&text).is_some(), "{language}");
        let words: BTreeSet<&str> = text.lines().collect();
        assert_eq!(words.len(), text.lines().count(), "{language}: doubled words");
        assert!((words.len() as f64).log2() * WORDS as f64 > 60.0, "{language}: {}", words.len());
        for word in &words {
            assert!((3..=7).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase()), "{word}");
            assert!((1..word.len()).all(|length| !words.contains(&word[..length])), "{word} begins with another word");
        }
    }
}

#[test]
fn a_damaged_list_is_not_used() {
    let good = list("nl");
    let bad = [
        String::new(),
        "<!doctype html>\n".repeat(5000),
        good.lines().take(4096).collect::<Vec<_>>().join("\n"),
        good.lines().rev().collect::<Vec<_>>().join("\n"),
        good.replacen('\n', "\n\n", 1),
        good.replacen('a', "A", 1),
        format!("{good}zwommen\n"),
        format!("{good}zzzzzzzz\n"),
        format!("{good}{}\n", good.lines().last().unwrap()),
    ];
    for text in &bad {
        assert!(WordList::parse(text).is_none(), "{}", &text[..text.len().min(60)]);
    }
    assert!(WordList::parse(good.trim_end()).is_some());
    assert!(WordList::parse(&good.replace('\n', "\r\n")).is_some());
}

#[test]
fn every_word_is_as_likely_as_any_other() {
    let text = list("nl");
    let (list, count) = (WordList::parse(&text).unwrap(), text.lines().count());
    let words: Vec<&str> = text.lines().collect();
    let usable = 65_536 / count * count;
    let first = |value: usize| {
        let value = u16::try_from(value).unwrap().to_be_bytes();
        list.passphrase(&[&value[..], &[0; 8]].concat()).map(|made| made.split(' ').next().unwrap().to_owned())
    };
    for value in (0..usable).step_by(97).chain([usable - 1]) {
        assert_eq!(first(value).unwrap(), words[value % count], "{value}");
    }
    // What is left above would make the first words likelier: it is passed over, and then there are too few bytes.
    for value in [usable, 65_535] {
        assert_eq!(first(value), None, "{value}");
    }
}

#[test]
fn too_few_random_bytes_make_no_passphrase() {
    let text = list("en");
    let list = WordList::parse(&text).unwrap();
    assert_eq!(list.passphrase(&[]), None);
    assert_eq!(list.passphrase(&[0; 9]), None);
    assert_eq!(list.passphrase(&[255; 64]), None);
    assert!(list.passphrase(&[0; 10]).is_some());
}

proptest! {
    #[test]
    fn what_is_made_up_can_be_typed(random in any::<[u8; 32]>(), more in any::<[u8; 32]>()) {
        let text = list("nl");
        let made = WordList::parse(&text).unwrap().passphrase(&[random, more].concat()).unwrap();
        assert_eq!(made.split(' ').count(), WORDS);
        let letters = made.replace(' ', "");
        assert_eq!(Passphrase::parse(&made).unwrap().as_str(), letters);
        assert_eq!(Passphrase::parse(&made.to_uppercase()).unwrap().as_str(), letters);
    }

    #[test]
    fn any_text_is_a_passphrase_or_none(typed in "\\PC*") {
        if let Ok(passphrase) = Passphrase::parse(&typed) {
            assert!(Passphrase::parse(passphrase.as_str()).unwrap() == passphrase);
        }
    }
}
