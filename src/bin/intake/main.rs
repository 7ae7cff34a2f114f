//! The reference backend: receives applications, checks them by the wizard's own rules, and stores each exactly once.
//!
//! `docs/backends.md` describes its responses and how it stores applications.

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

/// How long to wait for open requests after a signal to stop: longer than the timeout of a request.
const GRACE: Duration = Duration::from_secs(65);

#[tokio::main]
async fn main() -> ExitCode {
    let args = Args::parse();
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().json().flatten_event(true).with_env_filter(filter).with_writer(std::io::stderr).init();
    match serve(args).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(%error, "server failed");
            ExitCode::FAILURE
        }
    }
}

async fn serve(args: Args) -> Result<(), Box<dyn std::error::Error>> {
    let listen = args.listen;
    let app = Arc::new(App::load(args)?);
    let listener = TcpListener::bind(listen).await?;
    let address = listener.local_addr()?;
    tracing::info!(%address, store = %app.store, "listening");

    let (stopping, stopped) = tokio::sync::oneshot::channel();
    let until_signal = async move {
        stop_signal().await;
        tracing::info!("stopping after open requests finish");
        // Fails only when the server has already ended by itself.
        let _ = stopping.send(());
    };
    let grace_over = async move {
        match stopped.await {
            Ok(()) => tokio::time::sleep(GRACE).await,
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        served = axum::serve(listener, routes::router(app)).with_graceful_shutdown(until_signal) => served?,
        () = grace_over => tracing::warn!("stopped with open requests"),
    }
    Ok(())
}

/// Waits for ctrl-c or SIGTERM.
async fn stop_signal() {
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
