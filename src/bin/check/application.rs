//! `check application`: runs the rules on a finished application.

use std::path::PathBuf;

use clap::Args;
use eherkenning_wizard::domain::journey::Addressee;
use eherkenning_wizard::domain::rules::Issues;
use eherkenning_wizard::domain::scheme::Lang;
use eherkenning_wizard::domain::texts;
use eherkenning_wizard::domain::verdict::{
    MAX_APPLICATION_BYTES, MAX_CATALOGUE_BYTES, MAX_OFFER_BYTES, Verdict, read_application, read_facts,
};

use super::clock;
use super::files::{Exit, Outcome, language, print, read};

#[derive(Args)]
pub struct Arguments {
    /// The application as JSON.
    #[arg(default_value = "-")]
    file: PathBuf,
    /// The supplier's offer.
    #[arg(long, value_name = "FILE")]
    offer: PathBuf,
    /// The service catalogue.
    #[arg(long, value_name = "FILE")]
    catalogue: PathBuf,
    /// Day to check for, YYYY-MM-DD. Default: today in the Netherlands.
    #[arg(long, value_name = "DATE")]
    today: Option<String>,
    /// Prints a sentence per issue instead of JSON, in the applicant's language.
    #[arg(long)]
    human: bool,
    /// Language of the sentences, `nl` or `en`, instead of the applicant's.
    #[arg(long, value_name = "LANG", value_parser = language, requires = "human")]
    lang: Option<Lang>,
}

/// Prints the verdict.
pub fn check(arguments: &Arguments) -> Outcome {
    let Arguments { file, offer, catalogue, today, human, lang } = arguments;
    let today = today.clone().unwrap_or_else(|| clock::today().to_string());
    let offer = read(offer, MAX_OFFER_BYTES)?;
    let catalogue = read(catalogue, MAX_CATALOGUE_BYTES)?;
    let application = read(file, MAX_APPLICATION_BYTES)?;
    let verdict = match read_facts(&offer, &catalogue, today.as_bytes()) {
        Ok(facts) => Verdict::to(&application, &facts),
        Err(unreadable) => Verdict::Unreadable(unreadable),
    };
    let exit = match &verdict {
        Verdict::Accepted(_) => Exit::Valid,
        Verdict::Refused(_) => Exit::Invalid,
        Verdict::Unreadable(_) => Exit::Unreadable,
    };
    if !human {
        print(&(verdict.print() + "\n"))?;
        return Ok(exit);
    }
    match verdict {
        Verdict::Accepted(signed) => print(&format!("{}: no issues\n", signed.id()))?,
        Verdict::Refused(issues) => {
            // What is refused was read.
            let draft = read_application(&application).map(|received| received.draft).unwrap_or_default();
            let lang = lang.or(draft.language).unwrap_or(Lang::Nl);
            print(&sentences(&issues, lang, Addressee::of(&draft)))?;
        }
        Verdict::Unreadable(unreadable) => return Err(unreadable.to_string()),
    }
    Ok(exit)
}

fn sentences(issues: &Issues, lang: Lang, to: Addressee<'_>) -> String {
    let lines = issues.iter().map(|issue| {
        let (short, sentence) =
            (texts::question(lang, issue.place.question, to).short, texts::sentence(lang, issue, to));
        format!("{short} ({}): {sentence} [{}]\n", issue.place, issue.rule.code())
    });
    lines.collect()
}
