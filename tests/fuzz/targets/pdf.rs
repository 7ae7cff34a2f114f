//! Any bytes as a PDF: whether it needs a password is always known, and soon. What `intake` does with the files of strangers;
//! drawing is fuzzed in its module, by `pdf.mjs`.

#![no_main]

use eherkenning_wizard::pdf::needs_password;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    needs_password(bytes);
});
