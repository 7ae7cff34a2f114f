//! Encryption at rest: what is stored can be read only with the key, and only as it was stored.

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit, Nonce};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::form::Form;
use crate::operator::{Place, asked, stored};
use crate::server::{Folder, Server};

/// Two keys, of different bytes.
fn keys() -> (Folder, [String; 2]) {
    let folder = Folder::new();
    folder.write("one.key", [7; 32]);
    folder.write("two.key", (0..32).collect::<Vec<u8>>());
    let path = |name: &str| folder.0.join(name).to_str().unwrap().to_owned();
    let paths = [path("one.key"), path("two.key")];
    (folder, paths)
}

/// A store with applications that are sealed by this key.
fn sealed(place: &Place, key: &str, count: u32) -> Vec<(Form, String)> {
    stored(&place.start_with(&["--key-file", key]), count)
}

fn file(place: &Place, part: &str) -> Vec<u8> {
    place.files().into_iter().find(|(name, _)| name.contains(part)).unwrap_or_else(|| panic!("no {part}")).1
}

#[test]
fn nothing_of_a_sealed_application_can_be_read_without_its_key() {
    let (_folder, [key, other]) = keys();
    for place in Place::both() {
        let applications = sealed(&place, &key, 2);
        let (form, reference) = &applications[0];
        assert!(!place.has_personal_data(form));
        // What needs no key: receipts.
        let server = place.start_with(&["--key-file", &key]);
        assert_eq!((asked(&server, form).status, form.post(&server).reference()), (200, reference.clone()));
        assert_eq!(place.lines(&["list", "--json", "--level", "EH3"]).len(), 2);
        place.done(&["mark", reference, "handled", "--by", "back office"]);
        // What needs one.
        let to = Folder::new();
        for keys in [vec![], vec!["--key-file", other.as_str()]] {
            for command in
                [vec!["show", reference], vec!["verify"], vec!["export", reference, "--to", to.0.to_str().unwrap()]]
            {
                let done = place.run(&[command.as_slice(), &keys].concat());
                assert!(done.code != 0 && done.err.contains("is sealed by key"), "{command:?}: {done:?}");
            }
        }
        assert!(to.is_empty());
        place.done(&["verify", "--key-file", &key]);
        let shown: Value = serde_json::from_str(&place.done(&["show", reference, "--key-file", &key])).unwrap();
        assert_eq!(shown["application"], serde_json::from_slice::<Value>(&form.parts[0].bytes).unwrap());
        place.done(&["export", reference, "--to", to.0.to_str().unwrap(), "--key-file", &key]);
        assert_eq!(to.read(&format!("{}/application.json", form.key)).unwrap(), form.parts[0].bytes);
        for part in form.parts.iter().skip(1) {
            let files = crate::operator::files_below(&to.0, "");
            let document = files.iter().find(|(name, _)| name.contains(&format!("documents/{}", part.name))).unwrap();
            assert_eq!(document.1, part.bytes);
        }
        // Erasing needs none.
        place.done(&["erase", reference, "--why", "withdrawn"]);
        assert!(place.files().iter().all(|(name, _)| !name.starts_with(&format!("applications/{}", form.key))));
        assert_eq!(form.post(&server).reference(), *reference);
    }
}

#[test]
fn keys_are_rotated_by_putting_the_new_one_first() {
    let (_folder, [old, new]) = keys();
    let place = Place::Folder(Folder::new());
    let before = sealed(&place, &old, 1).remove(0);
    let form = Form::finished().numbered(7);
    let reply = form.post(&place.start_with(&["--key-file", &new, "--key-file", &old]));
    assert_eq!(reply.status, 201, "{reply:?}");
    let key_id = |form: &Form| {
        let sealed: Value = serde_json::from_slice(&file(&place, &format!("{}/1/data-key.json", form.key))).unwrap();
        sealed["key_id"].as_str().unwrap().to_owned()
    };
    assert_ne!(key_id(&before.0), key_id(&form));
    place.done(&["verify", "--key-file", &old, "--key-file", &new]);
    let done = place.run(&["verify", "--key-file", &new]);
    assert!(done.code == 1 && done.err.contains(&before.0.key) && !done.err.contains(&form.key), "{done:?}");
    assert!(done.err.contains(&key_id(&before.0)), "{done:?}");
}

#[test]
fn a_store_can_have_sealed_and_plain_applications() {
    let (_folder, [key, _]) = keys();
    for place in Place::both() {
        let plain = Form::finished().numbered(8);
        assert_eq!(plain.post(&place.start()).status, 201);
        let (form, _) = sealed(&place, &key, 1).remove(0);
        place.done(&["verify", "--key-file", &key]);
        for form in [&plain, &form] {
            let shown: Value = serde_json::from_str(&place.done(&["show", &form.key, "--key-file", &key])).unwrap();
            assert_eq!(shown["application"]["id"], form.key.as_str());
        }
    }
}

type Spoil = fn(&Place, &Form, &Form);

/// Ways to change what is stored, each of which is noticed.
const FAULTS: [Spoil; 6] = [
    |place, form, _| place.change(&format!("{}/1/application.json", form.key), |bytes| bytes[40] ^= 1),
    |place, form, _| place.change(&format!("{}/1/application.json", form.key), |bytes| bytes.truncate(10)),
    |place, form, _| place.change(&format!("{}/1/documents/", form.key), |bytes| *bytes.last_mut().unwrap() ^= 1),
    |place, form, _| {
        place.change(&format!("{}/1/data-key.json", form.key), |bytes| {
            let at = bytes.len() - 4;
            bytes[at] = if bytes[at] == b'0' { b'1' } else { b'0' };
        });
    },
    // A document takes the place of another one.
    |place, form, _| {
        let folder = format!("applications/{}/1/documents", form.key);
        let one = file(place, &format!("{folder}/{}", form.parts[1].name));
        place.change(&format!("{folder}/{}", form.parts[2].name), |bytes| bytes.clone_from(&one));
    },
    // An application takes the place of another one, with its key.
    |place, form, other| {
        for name in ["data-key.json", "application.json.sealed"] {
            let bytes = file(place, &format!("{}/1/{name}", other.key));
            place.put(&format!("applications/{}/1/{name}", form.key), &bytes);
        }
    },
];

#[test]
fn every_change_to_a_sealed_application_is_noticed() {
    let (_folder, [key, _]) = keys();
    for place in Place::both() {
        let applications = sealed(&place, &key, 2);
        let before = place.files();
        for (number, spoil) in FAULTS.iter().enumerate() {
            spoil(&place, &applications[0].0, &applications[1].0);
            let done = place.run(&["verify", "--key-file", &key]);
            let expected = done.code == 1 && done.err.starts_with(&format!("intake: {}: ", applications[0].0.key));
            assert!(expected && done.err.contains("was changed"), "{number}: {done:?}");
            assert!(done.out.contains("1 faults found"), "{number}: {done:?}");
            before.iter().for_each(|(name, bytes)| place.put(name, bytes));
        }
        place.done(&["verify", "--key-file", &key]);
    }
}

#[test]
fn a_file_that_is_not_a_key_is_refused_at_start() {
    let folder = Folder::new();
    folder.write("short.key", [7; 31]);
    folder.write("long.key", [7; 33]);
    for name in ["short.key", "long.key", "missing.key"] {
        let path = folder.0.join(name);
        let refused = Server::refused_with(&["--key-file", path.to_str().unwrap()]);
        assert!(refused.contains("--key-file: "), "{refused}");
        let done = Place::Folder(Folder::new()).run(&["list", "--key-file", path.to_str().unwrap()]);
        assert!(done.code == 2 && done.err.contains("--key-file: "), "{done:?}");
    }
}

/// Opens a sealed text as docs/encryption.md describes it.
fn open(key: &[u8], name: &str, sealed: &[u8]) -> Vec<u8> {
    let (nonce, sealed) = sealed.split_at(12);
    let cipher = Aes256Gcm::new_from_slice(key).unwrap();
    let payload = Payload { msg: sealed, aad: name.as_bytes() };
    cipher.decrypt(&Nonce::try_from(nonce).unwrap(), payload).unwrap()
}

#[test]
fn the_format_is_as_documented() {
    let (_folder, [key, _]) = keys();
    let place = Place::Folder(Folder::new());
    let (form, _) = sealed(&place, &key, 1).remove(0);
    let folder = format!("applications/{}/1", form.key);
    let sealed: Value = serde_json::from_slice(&file(&place, "/data-key.json")).unwrap();
    assert_eq!(sealed["format"], "eherkenning-sealed/1");
    let digest = hex::encode(Sha256::digest([b"eherkenning-sealed/1".as_slice(), &[7; 32]].concat()));
    assert_eq!(sealed["key_id"], &digest[..16]);
    let text = hex::decode(sealed["sealed"].as_str().unwrap()).unwrap();
    let data_key = open(&[7; 32], &format!("{folder}/data-key.json"), &text);
    let application = file(&place, "/application.json.sealed");
    assert_eq!(&application[..4], b"EHS1");
    assert_eq!(open(&data_key, &format!("{folder}/application.json"), &application[4..]), form.parts[0].bytes);
    for part in form.parts.iter().skip(1) {
        let (name, bytes) =
            place.files().into_iter().find(|(name, _)| name.contains(&format!("documents/{}", part.name))).unwrap();
        assert_eq!(open(&data_key, name.strip_suffix(".sealed").unwrap(), &bytes[4..]), part.bytes);
    }
}
