//! Addresses in an offer: URLs and origins.

use std::net::Ipv6Addr;

/// Whether a text is a relative URL, or one with a scheme for requests and a host.
pub fn is_address(text: &str) -> bool {
    is_relative(text) || is_link(text, &["https://", "http://"])
}

/// Whether a text is a relative URL.
pub fn is_relative(text: &str) -> bool {
    let start = text.split(['/', '?', '#']).next().unwrap_or_default();
    !text.is_empty() && is_clean(text) && !text.starts_with("//") && !start.contains(':')
}

/// Whether a text is a URL at this origin.
pub fn is_at(text: &str, origin: &str) -> bool {
    is_clean(text) && text.strip_prefix(origin).is_some_and(|rest| rest.starts_with(['/', '?']))
}

/// Whether a text is a URL with one of these schemes and a host.
pub fn is_link(text: &str, schemes: &[&str]) -> bool {
    let has_host = |rest: &str| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        !host.is_empty() && !host.starts_with(['.', ':']) && !host.contains("..")
    };
    is_clean(text) && schemes.iter().any(|scheme| text.strip_prefix(scheme).is_some_and(has_host))
}

/// Whether a text has no characters that browsers remove from a URL or change in it.
fn is_clean(text: &str) -> bool {
    !text.contains(|c: char| c.is_whitespace() || c.is_control() || c == '\\')
}

/// Whether a text is an origin as browsers write it.
pub fn is_origin(text: &str, schemes: &[&str]) -> bool {
    schemes.iter().any(|scheme| {
        let usual = if *scheme == "https://" { "443" } else { "80" };
        text.strip_prefix(scheme).is_some_and(|host| is_host(host, usual))
    })
}

/// Whether a text is a host in lower case and optionally a port other than the usual one.
fn is_host(text: &str, usual: &str) -> bool {
    let (name, port) = match text.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, Some(port)),
        _ => (text, None),
    };
    let is_port = |port: &str| port != usual && port.parse::<u16>().is_ok_and(|number| number.to_string() == port);
    let is_letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.chars().all(is_letter)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let is_named = match name.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
        Some(address) => address.parse::<Ipv6Addr>().is_ok_and(|number| number.to_string() == address),
        None => name.split('.').all(is_label),
    };
    is_named && port.is_none_or(is_port)
}
