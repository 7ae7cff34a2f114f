//! `check handover`: opens and seals the files in which applications are handed over (docs/handover.md).

mod asking;
mod crypto;
mod explain;
mod folder;
mod open;
mod seal;

use clap::Subcommand;

use crate::files::Outcome;

#[derive(Subcommand)]
pub enum Command {
    /// Opens a file, and writes the application, its documents and its history to a folder.
    #[command(after_help = AFTER_OPEN)]
    Open(open::Arguments),
    /// Seals such a folder into a file.
    Seal(seal::Arguments),
}

const AFTER_OPEN: &str = "\
Exit code: 0 when everything is written, 1 when that too, but the last day of the file is over, 2 when nothing is written.
What is written is not sealed: remove the folder when you are done.";

/// Opens or seals.
pub fn run(command: &Command) -> Outcome {
    match command {
        Command::Open(arguments) => open::run(arguments),
        Command::Seal(arguments) => seal::run(arguments),
    }
}
