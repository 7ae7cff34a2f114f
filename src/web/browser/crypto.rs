//! The browser's own cryptography; unavailable on pages without https.

use js_sys::{Array, ArrayBuffer, Object, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CryptoKey, SubtleCrypto};

use super::script::{self, BoxFuture, JsError};
use crate::domain::scheme::hexadecimal;

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

/// SHA-256 of bytes in our memory.
pub(super) fn digest(bytes: &[u8]) -> BoxFuture<'_, Result<[u8; 32], JsError>> {
    Box::pin(async move {
        let digesting = subtle()?.digest_with_str_and_buffer_source("SHA-256", &Uint8Array::from(bytes))?;
        array(&script::settled(digesting).await?)
    })
}

/// The bytes that PBKDF2-SHA-256 makes of a passphrase, slowly on purpose.
pub(super) fn stretched<'a>(
    passphrase: &'a str,
    salt: &'a [u8],
    rounds: u32,
) -> BoxFuture<'a, Result<[u8; 32], JsError>> {
    let fields = [("salt", Uint8Array::from(salt).into()), ("iterations", rounds.into())];
    Box::pin(derived("PBKDF2", passphrase.as_bytes(), fields))
}

/// The bytes that HKDF-SHA-256 with an empty salt makes of a secret, for one purpose.
pub(super) fn expanded<'a, const COUNT: usize>(
    secret: &'a [u8; 32],
    purpose: &'a str,
) -> BoxFuture<'a, Result<[u8; COUNT], JsError>> {
    let purpose = Uint8Array::from(purpose.as_bytes());
    let fields = [("salt", Uint8Array::new_with_length(0).into()), ("info", purpose.into())];
    Box::pin(derived("HKDF", secret, fields))
}

async fn derived<const COUNT: usize>(
    function: &str,
    secret: &[u8],
    [first, second]: [(&str, JsValue); 2],
) -> Result<[u8; COUNT], JsError> {
    let raw = Uint8Array::from(secret);
    let uses = Array::of1(&"deriveBits".into());
    let key = subtle()?.import_key_with_str("raw", &raw, function, false, &uses)?;
    let key: CryptoKey = script::settled(key).await?;
    let options: Object = script::options(&[("name", function.into()), ("hash", "SHA-256".into()), first, second]);
    let bits = u32::try_from(COUNT * 8).map_err(|_| JsError)?;
    array(&script::settled(subtle()?.derive_bits_with_object(&options, &key, bits)?).await?)
}

/// So many bytes from JavaScript memory.
fn array<const COUNT: usize>(buffer: &ArrayBuffer) -> Result<[u8; COUNT], JsError> {
    Uint8Array::new(buffer).to_vec().try_into().map_err(|_| JsError)
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
    Ok(Sealed { data: encrypted(key, &cipher(&iv, label.as_bytes()), plain).await?, iv })
}

/// Encrypts under a nonce that was never used before with this key.
pub(super) fn seal_box<'a>(
    key: &'a CryptoKey,
    nonce: &[u8; 12],
    label: &[u8],
    plain: &'a Object,
) -> BoxFuture<'a, Result<ArrayBuffer, JsError>> {
    let options = cipher(&Uint8Array::from(nonce.as_slice()), label);
    Box::pin(async move { encrypted(key, &options, plain).await })
}

/// Decrypts what [`seal_box`] returned; fails if anything differs.
pub(super) fn open_box<'a>(
    key: &'a CryptoKey,
    nonce: &[u8; 12],
    label: &[u8],
    data: &'a ArrayBuffer,
) -> BoxFuture<'a, Result<ArrayBuffer, JsError>> {
    let options = cipher(&Uint8Array::from(nonce.as_slice()), label);
    Box::pin(async move { decrypted(key, &options, data).await })
}

/// Decrypts; fails if anything differs from what was encrypted.
pub(super) async fn open(key: &CryptoKey, label: &str, sealed: &Sealed) -> Result<ArrayBuffer, JsError> {
    decrypted(key, &cipher(&sealed.iv, label.as_bytes()), &sealed.data).await
}

async fn encrypted(key: &CryptoKey, options: &Object, plain: &Object) -> Result<ArrayBuffer, JsError> {
    script::settled(subtle()?.encrypt_with_object_and_buffer_source(options, key, plain)?).await
}

async fn decrypted(key: &CryptoKey, options: &Object, data: &ArrayBuffer) -> Result<ArrayBuffer, JsError> {
    script::settled(subtle()?.decrypt_with_object_and_buffer_source(options, key, data)?).await
}

fn cipher(iv: &Uint8Array, label: &[u8]) -> Object {
    let label = Uint8Array::from(label);
    script::options(&[("name", CIPHER.into()), ("iv", iv.into()), ("additionalData", label.into())])
}

fn crypto() -> Option<web_sys::Crypto> {
    script::field(&JsValue::from(web_sys::window()?), "crypto")
}

fn subtle() -> Result<SubtleCrypto, JsError> {
    let crypto = crypto().ok_or(JsError)?;
    script::field::<JsValue>(&crypto, "subtle").map(JsCast::unchecked_into).ok_or(JsError)
}
