//! `check catalogue import`: a catalogue out of the scheme's own ServiceCatalogue.

use std::path::{Path, PathBuf};

use clap::Args;
use eherkenning_wizard::domain::catalogue::{Catalogue, CatalogueFile};
use eherkenning_wizard::domain::scheme::{Date, Oin};
use eherkenning_wizard::domain::verdict::MAX_CATALOGUE_BYTES;
use eherkenning_wizard::import::{ImportTerms, Report, changes, import, layout};
use serde_json::json;

use super::files::{Done, Ended, open, print, read, replace};

#[derive(Args)]
pub struct Import {
    /// The ServiceCatalogue as XML.
    #[arg(default_value = "-")]
    file: PathBuf,
    /// Where the catalogue is written; the report is printed. With - the catalogue is printed, and the report goes to
    /// standard error. Without it nothing is written.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Also prints what changed since this catalogue, which may be the file that is written.
    #[arg(long, value_name = "OLD")]
    diff: Option<PathBuf>,
    /// OIN of the tax authority, which organisations without KvK number can choose; may be given more than once.
    #[arg(long, value_name = "OIN", value_parser = oin)]
    tax_authority: Vec<Oin>,
    /// Where the facts come from, in words; otherwise the version that the file states.
    #[arg(long, value_name = "TEXT")]
    source: Option<String>,
    /// Day on which the facts held, YYYY-MM-DD; otherwise the day of issue.
    #[arg(long, value_name = "DATE", value_parser = day)]
    date: Option<Date>,
    /// On what terms the catalogue may be used, in words.
    #[arg(long, value_name = "TEXT", default_value = "On the terms of the management organisation of the scheme")]
    licence: String,
    /// Prints the report as JSON.
    #[arg(long)]
    json: bool,
}

pub const AFTER_HELP: &str = "\
The file is read as a stream: memory does not grow with its length, only with the services that come in, and stays
below 256 MiB for whatever file. A document type declaration or an entity of its own is refused.
The signature of the file is not verified; see docs/catalogue.md.

Exit code: 0 when nothing in the file is at fault, 1 when something was skipped for a fault (the rest is written),
2 when the file cannot be read (nothing is written).";

/// Makes the catalogue and reports.
pub fn run(arguments: &Import) -> Done {
    let terms = ImportTerms {
        source: arguments.source.clone(),
        date: arguments.date,
        licence: arguments.licence.clone(),
        tax_authorities: arguments.tax_authority.clone(),
    };
    let old = arguments.diff.as_deref().map(old).transpose()?;
    let made = match import(open(&arguments.file)?, &terms) {
        Ok(made) => made,
        Err(error) if arguments.json => {
            let said = json!({ "error": { "line": error.line, "code": error.fault.code(), "message": error.fault.to_string() } });
            print(&format!("{said}\n"))?;
            return Ok(Ended::Unread);
        }
        Err(error) => return Err(format!("{}: {error}", arguments.file.display())),
    };
    let text = layout(&made.file);
    let mut said = if arguments.json { as_json(&made.report) } else { made.report.to_string() };
    if !made.file.providers.iter().any(|provider| provider.is_tax_authority) && !arguments.json {
        said.push_str(
            "no provider is the tax authority: organisations without KvK number find nothing (--tax-authority)\n",
        );
    }
    if let Some(old) = old {
        let changes = changes(&old, &made.file);
        said.push_str(&format!("changes: {}\n", changes.len()));
        said.extend(changes.iter().map(|change| format!("  {change}\n")));
    }
    Catalogue::try_from(made.file).map_err(|error| error.to_string())?;
    match arguments.output.as_deref() {
        Some(file) if file == Path::new("-") => {
            print(&text)?;
            eprint!("{said}");
        }
        Some(file) => {
            replace(file, &text)?;
            print(&said)?;
        }
        None => print(&said)?,
    }
    Ok(if made.report.is_clean() { Ended::Right } else { Ended::Wrong })
}

fn old(file: &Path) -> Result<CatalogueFile, String> {
    let bytes = read(file, MAX_CATALOGUE_BYTES)?;
    serde_json::from_slice(&bytes).map_err(|error| format!("{}: {error}", file.display()))
}

fn as_json(report: &Report) -> String {
    let skips = report.skips.iter().map(|skip| {
        json!({ "line": skip.line, "part": skip.part.word(), "subject": skip.subject, "code": skip.reason.code(),
            "fault": skip.reason.is_fault(), "message": skip.reason.to_string() })
    });
    let said = json!({
        "version": report.version, "issued": report.issued, "signed": report.is_signed, "test": report.is_test,
        "in_file": { "providers": report.providers, "definitions": report.definitions, "instances": report.instances },
        "came_in": { "providers": report.kept_providers, "services": report.kept_services, "shared": report.shared,
            "level_ended": report.ended },
        "skipped": report.skipped(), "faults": report.faults, "skips": skips.collect::<Vec<_>>(),
        "unused": report.unused,
    });
    format!("{said}\n")
}

fn oin(text: &str) -> Result<Oin, &'static str> {
    Oin::parse(text).map_err(|_| "an OIN is twenty digits")
}

fn day(text: &str) -> Result<Date, &'static str> {
    Date::parse_iso(text).map_err(|_| "a day is written YYYY-MM-DD")
}
