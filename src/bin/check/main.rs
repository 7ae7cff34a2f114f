//! The program `check`: the rules of the wizard on a command line, for backends, suppliers and audits.

#![forbid(unsafe_code)]

mod application;
mod catalogue;
mod clock;
mod closing;
mod files;
mod import;
mod offer;
mod openapi;
mod rules;
mod schema;
mod shapes;

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};
use clap_complete::Shell;

use files::Ended;
use schema::SchemaOf;

/// Checks applications for eHerkenning, offers and service catalogues, with the rules of the wizard.
#[derive(Parser)]
#[command(version, after_help = AFTER_HELP)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

const AFTER_HELP: &str = "\
Exit code: 0 when nothing is wrong, 1 when rules do not hold, 2 when something cannot be read.

Examples:
  check application application.json --offer offer.json --catalogue catalogue.json
  check application --human --offer offer.json --catalogue catalogue.json < application.json
  check catalogue import ServiceCatalogue.xml -o catalogue.json --diff catalogue.json
  check offer offer.json
  check schema application > application.schema.json
  check completions bash > /etc/bash_completion.d/check

A file named - is standard input. `check help COMMAND` says more of each command.";

const AFTER_APPLICATION: &str = "\
Prints one line of JSON, one of:
  {\"format\":\"eherkenning-answer/1\",\"application\":{…}}
      Every rule holds; this is the application in the form in which to keep it. Exit code 0.
  {\"format\":\"eherkenning-answer/1\",\"issues\":[{\"place\":\"user.email\",\"code\":\"email_shape\",\"params\":{}}]}
      Rules do not hold; where, and which (docs/rules.md). Exit code 1.
  {\"format\":\"eherkenning-answer/1\",\"error\":{\"in\":\"offer\",\"pointer\":\"/levels\",\"code\":…,\"message\":…}}
      The application, the offer or the catalogue cannot be read; where, as a JSON pointer. Exit code 2.

Documents are checked as far as the application speaks of them; their bytes are not looked at.";

#[derive(Subcommand)]
enum Command {
    /// Checks a finished application.
    #[command(after_help = AFTER_APPLICATION)]
    Application(application::Arguments),
    /// Checks a service catalogue, and says what it holds; services that are left out count as wrong. Or makes one.
    Catalogue(catalogue::Arguments),
    /// Checks an offer, and says what it holds.
    Offer {
        /// The offer as JSON.
        #[arg(default_value = "-")]
        file: PathBuf,
        /// Prints JSON in place of a sentence.
        #[arg(long)]
        json: bool,
    },
    /// Prints every rule: its code, what it asks, why, its source, and the sentences in both languages.
    Rules {
        /// Prints JSON in place of a page.
        #[arg(long)]
        json: bool,
        /// Writes the page to this file instead.
        #[arg(long, value_name = "FILE", conflicts_with = "json")]
        write: Option<PathBuf>,
    },
    /// Prints the schemas: JSON Schema 2020-12, and OpenAPI 3.1 for the endpoint.
    Schema {
        /// Of what; all of them are printed as one object, by name.
        #[arg(default_value = "all")]
        of: SchemaOf,
        /// Writes each to a file of its own in this folder instead, such as application.schema.json.
        #[arg(long, value_name = "DIR")]
        write: Option<PathBuf>,
    },
    /// Prints a script that lets a shell complete the arguments of this program.
    Completions {
        /// The shell.
        shell: Shell,
    },
}

fn main() -> ExitCode {
    let done = match Args::parse().command {
        Command::Application(arguments) => application::check(&arguments),
        Command::Catalogue(arguments) => catalogue::run(arguments),
        Command::Offer { file, json } => offer::check(&file, json),
        Command::Rules { json, write } => rules::list(json, write.as_deref()),
        Command::Schema { of, write } => schema::print(of, write.as_deref()),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Args::command(), "check", &mut io::stdout());
            Ok(Ended::Right)
        }
    };
    match done {
        Ok(Ended::Right) => ExitCode::SUCCESS,
        Ok(Ended::Wrong) => ExitCode::from(1),
        Ok(Ended::Unread) => ExitCode::from(2),
        Err(message) => {
            eprintln!("check: {message}");
            ExitCode::from(2)
        }
    }
}
