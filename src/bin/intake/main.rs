//! The reference backend: takes applications in, checks them with the wizard's own rules, and keeps each exactly once.
//!
//! What it answers and how it keeps applications is told in `docs/backends.md`.

#![forbid(unsafe_code)]

mod app;
mod clock;
mod config;
mod examine;
mod headers;
mod policy;
mod post;
mod problem;
mod receive;
mod routes;
mod store;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use clap::Parser;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;

use app::App;
use config::Args;

/// How long requests may still take after the signal to stop: longer than any request may last.
const GRACE: Duration = Duration::from_secs(65);

#[tokio::main]
async fn main() -> ExitCode {
    let args = Args::parse();
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().json().flatten_event(true).with_env_filter(filter).with_writer(std::io::stderr).init();
    match serve(args).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(%error, "cannot serve");
            ExitCode::FAILURE
        }
    }
}

async fn serve(args: Args) -> Result<(), Box<dyn std::error::Error>> {
    let listen = args.listen;
    let app = Arc::new(App::start(args)?);
    let listener = TcpListener::bind(listen).await?;
    let address = listener.local_addr()?;
    tracing::info!(%address, store = %app.store, "listening");

    let (stopping, stopped) = tokio::sync::oneshot::channel();
    let until_signal = async move {
        asked_to_stop().await;
        tracing::info!("stopping: requests under way are finished");
        // Nobody waits for this when serving has ended by itself.
        let _ = stopping.send(());
    };
    let too_late = async move {
        match stopped.await {
            Ok(()) => tokio::time::sleep(GRACE).await,
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        served = axum::serve(listener, routes::router(app)).with_graceful_shutdown(until_signal) => served?,
        () = too_late => tracing::warn!("stopped with requests under way"),
    }
    Ok(())
}

/// Waits for ctrl-c or SIGTERM.
async fn asked_to_stop() {
    let terminated = async {
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminated => {}
    }
}
