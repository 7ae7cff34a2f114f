//! `check catalogue`: whether a service catalogue can be worked with.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use eherkenning_wizard::domain::verdict::{MAX_CATALOGUE_BYTES, read_catalogue};
use serde_json::json;

use super::files::{Done, Ended, print, read, refuse};
use super::import::{self, Import};

#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// The catalogue as JSON.
    #[arg(default_value = "-")]
    file: PathBuf,
    /// Prints JSON in place of a sentence.
    #[arg(long)]
    json: bool,
}

#[derive(Subcommand)]
enum Command {
    /// Makes a catalogue of the scheme's own ServiceCatalogue (XML), and reports what did not come in.
    #[command(after_help = import::AFTER_HELP)]
    Import(Import),
}

/// Checks a catalogue, or makes one.
pub fn run(arguments: Arguments) -> Done {
    match arguments.command {
        Some(Command::Import(arguments)) => import::run(&arguments),
        None => check(&arguments.file, arguments.json),
    }
}

/// Says what the catalogue holds; services that were left out are not all right.
fn check(file: &Path, json: bool) -> Done {
    let catalogue = match read_catalogue(&read(file, MAX_CATALOGUE_BYTES)?) {
        Ok(catalogue) => catalogue,
        Err(unreadable) => return refuse(unreadable, json),
    };
    let providers = catalogue.providers().len();
    let services: usize = catalogue.providers().iter().map(|provider| provider.services().len()).sum();
    let (date, dropped, official) = (catalogue.date(), catalogue.dropped(), catalogue.is_official());
    let kind = if official { "official" } else { "not official" };
    match json {
        true => {
            let said = json!({ "date": date, "official": official, "providers": providers,
                "services": services, "left_out": dropped });
            print(&format!("{said}\n"))?;
        }
        false => print(&format!("{providers} providers, {services} services, {dropped} left out; {date}, {kind}\n"))?,
    }
    Ok(if dropped == 0 { Ended::Right } else { Ended::Wrong })
}
