//! All four inputs, separated by a byte that JSON cannot contain: always a verdict, and always the same one.

#![no_main]

use eherkenning_wizard::domain::verdict::verdict;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut texts = bytes.splitn(4, |byte| *byte == 0x1e);
    let [today, offer, catalogue, application] = [(); 4].map(|()| texts.next().unwrap_or_default());
    let text = verdict(application, offer, catalogue, today);
    assert!(text.starts_with(r#"{"format":"eherkenning-answer/1","#) && !text.contains('\n'));
    assert_eq!(verdict(application, offer, catalogue, today), text);
});
