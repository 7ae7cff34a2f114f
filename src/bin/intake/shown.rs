//! What is printed of an address: not its user, password, path and query, which can be secret.

use clap::Error;
use clap::error::{ContextKind, ContextValue};
use url::Url;

/// What is printed in place of something that can be secret.
const HIDDEN: &str = "…";

/// What is printed of an address: scheme and host. What is no address is printed as it is, unless it can have a secret.
pub fn shown(text: &str) -> String {
    let can_have_secret = text.contains(['@', '?']) || text.contains("://");
    let plain = if can_have_secret { HIDDEN } else { text };
    scheme_and_host(text).unwrap_or_else(|| plain.to_owned())
}

/// An address without user, password, query and fragment.
pub fn without_secrets(url: &Url) -> String {
    let mut url = url.clone();
    // Fails only when the address can have neither.
    let _ = (url.set_username(""), url.set_password(None));
    url.set_query(None);
    url.set_fragment(None);
    url.into()
}

/// The same error about the command line, without what can be secret of the values that it names.
pub fn redacted(mut error: Error) -> Error {
    let is_of_url = error.get(ContextKind::InvalidArg).is_some_and(|option| option.to_string().contains("<URL>"));
    let redact = |kind, text: &String| match kind {
        ContextKind::InvalidValue if is_of_url => scheme_and_host(text).unwrap_or_else(|| HIDDEN.to_owned()),
        _ => shown(text),
    };
    let values = error.context().filter_map(|(kind, value)| match value {
        ContextValue::String(text) => Some((kind, ContextValue::String(redact(kind, text)))),
        ContextValue::Strings(texts) => {
            Some((kind, ContextValue::Strings(texts.iter().map(|text| redact(kind, text)).collect())))
        }
        _ => None,
    });
    for (kind, value) in values.collect::<Vec<_>>() {
        error.insert(kind, value);
    }
    error
}

fn scheme_and_host(text: &str) -> Option<String> {
    let url = Url::parse(text).ok()?;
    Some(format!("{}://{}", url.scheme(), url.host_str()?))
}
