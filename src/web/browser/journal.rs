//! The last answers before the page closes. Encryption and the database are asynchronous, and a closing page does not
//! wait for them. So a key stream is made in advance, and the answers are written to session storage synchronously.

use super::crypto;
use super::script::JsError;
use super::tab::{self, Tab};
use crate::domain::scheme::{from_hexadecimal, hexadecimal};

/// Extra bytes for answers that grow before the next key stream.
const ROOM: usize = 16 * 1024;

/// An unused key stream. It must be used only once.
pub(super) struct KeyStream {
    nonce: [u8; 16],
    bytes: Vec<u8>,
}

impl KeyStream {
    /// A new one, for answers somewhat longer than these.
    pub async fn new(tab: &Tab, answers: &str) -> Result<Self, JsError> {
        let nonce = crypto::random::<16>().ok_or(JsError)?;
        let bytes = key_stream(tab, &nonce, answers.len() + ROOM).await?;
        Ok(Self { nonce, bytes })
    }

    /// Whether it is long enough for these answers, and for the next.
    pub fn has_room_for(&self, answers: &str) -> bool {
        answers.len() + ROOM / 2 <= self.bytes.len()
    }
}

async fn key_stream(tab: &Tab, nonce: &[u8; 16], length: usize) -> Result<Vec<u8>, JsError> {
    crypto::key_stream(tab.bytes(), nonce, u32::try_from(length).map_err(|_| JsError)?).await
}

/// Writes the answers at once, and uses up the key stream; writes nothing when they are longer than it is. They count as
/// long as the record of the tab has this revision.
pub(super) fn write(instance: &str, key_stream: KeyStream, answers: &str, revision: u32) {
    let KeyStream { nonce, bytes } = key_stream;
    if answers.len() > bytes.len() {
        return;
    }
    let mut text = [&hexadecimal(&nonce), &*revision.to_string(), ":"].concat();
    text.extend(answers.bytes().zip(bytes).map(|(byte, key)| char::from(byte ^ key)));
    // If this page may not save anything, the applicant has been told so.
    tab::storage().and_then(|storage| Ok(storage.set_item(&name(instance), &text)?)).ok();
}

/// Reads what was written so, if anything was since this revision.
pub(super) async fn read(instance: &str, tab: &Tab, revision: u32) -> Option<String> {
    let text = tab::storage().ok()?.get_item(&name(instance)).ok()??;
    let nonce = from_hexadecimal(text.get(..32)?)?;
    let (written, hidden) = text.get(32..)?.split_once(':')?;
    if written != revision.to_string() {
        return None;
    }
    let hidden: Vec<u8> = hidden.chars().map(|c| u8::try_from(c).ok()).collect::<Option<_>>()?;
    let bytes = key_stream(tab, &nonce, hidden.len()).await.ok()?;
    String::from_utf8(hidden.iter().zip(&bytes).map(|(byte, key)| byte ^ key).collect()).ok()
}

/// Removes what was written in this way.
pub(super) fn erase(instance: &str) {
    // Anything left can only be read in this tab.
    tab::storage().and_then(|storage| Ok(storage.remove_item(&name(instance))?)).ok();
}

fn name(instance: &str) -> String {
    format!("eh-wizard:{instance}:last")
}
