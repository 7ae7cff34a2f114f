//! The browser's own cryptography; unavailable on pages without https.

use js_sys::{Array, ArrayBuffer, Object, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CryptoKey, SubtleCrypto};

use super::script::{self, BoxFuture, JsError};

const CIPHER: &str = "AES-GCM";
const STREAM_CIPHER: &str = "AES-CTR";

/// Encrypted data: the nonce and the ciphertext. Both stay in JavaScript memory.
pub(super) struct Sealed {
    /// 96 bits, never used before with this key.
    pub iv: Uint8Array,
    /// Ciphertext with its authentication tag.
    pub data: ArrayBuffer,
}

/// The given number of random bytes.
pub(super) fn random<const COUNT: usize>() -> Option<[u8; COUNT]> {
    let mut bytes = [0; COUNT];
    crypto()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

/// SHA-256 in hexadecimal digits.
pub(super) async fn sha256(bytes: &ArrayBuffer) -> Result<String, JsError> {
    let digest: ArrayBuffer = script::settled(subtle()?.digest_with_str_and_buffer_source("SHA-256", bytes)?).await?;
    Ok(hexadecimal(&Uint8Array::new(&digest).to_vec()))
}

/// A key of 256 bits that scripts cannot extract.
pub(super) fn key(bytes: &[u8; 32]) -> BoxFuture<'_, Result<CryptoKey, JsError>> {
    Box::pin(imported(bytes, CIPHER))
}

async fn imported(bytes: &[u8; 32], cipher: &str) -> Result<CryptoKey, JsError> {
    let uses = Array::of2(&"encrypt".into(), &"decrypt".into());
    let raw = Uint8Array::from(bytes.as_slice());
    script::settled(subtle()?.import_key_with_str("raw", &raw, cipher, false, &uses)?).await
}

/// The AES-CTR key stream for a nonce, of the given number of bytes, for encrypting answers without waiting.
pub(super) fn key_stream<'a>(
    key: &'a [u8; 32],
    number: &'a [u8; 16],
    length: u32,
) -> BoxFuture<'a, Result<Vec<u8>, JsError>> {
    Box::pin(async move {
        let key = imported(key, STREAM_CIPHER).await?;
        let counter = Uint8Array::from(number.as_slice());
        let fields = [("name", STREAM_CIPHER.into()), ("counter", counter.into()), ("length", 64.into())];
        let options: Object = script::options(&fields);
        let zeros = Uint8Array::new_with_length(length);
        let streaming = subtle()?.encrypt_with_object_and_buffer_source(&options, &key, &zeros)?;
        let stream: ArrayBuffer = script::settled(streaming).await?;
        Ok(Uint8Array::new(&stream).to_vec())
    })
}

/// Encrypts; `label` is authenticated but not encrypted, and must be the same for decryption.
pub(super) async fn seal(key: &CryptoKey, label: &str, plain: &Object) -> Result<Sealed, JsError> {
    let iv = Uint8Array::from(random::<12>().ok_or(JsError)?.as_slice());
    let sealing = subtle()?.encrypt_with_object_and_buffer_source(&cipher(&iv, label), key, plain)?;
    Ok(Sealed { data: script::settled(sealing).await?, iv })
}

/// Decrypts; fails if anything differs from what was encrypted.
pub(super) async fn open(key: &CryptoKey, label: &str, sealed: &Sealed) -> Result<ArrayBuffer, JsError> {
    let opening = subtle()?.decrypt_with_object_and_buffer_source(&cipher(&sealed.iv, label), key, &sealed.data)?;
    script::settled(opening).await
}

/// Bytes as hexadecimal digits.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    let digits = |byte: &u8| [byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16));
    bytes.iter().flat_map(digits).flatten().collect()
}

/// The given number of bytes, from hexadecimal digits.
pub(super) fn from_hexadecimal<const COUNT: usize>(text: &str) -> Option<[u8; COUNT]> {
    if text.len() != 2 * COUNT || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mut bytes = [0; COUNT];
    for (position, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(position * 2..position * 2 + 2)?, 16).ok()?;
    }
    Some(bytes)
}

fn cipher(iv: &Uint8Array, label: &str) -> Object {
    let label = Uint8Array::from(label.as_bytes());
    script::options(&[("name", CIPHER.into()), ("iv", iv.into()), ("additionalData", label.into())])
}

fn crypto() -> Option<web_sys::Crypto> {
    script::field(&JsValue::from(web_sys::window()?), "crypto")
}

fn subtle() -> Result<SubtleCrypto, JsError> {
    let crypto = crypto().ok_or(JsError)?;
    script::field::<JsValue>(&crypto, "subtle").map(JsCast::unchecked_into).ok_or(JsError)
}
