//! What was answered in the moment before the page goes. Encrypting and the database both wait for the browser, and a
//! page that goes waits for neither; so a key stream lies ready, and the answers go into the session storage at once.

use super::crypto;
use super::script::Thrown;
use super::tab::{self, Tab};

/// Room for answers that grow before the next key stream, in bytes.
const ROOM: usize = 16 * 1024;

/// A key stream that was not used yet; it is used once.
pub(super) struct Pad {
    number: [u8; 16],
    stream: Vec<u8>,
}

impl Pad {
    /// A fresh one, for answers somewhat longer than these.
    pub async fn new(tab: &Tab, kept: &str) -> Result<Self, Thrown> {
        let number = crypto::random::<16>().ok_or(Thrown)?;
        let stream = stream(tab, &number, kept.len() + ROOM).await?;
        Ok(Self { number, stream })
    }

    /// Whether it is long enough for these answers, and for the next.
    pub fn has_room_for(&self, kept: &str) -> bool {
        kept.len() + ROOM / 2 <= self.stream.len()
    }
}

async fn stream(tab: &Tab, number: &[u8; 16], length: usize) -> Result<Vec<u8>, Thrown> {
    crypto::key_stream(tab.bytes(), number, u32::try_from(length).map_err(|_| Thrown)?).await
}

/// Writes the answers at once; nothing when they are longer than the key stream.
pub(super) fn say(instance: &str, pad: &Pad, kept: &str) {
    if kept.len() > pad.stream.len() {
        return;
    }
    let mut text = crypto::hexadecimal(&pad.number);
    text.extend(kept.bytes().zip(&pad.stream).map(|(byte, key)| char::from(byte ^ key)));
    // Where this page may keep nothing, the applicant was told so.
    tab::storage().and_then(|storage| Ok(storage.set_item(&name(instance), &text)?)).ok();
}

/// What was written so, if it was.
pub(super) async fn heard(instance: &str, tab: &Tab) -> Option<String> {
    let text = tab::storage().ok()?.get_item(&name(instance)).ok()??;
    let number = crypto::from_hexadecimal(text.get(..32)?)?;
    let hidden: Vec<u8> = text.get(32..)?.chars().map(|c| u8::try_from(c).ok()).collect::<Option<_>>()?;
    let stream = stream(tab, &number, hidden.len()).await.ok()?;
    String::from_utf8(hidden.iter().zip(&stream).map(|(byte, key)| byte ^ key).collect()).ok()
}

/// Takes away what was written so.
pub(super) fn forget(instance: &str) {
    // What stays can only be opened in this tab.
    tab::storage().and_then(|storage| Ok(storage.remove_item(&name(instance))?)).ok();
}

fn name(instance: &str) -> String {
    ["eh-wizard:", instance, ":last"].concat()
}
