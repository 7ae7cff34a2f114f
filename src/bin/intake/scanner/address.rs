//! Where the virus scanner listens.

use std::fmt;
use std::path::PathBuf;

use url::Url;

/// Where the virus scanner listens.
#[derive(Clone, Debug)]
pub enum Address {
    /// At a host and port, such as `127.0.0.1:3310`.
    Tcp(String),
    /// At a socket on this machine.
    Unix(PathBuf),
}

impl Address {
    /// Parses `tcp://HOST:PORT` or `unix:/path`.
    ///
    /// # Errors
    /// That it is neither, as a sentence.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let url = Url::parse(text).ok();
        let host_and_port = url.as_ref().and_then(|url| Some((url.host_str()?, url.port()?)));
        let is_bare = |url: &Url| url.username().is_empty() && url.password().is_none() && url.path().is_empty();
        let is_bare = |url: &Url| is_bare(url) && url.query().is_none() && url.fragment().is_none();
        match (text.strip_prefix("unix:"), &url, host_and_port) {
            (Some(path), ..) if path.starts_with('/') && !path.starts_with("//") => Ok(Self::Unix(path.into())),
            (None, Some(url), Some((host, port))) if url.scheme() == "tcp" && is_bare(url) => {
                Ok(Self::Tcp(format!("{host}:{port}")))
            }
            _ => Err("expected tcp://HOST:PORT or unix:/path, such as unix:/run/clamav/clamd.ctl"),
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tcp(address) => write!(formatter, "tcp://{address}"),
            Self::Unix(path) => write!(formatter, "unix:{}", path.display()),
        }
    }
}
