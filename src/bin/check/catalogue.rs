//! `check catalogue`: checks a service catalogue, or imports one.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use eherkenning_wizard::domain::verdict::{MAX_CATALOGUE_BYTES, read_catalogue};
use serde_json::json;

use super::files::{Exit, Outcome, print, print_unreadable, read};
use super::import::{self, Import};

#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// The catalogue as JSON.
    #[arg(default_value = "-")]
    file: PathBuf,
    /// Prints JSON instead of a sentence.
    #[arg(long)]
    json: bool,
}

#[derive(Subcommand)]
enum Command {
    /// Converts the scheme's own ServiceCatalogue (XML), and reports what was skipped.
    #[command(after_help = import::AFTER_HELP)]
    Import(Import),
}

/// Checks a catalogue, or imports one.
pub fn run(arguments: Arguments) -> Outcome {
    match arguments.command {
        Some(Command::Import(arguments)) => import::run(&arguments),
        None => check(&arguments.file, arguments.json),
    }
}

/// Prints how many providers and services the catalogue has. It is invalid when services had to be left out.
fn check(file: &Path, json: bool) -> Outcome {
    let catalogue = match read_catalogue(&read(file, MAX_CATALOGUE_BYTES)?) {
        Ok(catalogue) => catalogue,
        Err(unreadable) => return print_unreadable(unreadable, json),
    };
    let providers = catalogue.providers().len();
    let services: usize = catalogue.providers().iter().map(|provider| provider.services().len()).sum();
    let (date, dropped, official) = (catalogue.date(), catalogue.dropped(), catalogue.is_official());
    let kind = if official { "official" } else { "not official" };
    if json {
        let summary = json!({ "date": date, "official": official, "providers": providers,
            "services": services, "left_out": dropped });
        print(&format!("{summary}\n"))?;
    } else {
        print(&format!("{providers} providers, {services} services, {dropped} left out; {date}, {kind}\n"))?;
    }
    Ok(if dropped == 0 { Exit::Valid } else { Exit::Invalid })
}
