//! Posts announcements.

use std::time::Duration;

use axum::http::{StatusCode, header};
use reqwest::{Client, redirect};
use tokio::sync::Notify;
use url::Url;

use super::message;
use super::signature::Secret;
use crate::clock;
use crate::config::Args;
use crate::store::Receipt;

/// How long a receiver may take to respond.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// Where new applications are announced.
pub struct Webhook {
    /// Says that an application was stored just now.
    pub news: Notify,
    client: Client,
    url: Url,
    secrets: Vec<Secret>,
    export_from: Option<String>,
}

/// What became of an announcement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// The receiver has it.
    Delivered,
    /// The receiver wants no more of this one.
    Gone,
    /// It failed: why, without anything that the receiver wrote.
    Failed(String),
}

impl Webhook {
    /// The webhook that the options name; `None` without these options. Sends nothing yet.
    ///
    /// # Errors
    /// Which file or option is wrong and why, as a sentence without the secret.
    pub fn open(args: &Args) -> Result<Option<Self>, String> {
        let Some(url) = args.webhook.clone() else { return Ok(None) };
        let secrets = args.webhook_secret_file.iter().map(|file| Secret::read(file)).collect::<Result<_, _>>()?;
        let mut client = Client::builder()
            .user_agent(concat!("eherkenning-intake/", env!("CARGO_PKG_VERSION")))
            .redirect(redirect::Policy::none())
            .timeout(PATIENCE)
            // The library for HTTP/2 can log paths, which can be secret.
            .http1_only();
        if url.scheme() == "http" {
            // On this machine: a proxy would see it.
            client = client.no_proxy();
        }
        let client = client.build().map_err(|error| error.to_string())?;
        Ok(Some(Self { news: Notify::new(), client, url, secrets, export_from: args.webhook_export_from.clone() }))
    }

    /// Announces an application. The response is not read beyond its headers.
    pub async fn send(&self, key: &str, receipt: &Receipt) -> Delivery {
        let (id, now) = (message::id(key), clock::unix_seconds());
        let body = match message::body(&id, key, receipt, self.export_from.as_deref()) {
            Ok(body) => body,
            Err(error) => return Delivery::Failed(error.to_string()),
        };
        let signatures: Vec<String> = self.secrets.iter().map(|secret| secret.sign(&id, now, &body)).collect();
        let request = self.client.post(self.url.clone()).header(header::CONTENT_TYPE, "application/json");
        let request = request.header("webhook-id", id).header("webhook-timestamp", now);
        match request.header("webhook-signature", signatures.join(" ")).body(body).send().await {
            Ok(response) if response.status().is_success() => Delivery::Delivered,
            Ok(response) if response.status() == StatusCode::GONE => Delivery::Gone,
            Ok(response) => Delivery::Failed(format!("response with status {}", response.status().as_u16())),
            // Only the kind: the text of the error has the address, which can be secret.
            Err(error) if error.is_timeout() => Delivery::Failed("no response in time".to_owned()),
            Err(_) => Delivery::Failed("no response".to_owned()),
        }
    }
}
