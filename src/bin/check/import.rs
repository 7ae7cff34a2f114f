//! `check catalogue import`: converts the scheme's own ServiceCatalogue.

use std::path::{Path, PathBuf};

use clap::Args;
use eherkenning_wizard::domain::catalogue::{Catalogue, CatalogueFile};
use eherkenning_wizard::domain::scheme::{Date, Oin};
use eherkenning_wizard::domain::verdict::MAX_CATALOGUE_BYTES;
use eherkenning_wizard::import::{ImportTerms, Report, changes, import, layout};
use serde_json::json;

use super::files::{Exit, Outcome, day, open, print, read, replace};

#[derive(Args)]
pub struct Import {
    /// The ServiceCatalogue as XML.
    #[arg(default_value = "-")]
    file: PathBuf,
    /// File to write the catalogue to; the report is printed. With - the catalogue is printed, and the report goes to
    /// standard error. Without this option only the report is printed.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Also prints what changed since this catalogue, which may be the same file as --output.
    #[arg(long, value_name = "OLD")]
    diff: Option<PathBuf>,
    /// OIN of the tax authority, the provider that organisations without KvK number can choose; repeatable.
    #[arg(long, value_name = "OIN", value_parser = oin)]
    tax_authority: Vec<Oin>,
    /// Where the facts come from, in words. Default: the version that the file states.
    #[arg(long, value_name = "TEXT")]
    source: Option<String>,
    /// Day for which the facts are true, YYYY-MM-DD. Default: the day of issue.
    #[arg(long, value_name = "DATE", value_parser = day)]
    date: Option<Date>,
    /// Terms on which the catalogue may be used, in words.
    #[arg(long, value_name = "TEXT", default_value = "On the terms of the management organisation of the scheme")]
    licence: String,
    /// Prints the report as JSON.
    #[arg(long)]
    json: bool,
}

pub const AFTER_HELP: &str = "\
The file is read as a stream: memory grows only with the number of imported services and stays below 256 MiB for
any file. Files with a document type declaration or custom entities are refused.
The signature of the file is not verified; see docs/catalogue.md.

Exit code: 0 when the file has no faults, 1 when parts were skipped because of faults (the rest is written),
2 when the file cannot be read (nothing is written).";

/// Writes the catalogue and prints the report.
pub fn run(arguments: &Import) -> Outcome {
    let terms = ImportTerms {
        source: arguments.source.clone(),
        date: arguments.date,
        licence: arguments.licence.clone(),
        tax_authorities: arguments.tax_authority.clone(),
    };
    let old = arguments.diff.as_deref().map(read_old).transpose()?;
    let imported = match import(open(&arguments.file)?, &terms) {
        Ok(imported) => imported,
        Err(error) if arguments.json => {
            let error = json!({ "line": error.line, "code": error.fault.code(), "message": error.fault.to_string() });
            print(&format!("{}\n", json!({ "error": error })))?;
            return Ok(Exit::Unreadable);
        }
        Err(error) => return Err(format!("{}: {error}", arguments.file.display())),
    };
    let text = layout(&imported.file);
    let mut report = if arguments.json { as_json(&imported.report) } else { imported.report.to_string() };
    if !imported.file.providers.iter().any(|provider| provider.is_tax_authority) && !arguments.json {
        report.push_str(
            "no provider is marked as the tax authority: organisations without KvK number cannot choose any service \
             (use --tax-authority)\n",
        );
    }
    if let Some(old) = old {
        let changes = changes(&old, &imported.file);
        report.push_str(&format!("changes: {}\n", changes.len()));
        report.extend(changes.iter().map(|change| format!("  {change}\n")));
    }
    Catalogue::try_from(imported.file).map_err(|error| error.to_string())?;
    match arguments.output.as_deref() {
        Some(file) if file == Path::new("-") => {
            print(&text)?;
            eprint!("{report}");
        }
        Some(file) => {
            replace(file, &text)?;
            print(&report)?;
        }
        None => print(&report)?,
    }
    Ok(if imported.report.is_clean() { Exit::Valid } else { Exit::Invalid })
}

fn read_old(file: &Path) -> Result<CatalogueFile, String> {
    let bytes = read(file, MAX_CATALOGUE_BYTES)?;
    serde_json::from_slice(&bytes).map_err(|error| format!("{}: {error}", file.display()))
}

fn as_json(report: &Report) -> String {
    let skips = report.skips.iter().map(|skip| {
        json!({ "line": skip.line, "part": skip.part.word(), "subject": skip.subject, "code": skip.reason.code(),
            "fault": skip.reason.is_fault(), "message": skip.reason.to_string() })
    });
    let report = json!({
        "version": report.version, "issued": report.issued, "signed": report.is_signed, "test": report.is_test,
        "in_file": { "providers": report.providers, "definitions": report.definitions, "instances": report.instances },
        "came_in": { "providers": report.imported_providers, "services": report.imported_services, "shared": report.shared,
            "level_ended": report.ended },
        "skipped": report.skipped(), "faults": report.faults, "skips": skips.collect::<Vec<_>>(),
        "unused": report.unused,
    });
    format!("{report}\n")
}

fn oin(text: &str) -> Result<Oin, &'static str> {
    Oin::parse(text).map_err(|_| "expected an OIN of twenty digits")
}
