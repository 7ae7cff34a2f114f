//! The reference backend: receives applications, checks them by the wizard's own rules, and stores each exactly once.
//! It also looks up organisations, and has the commands with which operators find, hand on and erase what was stored.
//! It can announce applications (`docs/handing-on.md`), and let their documents be scanned (`docs/scanning.md`).
//!
//! `docs/backends.md` describes its responses, `docs/intake.md` how it stores applications, `docs/operate.md` the commands.

#![forbid(unsafe_code)]

mod age;
mod announcer;
mod app;
mod arriving;
mod clients;
mod clock;
mod config;
mod connections;
mod examine;
mod fingerprint;
mod headers;
mod health;
mod limits;
mod lookup;
mod metrics;
mod observe;
mod operate;
mod outcome;
mod policy;
mod post;
mod problem;
mod readiness;
mod receive;
mod register;
mod request_id;
mod routes;
mod scan;
mod scanner;
mod shown;
mod space;
mod stopping;
mod store;
mod sweeper;
mod webhook;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use axum_server::Handle;
use clap::Parser;
use nix::sys::stat::{Mode, umask};
use tokio::net::TcpListener;
use tokio::time::Instant;
use tracing_subscriber::EnvFilter;

use app::App;
use config::{Args, Cli};

/// How long to wait for open requests after a signal to stop. An application that arrives more slowly is sent again by the
/// wizard.
const GRACE: Duration = Duration::from_secs(65);

#[tokio::main]
async fn main() -> ExitCode {
    // Files are for this user alone, whatever the system says.
    umask(Mode::from_bits_truncate(0o077));
    let cli = Cli::try_parse().unwrap_or_else(|error| shown::redacted(error).exit());
    let args = match (cli.command, cli.args) {
        (Some(command), _) => return operate::run(command).await,
        (None, Some(args)) => args,
        // clap requires --offer.
        (None, None) => return ExitCode::FAILURE,
    };
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt().json().flatten_event(true).with_span_list(false);
    log.with_env_filter(filter).with_writer(std::io::stderr).init();
    match serve(args).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(%error, "server failed");
            ExitCode::FAILURE
        }
    }
}

async fn serve(args: Args) -> Result<(), Box<dyn std::error::Error>> {
    let address = args.listen;
    let listener = TcpListener::bind(address).await.map_err(|error| format!("--listen {address}: {error}"))?;
    let limits = connections::Limits { idle_timeout: args.idle_timeout, most: args.max_connections };
    let metrics_listen = args.metrics_listen;
    let (sweep_every, keep) = (args.sweep_every, args.keep.clone());
    let app = Arc::new(App::load(args).await?);
    if let Some(address) = metrics_listen {
        observe::serve(address, limits, app.clone()).await?;
    }
    tokio::spawn(announcer::announce(app.clone()));
    let address = listener.local_addr()?;
    tracing::info!(%address, store = %app.store, "listening");

    tokio::spawn(sweeper::keep_sweeping(app.clone(), sweep_every, keep));

    let handle = Handle::new();
    let stopping = handle.clone();
    let deadline = tokio::spawn(async move {
        stopping::stop_signal().await;
        tracing::info!("stopping after open requests finish");
        stopping.graceful_shutdown(Some(GRACE));
        Instant::now() + GRACE
    });
    connections::serve(listener, handle, limits, &app.metrics.refused_connections, routes::router(app.clone())).await?;
    if tokio::time::timeout_at(deadline.await?, app.finish_storing()).await.is_err() {
        tracing::warn!("stopped with open requests");
    }
    Ok(())
}
