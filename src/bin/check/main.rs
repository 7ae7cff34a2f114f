//! The program `check`: the wizard's rules on the command line, for backends, suppliers and auditors; and handovers.

#![forbid(unsafe_code)]

mod addresses;
mod application;
mod catalogue;
mod clock;
mod closing;
mod files;
mod handover;
mod import;
mod offer;
mod openapi;
mod responses;
mod rules;
mod schema;
mod shapes;

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};
use clap_complete::Shell;

use files::Exit;
use schema::SchemaOf;

/// Checks applications for eHerkenning, offers and service catalogues, with the rules of the wizard.
#[derive(Parser)]
#[command(version, after_help = AFTER_HELP)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

const AFTER_HELP: &str = "\
Exit code: 0 when no rule is broken, 1 when rules are broken, 2 when something cannot be read.

Examples:
  check application application.json --offer offer.json --catalogue catalogue.json
  check application --human --offer offer.json --catalogue catalogue.json < application.json
  check catalogue import ServiceCatalogue.xml -o catalogue.json --diff catalogue.json
  check offer offer.json
  check handover open application.eh --to application
  check schema application > application.schema.json
  check completions bash > /etc/bash_completion.d/check

A file named - is standard input. `check help COMMAND` explains each command.";

const AFTER_APPLICATION: &str = "\
Prints one line of JSON, one of:
  {\"format\":\"eherkenning-answer/1\",\"application\":{…}}
      No rule is broken; this is the application in its canonical form. Exit code 0.
  {\"format\":\"eherkenning-answer/1\",\"issues\":[{\"place\":\"user.email\",\"code\":\"email_shape\",\"params\":{}}]}
      The broken rules, and where (docs/rules.md explains each). Exit code 1.
  {\"format\":\"eherkenning-answer/1\",\"error\":{\"in\":\"offer\",\"pointer\":\"/levels\",\"code\":…,\"message\":…}}
      The application, the offer or the catalogue cannot be read; where, as a JSON pointer. Exit code 2.

Documents are checked only by their description in the application; their content is not read.";

#[derive(Subcommand)]
enum Command {
    /// Checks a finished application.
    #[command(after_help = AFTER_APPLICATION)]
    Application(application::Arguments),
    /// Checks a service catalogue and prints a summary; invalid when services are left out. Or imports one.
    Catalogue(catalogue::Arguments),
    /// Checks an offer and prints a summary.
    Offer {
        /// The offer as JSON.
        #[arg(default_value = "-")]
        file: PathBuf,
        /// Prints JSON instead of a sentence.
        #[arg(long)]
        json: bool,
    },
    /// Opens a handover, the file in which an application is handed over; or seals one.
    #[command(subcommand)]
    Handover(handover::Command),
    /// Prints every rule: its code, what it asks, why, its source, and its sentences in both languages.
    Rules {
        /// Prints JSON instead of Markdown.
        #[arg(long)]
        json: bool,
        /// Writes the Markdown to this file instead.
        #[arg(long, value_name = "FILE", conflicts_with = "json")]
        write: Option<PathBuf>,
    },
    /// Prints the schemas: JSON Schema 2020-12, and OpenAPI 3.1 for the endpoint.
    Schema {
        /// Which schema; `all` prints one object with every schema by name.
        #[arg(default_value = "all")]
        of: SchemaOf,
        /// Writes each schema to its own file in this folder instead, such as application.schema.json.
        #[arg(long, value_name = "DIR")]
        write: Option<PathBuf>,
    },
    /// Prints a completion script for a shell.
    Completions {
        /// The shell.
        shell: Shell,
    },
}

fn main() -> ExitCode {
    let outcome = match Args::parse().command {
        Command::Application(arguments) => application::check(&arguments),
        Command::Catalogue(arguments) => catalogue::run(arguments),
        Command::Offer { file, json } => offer::check(&file, json),
        Command::Handover(command) => handover::run(&command),
        Command::Rules { json, write } => rules::list(json, write.as_deref()),
        Command::Schema { of, write } => schema::print(of, write.as_deref()),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Args::command(), "check", &mut io::stdout());
            Ok(Exit::Valid)
        }
    };
    match outcome {
        Ok(Exit::Valid) => ExitCode::SUCCESS,
        Ok(Exit::Invalid) => ExitCode::from(1),
        Ok(Exit::Unreadable) => ExitCode::from(2),
        Err(message) => {
            eprintln!("check: {message}");
            ExitCode::from(2)
        }
    }
}
