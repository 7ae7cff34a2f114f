//! `intake sweep`: erases applications that are old enough.

use super::output::{Exit, Place, complain, complain_about, line, unavailable};
use crate::age::Age;
use crate::store::journal::Act;
use crate::store::sweeping::Step;

/// What is swept.
#[derive(clap::Args)]
pub struct Arguments {
    /// How old an application must be: hours, days or weeks, such as 12h, 30d or 4w.
    #[arg(long, value_name = "AGE", value_parser = Age::parse)]
    older_than: Age,
    /// Prints what would be done, and does nothing.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    place: Place,
}

/// Sweeps the store.
///
/// # Errors
/// When the store fails.
pub async fn run(arguments: &Arguments) -> Result<Exit, String> {
    let store = arguments.place.open()?;
    let age = &arguments.older_than;
    let why = age.reason();
    let plan = store.plan_sweep(Some(age.duration)).await.map_err(unavailable)?;
    complain_about(&plan.refused);
    let (mut erased, mut failed) = (0, plan.refused.len());
    for step in plan.steps {
        let done = match arguments.dry_run {
            true => Ok(()),
            false => store.sweep(&step, &why).await,
        };
        let would = if arguments.dry_run { "would be " } else { "" };
        match (done, &step) {
            (Ok(()), Step::Erase(stored)) => {
                erased += 1;
                line(format!("{} {would}erased", stored.receipt.reference))?;
            }
            (Ok(()), Step::End(key)) => line(format!("the attempt under key {key} {would}ended"))?,
            (Ok(()), Step::Remove { path, .. }) => line(format!("{path} {would}removed"))?,
            (Err(error), _) => {
                failed += 1;
                complain(unavailable(error));
            }
        }
    }
    if !arguments.dry_run {
        store.write_journal(Act::Sweep { older_than: age.to_string(), erased, failed }).await.map_err(unavailable)?;
    }
    Ok(if failed == 0 { Exit::Done } else { Exit::Incomplete })
}
