//! How many look-ups or applications are answered per minute: for each client, and in all.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

const MINUTE: Duration = Duration::from_secs(60);

/// Counts requests, a minute at a time. The addresses of clients are forgotten after it.
pub struct Limits {
    for_client: u32,
    in_all: u32,
    minute: Mutex<Minute>,
}

/// What was counted in the current minute, which begins with its first request.
#[derive(Default)]
struct Minute {
    ends: Option<Instant>,
    all: u32,
    clients: HashMap<IpAddr, u32>,
}

impl Limits {
    /// Nothing counted yet.
    pub fn new(for_client: u32, in_all: u32) -> Self {
        Self { for_client, in_all, minute: Mutex::default() }
    }

    /// Counts one request of a client; of one whose address is not known only in all.
    ///
    /// # Errors
    /// When it is one too many: the seconds until the next minute.
    pub fn count(&self, client: Option<IpAddr>, now: Instant) -> Result<(), u16> {
        let mut minute = self.minute.lock().unwrap_or_else(PoisonError::into_inner);
        let ends = match minute.ends {
            Some(ends) if now < ends => ends,
            _ => {
                *minute = Minute::default();
                now + MINUTE
            }
        };
        minute.ends = Some(ends);
        let client = client.map(network);
        let own = client.and_then(|client| minute.clients.get(&client)).copied().unwrap_or_default();
        if own >= self.for_client || minute.all >= self.in_all {
            let seconds = ends.duration_since(now).as_secs() + 1;
            return Err(u16::try_from(seconds).unwrap_or(u16::MAX));
        }
        minute.all += 1;
        minute.clients.extend(client.map(|client| (client, own + 1)));
        Ok(())
    }
}

/// What one client has: an IPv4 address, or the first half of an IPv6 address, because the second half is its own choice.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => address.into(),
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() >> 64 << 64).into(),
    }
}
