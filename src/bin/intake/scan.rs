//! Scanning the documents of an application for viruses, before anything of it is stored.

use axum::body::Bytes;
use axum::http::StatusCode;
use eherkenning_wizard::domain::rules::{Issues, Place, Rule};
use eherkenning_wizard::domain::scheme::Lang;

use crate::app::App;
use crate::metrics::ScanResult;
use crate::problem::Problem;
use crate::scanner::Verdict;

/// When to try again when the scanner fails, in seconds.
const RETRY_AFTER: u16 = 10;

/// A document, and where the application has it.
pub type Placed = (Place, Bytes);

/// Scans documents, if there is a scanner. The key is for the log.
///
/// # Errors
/// `infected`, with the place of every document in which something was found; `scanner_unavailable` when there is no verdict
/// on one of them.
pub async fn scan(app: &App, key: &str, documents: &[Placed], lang: Lang) -> Result<(), Problem> {
    let Some(scanner) = &app.scanner else { return Ok(()) };
    let mut infected = Issues::default();
    let mut has_failed = false;
    let deadline = scanner.deadline();
    for (place, bytes) in documents {
        match scanner.scan(bytes, deadline).await {
            Ok(Verdict::Clean) => app.metrics.count_scan(ScanResult::Clean),
            Ok(Verdict::Infected(signature)) => {
                app.metrics.count_scan(ScanResult::Infected);
                tracing::warn!(key, %place, signature, "a document is infected");
                infected.add(*place, Rule::DocumentInfected);
            }
            Err(failure) => {
                app.metrics.count_scan(ScanResult::Failed);
                tracing::error!(key, %place, %failure, "a document could not be scanned");
                has_failed = true;
                break;
            }
        }
    }
    match (infected.is_empty(), has_failed) {
        (true, false) => Ok(()),
        (false, _) => Err(Problem::infected(&infected, lang)),
        (true, true) => {
            let title = "Documents cannot be scanned for viruses now; nothing was stored";
            let problem = Problem::new(StatusCode::SERVICE_UNAVAILABLE, "scanner_unavailable", title);
            Err(problem.retry_after(RETRY_AFTER))
        }
    }
}
