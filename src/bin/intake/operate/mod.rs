//! The commands of operators: they find, hand on and erase what was stored. `docs/operate.md` describes them.

mod copying;
mod erase;
mod export;
mod filter;
mod find;
mod follow;
mod journal;
mod list;
mod manifest;
mod mark;
mod output;
mod partial;
mod show;
mod sweep;
mod verify;

use std::process::ExitCode;

use clap::Subcommand;

use output::Exit;

/// What an operator does.
#[derive(Subcommand)]
pub enum Command {
    /// Lists applications, the oldest first, without personal data.
    List(list::Arguments),
    /// Prints an application, and what is stored of it, as JSON.
    Show(show::Arguments),
    /// Copies applications with their documents to a folder, each once; with --follow also those that arrive.
    Export(export::Arguments),
    /// Marks an application as handled.
    Mark(mark::Arguments),
    /// Erases an application; its key, fingerprint and receipt stay.
    Erase(erase::Arguments),
    /// Erases applications that are old enough, and removes what attempts to store left behind.
    Sweep(sweep::Arguments),
    /// Checks every file against the receipts, and reports what is damaged, missing or left behind.
    Verify(verify::Arguments),
    /// Prints what operators did, as JSON lines.
    Journal(journal::Arguments),
}

/// Carries out a command.
pub async fn run(command: Command) -> ExitCode {
    let done = match command {
        Command::List(arguments) => list::run(&arguments).await,
        Command::Show(arguments) => show::run(&arguments).await,
        Command::Export(arguments) => export::run(&arguments).await,
        Command::Mark(arguments) => mark::run(&arguments).await,
        Command::Erase(arguments) => erase::run(&arguments).await,
        Command::Sweep(arguments) => sweep::run(&arguments).await,
        Command::Verify(arguments) => verify::run(&arguments).await,
        Command::Journal(arguments) => journal::run(&arguments).await,
    };
    match done {
        Ok(Exit::Done) => ExitCode::SUCCESS,
        Ok(Exit::Incomplete) => ExitCode::from(1),
        Err(message) => {
            output::complain(&message);
            ExitCode::from(2)
        }
    }
}
