//! Accepts connections, and closes those on which nothing moves.

use std::net::SocketAddr;
use std::pin::Pin;
use std::time::Duration;
use std::{future, io};

use axum::Router;
use axum_server::accept::Accept;
use axum_server::{Handle, Server};
use tokio::net::{TcpListener, TcpStream};
use tokio_io_timeout::TimeoutWriter;

/// Serves connections until the handle stops it.
///
/// A client has `idle_timeout` for the headers of a request, and for each next part of the response that it takes. The
/// body of a request is timed where it is read.
///
/// # Errors
/// When connections can no longer be accepted.
pub async fn serve(
    listener: TcpListener,
    handle: Handle<SocketAddr>,
    idle_timeout: Duration,
    router: Router,
) -> io::Result<()> {
    let mut server = Server::<SocketAddr>::from_listener(listener).http1_only().acceptor(Writers { idle_timeout });
    server.http_builder().http1().header_read_timeout(idle_timeout);
    server.handle(handle).serve(router.into_make_service_with_connect_info::<SocketAddr>()).await
}

/// Limits how long a write to a connection may wait for the client.
#[derive(Clone)]
struct Writers {
    idle_timeout: Duration,
}

impl<S> Accept<TcpStream, S> for Writers {
    type Stream = Pin<Box<TimeoutWriter<TcpStream>>>;
    type Service = S;
    type Future = future::Ready<io::Result<(Self::Stream, S)>>;

    fn accept(&self, stream: TcpStream, service: S) -> Self::Future {
        let mut stream = TimeoutWriter::new(stream);
        stream.set_timeout(Some(self.idle_timeout));
        future::ready(Ok((Box::pin(stream), service)))
    }
}
