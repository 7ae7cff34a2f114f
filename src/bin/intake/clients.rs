//! Who sends a request: the address of the client, where it is known.

use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicBool, Ordering};

use axum::http::{HeaderMap, HeaderName};

/// How to tell the address of a client.
pub struct Clients {
    /// The header in which the proxy gives it. Clients themselves could put anything in it.
    header: Option<HeaderName>,
    /// Whether the log says that the header does not always give one.
    is_logged: AtomicBool,
}

impl Clients {
    /// Reads addresses from a header, or takes those of the connections.
    pub fn new(header: Option<HeaderName>) -> Self {
        Self { header, is_logged: AtomicBool::default() }
    }

    /// The address of the client: of the connection, if the proxy gives none that can be read. All clients of the proxy
    /// without one have the same address, that of the proxy.
    pub fn address(&self, headers: &HeaderMap, connection: SocketAddr) -> IpAddr {
        let Some(header) = &self.header else { return connection.ip() };
        let given = last_address(headers, header);
        if given.is_none() && !self.is_logged.swap(true, Ordering::Relaxed) {
            tracing::warn!(%header, "the proxy gives no address that can be read; such clients count as one");
        }
        given.unwrap_or(connection.ip())
    }

    /// The same; `None` when no header is named and the connection is from a private network, perhaps from a proxy.
    pub fn known_address(&self, headers: &HeaderMap, connection: SocketAddr) -> Option<IpAddr> {
        let address = self.address(headers, connection);
        (self.header.is_some() || is_public(address)).then_some(address)
    }
}

/// The last address of a list: those before it are what the client claimed.
fn last_address(headers: &HeaderMap, header: &HeaderName) -> Option<IpAddr> {
    let list = headers.get_all(header).iter().next_back()?.to_str().ok()?;
    parse(list.rsplit(',').next()?.trim())
}

/// Parses an address, also with a port or in brackets, as some proxies write it.
fn parse(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    let with_port = || text.parse::<SocketAddr>().ok().map(|address| address.ip());
    bare.parse().ok().or_else(with_port)
}

fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(address) => !(address.is_loopback() || address.is_private() || address.is_link_local()),
        IpAddr::V6(address) => !(address.is_loopback() || address.is_unique_local() || address.is_unicast_link_local()),
    }
}
