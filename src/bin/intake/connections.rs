//! Accepts connections, not too many, and closes those on which nothing moves.

use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use std::{future, io};

use axum::Router;
use axum_server::accept::Accept;
use axum_server::{Handle, Server};
use prometheus_client::metrics::counter::Counter;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_io_timeout::TimeoutWriter;
use tower_http::add_extension::AddExtension;

/// What connections may take.
#[derive(Clone, Copy)]
pub struct Limits {
    /// How long a client has for the headers of a request, and for each next part of the response that it takes.
    pub idle_timeout: Duration,
    /// How many connections may be open.
    pub most: u16,
}

/// Serves connections until the handle stops it, and counts those that it refuses. The body of a request is timed where it is read.
///
/// # Errors
/// When connections can no longer be accepted.
pub async fn serve(
    listener: TcpListener,
    handle: Handle<SocketAddr>,
    limits: Limits,
    refused: &Counter,
    router: Router,
) -> io::Result<()> {
    let Limits { idle_timeout, most } = limits;
    let acceptor = Acceptor { idle_timeout, open: Arc::new(Semaphore::new(most.into())), refused: refused.clone() };
    let mut server = Server::<SocketAddr>::from_listener(listener).http1_only().acceptor(acceptor);
    server.http_builder().http1().header_read_timeout(idle_timeout);
    server.handle(handle).serve(router.into_make_service_with_connect_info::<SocketAddr>()).await
}

/// Limits how many connections are open, and how long a write to one may wait for the client.
#[derive(Clone)]
struct Acceptor {
    idle_timeout: Duration,
    open: Arc<Semaphore>,
    refused: Counter,
}

impl<S> Accept<TcpStream, S> for Acceptor {
    type Stream = Pin<Box<TimeoutWriter<TcpStream>>>;
    /// The service lives as long as its connection, and the permit with it.
    type Service = AddExtension<S, Arc<OwnedSemaphorePermit>>;
    type Future = future::Ready<io::Result<(Self::Stream, Self::Service)>>;

    fn accept(&self, stream: TcpStream, service: S) -> Self::Future {
        let Ok(permit) = self.open.clone().try_acquire_owned() else {
            self.refused.inc();
            return future::ready(Err(io::ErrorKind::ConnectionRefused.into()));
        };
        let mut stream = TimeoutWriter::new(stream);
        stream.set_timeout(Some(self.idle_timeout));
        future::ready(Ok((Box::pin(stream), AddExtension::new(service, Arc::new(permit)))))
    }
}
