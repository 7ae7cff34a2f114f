//! The state that all requests share.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::http::HeaderValue;
use eherkenning_wizard::domain::application::Facts;
use eherkenning_wizard::domain::catalogue::Catalogue;
use eherkenning_wizard::domain::offer::Offer;
use eherkenning_wizard::domain::scheme::Date;
use tokio::sync::Semaphore;

use crate::clients::Clients;
use crate::config::Args;
use crate::limits::Limits;
use crate::metrics::Metrics;
use crate::readiness::Readiness;
use crate::register::Register;
use crate::scanner::Clamd;
use crate::space::Space;
use crate::store::Store;
use crate::store::sealing::KeyRing;
use crate::webhook::Webhook;
use crate::{clock, policy};

/// How many applications may arrive at once, however slowly.
const MAX_RECEIVING: usize = 256;

/// How many applications are checked and stored at once. What arrives meanwhile may take as much memory as the largest
/// ones of these.
const MAX_WORKING: u32 = 32;

/// Largest image that is decoded, and how much may be decoded at once, in millions of pixels. A progressive JPEG takes nine
/// bytes a pixel, because its decoder needs the whole image at once; the limit of the decoder counts only three of them.
pub const MAX_MEGAPIXELS: u32 = 65;

/// How many bytes a request may have besides its documents.
const FORM_BYTES: u64 = 1024 * 1024;

/// The state that all requests share.
pub struct App {
    /// What the supplier offers.
    pub offer: Offer,
    /// Where applications are stored.
    pub store: Store,
    /// Other origins whose pages may post.
    pub origins: Vec<HeaderValue>,
    /// The content security policy of every page except the one for frames.
    pub page_policy: HeaderValue,
    /// The content security policy of the page that partners embed in a frame.
    pub frame_policy: HeaderValue,
    /// Limits how many applications arrive at once.
    pub receiving: Arc<Semaphore>,
    /// Limits how much memory the applications that arrive take, in bytes.
    pub memory: Arc<Semaphore>,
    /// Limits how many applications are checked and stored at once.
    pub working: Arc<Semaphore>,
    /// Limits how many applications are examined at once.
    pub examining: Arc<Semaphore>,
    /// Limits how many megapixels are decoded at once: an image takes far more memory than its file.
    pub megapixels: Arc<Semaphore>,
    /// The room on the disk of the store.
    pub space: Space,
    /// How to tell who sends a request.
    pub clients: Clients,
    /// Limits how often applications are posted.
    pub post_limits: Limits,
    /// Where organisations are looked up, if anywhere.
    pub register: Option<Register>,
    /// Where new applications are announced, if anywhere.
    pub webhook: Option<Webhook>,
    /// What scans documents for viruses, if anything does.
    pub scanner: Option<Clamd>,
    /// Limits how often organisations are looked up.
    pub lookup_limits: Limits,
    catalogue: Catalogue,
    today: Option<Date>,
    /// How much a request may hold.
    pub max_bytes: usize,
    /// How long a request may be silent.
    pub idle_timeout: Duration,
    /// Whether applications can be stored now.
    pub readiness: Readiness,
    /// What is counted.
    pub metrics: Metrics,
    /// The folder of the built wizard.
    pub dist: Option<PathBuf>,
    /// Files that are served by their names.
    pub files: Vec<(&'static str, Bytes)>,
}

impl App {
    /// Reads all files and opens the store.
    ///
    /// # Errors
    /// Which file or setting is wrong and why, as a sentence.
    pub async fn load(args: Args) -> Result<Self, String> {
        let offer = args.read_offer()?;
        let catalogue = args.read_catalogue()?;
        let mut files = vec![("offer.json", offer.bytes), ("catalogue.json", catalogue.bytes)];
        // When the wizard's folder has the same file, that one is served: it has compressed copies.
        files.retain(|(name, bytes)| !args.has_in_dist(name, bytes));
        let documents = offer.value.attachments.max_total_bytes;
        let max_bytes = usize::try_from(documents.saturating_mul(2).saturating_add(FORM_BYTES)).unwrap_or(usize::MAX);
        let max_bytes = args.max_bytes.unwrap_or(max_bytes);
        let memory = max_bytes.saturating_mul(MAX_WORKING as usize).min(Semaphore::MAX_PERMITS);
        let store = Store::open(&args.store, args.lease, args.store_timeout, KeyRing::read(&args.key_file)?).await?;
        Ok(Self {
            space: Space::new(store.folder(), args.min_free),
            store,
            clients: Clients::new(args.client_address_header.clone()),
            post_limits: Limits::new(args.post_limit, args.post_limit_all),
            megapixels: Arc::new(Semaphore::new(MAX_MEGAPIXELS as usize)),
            page_policy: policy::policy(),
            frame_policy: policy::frame_policy(&offer.value.frame_parents)?,
            receiving: Arc::new(Semaphore::new(MAX_RECEIVING)),
            memory: Arc::new(Semaphore::new(memory)),
            working: Arc::new(Semaphore::new(MAX_WORKING as usize)),
            examining: Arc::new(Semaphore::new(std::thread::available_parallelism().map_or(2, usize::from))),
            register: Register::open(&args)?,
            webhook: Webhook::open(&args)?,
            scanner: args.scan.clone().map(|address| Clamd::new(address, args.scan_timeout)),
            lookup_limits: Limits::new(args.lookup_limit, args.lookup_limit_all),
            offer: offer.value,
            catalogue: catalogue.value,
            origins: args.allow_origin,
            today: args.today,
            max_bytes,
            idle_timeout: args.idle_timeout,
            readiness: Readiness::default(),
            metrics: Metrics::default(),
            dist: args.dist,
            files,
        })
    }

    /// Waits until no application is being checked or stored, also of clients that have disconnected.
    pub async fn finish_storing(&self) {
        // Fails only for a semaphore that was closed, which nobody does.
        let _ = self.working.acquire_many(MAX_WORKING).await;
    }

    /// The facts for the rules, as of today.
    pub fn facts(&self) -> Facts {
        let today = self.today.unwrap_or_else(clock::today);
        Facts { offer: self.offer.clone(), catalogue: self.catalogue.clone(), today }
    }
}
