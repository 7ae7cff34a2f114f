//! Who sends a request: the address of the client, where it is known.

use std::net::{IpAddr, SocketAddr};

use axum::http::{HeaderMap, HeaderName};

/// How to tell the address of a client.
pub struct Clients {
    /// The header in which the proxy gives it. Clients themselves could put anything in it.
    header: Option<HeaderName>,
}

impl Clients {
    /// Reads addresses from a header, or takes those of the connections.
    pub fn new(header: Option<HeaderName>) -> Self {
        Self { header }
    }

    /// The address of the client: of the connection, if the proxy does not give another.
    pub fn address(&self, headers: &HeaderMap, connection: SocketAddr) -> IpAddr {
        self.given(headers).unwrap_or(connection.ip())
    }

    /// The same; `None` when the connection is from a proxy that does not give the address, as from any private network.
    pub fn known_address(&self, headers: &HeaderMap, connection: SocketAddr) -> Option<IpAddr> {
        self.given(headers).or_else(|| Some(connection.ip()).filter(|address| is_public(*address)))
    }

    /// The last address of a list: those before it are what the client claimed.
    fn given(&self, headers: &HeaderMap) -> Option<IpAddr> {
        let list = headers.get_all(self.header.as_ref()?).iter().next_back()?.to_str().ok()?;
        list.rsplit(',').next()?.trim().parse().ok()
    }
}

fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(address) => !(address.is_loopback() || address.is_private() || address.is_link_local()),
        IpAddr::V6(address) => !(address.is_loopback() || address.is_unique_local() || address.is_unicast_link_local()),
    }
}
