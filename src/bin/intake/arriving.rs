//! The body of a request while it arrives: how slow it may be, how much memory all bodies together may take, and that it
//! is read to its end.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;
use std::{fmt, future};

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{Request, State};
use axum::http::header;
use axum::middleware::Next;
use axum::response::Response;
use http_body::Frame;
use prometheus_client::metrics::counter::Counter;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, Sleep, sleep_until};

use crate::app::App;

/// How many bytes a second must arrive, on average over the time that a request may be silent: a fortieth of a line of
/// 300 kbit/s.
const MIN_BYTES_PER_SECOND: u64 = 1024;

/// How many bytes may arrive while the headers of one part of a form are read. Part of them can be what follows.
const MAX_HEAD_BYTES: usize = 64 * 1024;

/// How many chunks may arrive after that. The form reader takes several chunks of any size before it checks whether the
/// headers are complete.
const MAX_CHUNKS_BEYOND: usize = 8;

/// Why a body is not read any further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It stopped arriving, or arrives too slowly.
    Slow,
    /// All bodies together take too much memory.
    Full,
    /// The headers of a part of a form are too long.
    HeadTooLong,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Slow => "the body arrives too slowly",
            Self::Full => "no memory for the body",
            Self::HeadTooLong => "the headers of a part are too long",
        })
    }
}

impl std::error::Error for Fault {}

/// A body that is read by its handler, and to its end after that.
#[derive(Clone)]
pub struct Arriving(Arc<Mutex<Incoming>>);

struct Incoming {
    body: Body,
    idle_timeout: Duration,
    /// When the body counts as too slow, unless more of it arrives.
    deadline: Instant,
    /// Ends when the body is too slow.
    timer: Pin<Box<Sleep>>,
    received: usize,
    /// Counts the bytes of all bodies.
    counter: Counter,
    /// Where the memory of all bodies is counted, in bytes.
    memory: Arc<Semaphore>,
    /// What this body takes of it.
    taken: Option<OwnedSemaphorePermit>,
    /// What has arrived while the headers of a part are read; `None` while something else is read.
    head: Option<Head>,
    has_yielded: bool,
    is_discarded: bool,
    has_ended: bool,
}

/// What has arrived while the headers of a part are read.
#[derive(Default)]
struct Head {
    bytes: usize,
    chunks_beyond: usize,
}

impl Arriving {
    fn new(body: Body, app: &App) -> Self {
        let idle_timeout = app.idle_timeout;
        let deadline = Instant::now() + idle_timeout;
        Self(Arc::new(Mutex::new(Incoming {
            body,
            idle_timeout,
            deadline,
            timer: Box::pin(sleep_until(deadline)),
            received: 0,
            counter: app.metrics.received.clone(),
            memory: app.memory.clone(),
            taken: None,
            head: None,
            has_yielded: false,
            is_discarded: false,
            has_ended: false,
        })))
    }

    /// Says that the headers of a part are read next, or that they have been read.
    pub fn expect_head(&self, is_next: bool) {
        self.with(|incoming| incoming.head = is_next.then(Head::default));
    }

    /// Reads the rest and discards it, up to `max_bytes` of the whole body. A client that is still sending reads no
    /// response; if the connection were closed, it would lose it.
    async fn discard(&self, max_bytes: usize) {
        self.with(|incoming| {
            incoming.is_discarded = true;
            incoming.head = None;
            incoming.taken = None;
        });
        let next = || future::poll_fn(|context| self.with(|incoming| incoming.poll(context)));
        while let Some(Ok(_)) = next().await {
            if self.received() > max_bytes {
                return;
            }
        }
    }

    fn received(&self) -> usize {
        self.with(|incoming| incoming.received)
    }

    fn with<T>(&self, act: impl FnOnce(&mut Incoming) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl HttpBody for Arriving {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        self.with(|incoming| incoming.poll(context))
    }
}

impl Incoming {
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        if self.has_ended {
            return Poll::Ready(None);
        }
        // The form reader takes everything that is there before it looks at it; this makes it look after a few chunks.
        if self.head.is_some() && !self.has_yielded {
            self.has_yielded = true;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        self.has_yielded = false;
        let next = match Pin::new(&mut self.body).poll_frame(context) {
            Poll::Ready(next) => next,
            Poll::Pending => {
                self.timer.as_mut().reset(self.deadline);
                ready!(self.timer.as_mut().poll(context));
                Some(Err(axum::Error::new(Fault::Slow)))
            }
        };
        self.has_ended = !matches!(next, Some(Ok(_)));
        Poll::Ready(match next {
            Some(Ok(frame)) => Some(self.count(frame).map_err(axum::Error::new)),
            end => end,
        })
    }

    fn count(&mut self, frame: Frame<Bytes>) -> Result<Frame<Bytes>, Fault> {
        let length = frame.data_ref().map_or(0, Bytes::len);
        // Each byte gives time for the next ones, but a quick beginning does not allow a body to be held back after it.
        let earned = Duration::from_micros(length as u64 * 1_000_000 / MIN_BYTES_PER_SECOND);
        // What had arrived before we looked is not late.
        let now = Instant::now();
        self.deadline = (self.deadline.max(now) + earned).min(now + self.idle_timeout);
        self.received = self.received.saturating_add(length);
        self.counter.inc_by(length as u64);
        if self.is_discarded {
            return Ok(frame);
        }
        if let Some(head) = &mut self.head {
            if head.bytes > MAX_HEAD_BYTES {
                head.chunks_beyond += 1;
            }
            if head.chunks_beyond > MAX_CHUNKS_BEYOND {
                return Err(Fault::HeadTooLong);
            }
            head.bytes = head.bytes.saturating_add(length);
        }
        let more = u32::try_from(length).map_err(|_| Fault::Full)?;
        let more = self.memory.clone().try_acquire_many_owned(more).map_err(|_| Fault::Full)?;
        match &mut self.taken {
            Some(taken) => taken.merge(more),
            None => self.taken = Some(more),
        }
        Ok(frame)
    }
}

/// Times the body of a request, and reads what its handler left of it before the response is sent.
pub async fn read_whole(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let waits_for_us = request.headers().contains_key(header::EXPECT);
    let (parts, body) = request.into_parts();
    let arriving = Arriving::new(body, &app);
    let mut request = Request::from_parts(parts, Body::new(arriving.clone()));
    request.extensions_mut().insert(arriving.clone());
    let response = next.run(request).await;
    // With `Expect: 100-continue` a client sends nothing before it is asked to.
    if !waits_for_us || arriving.received() > 0 {
        arriving.discard(app.max_bytes.saturating_mul(2)).await;
    }
    response
}
