//! Application JSON in, issues JSON out; also checks offers and catalogues, and prints the schemas.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::{Parser, Subcommand, ValueEnum};
use eherkenning_wizard::domain::application::{Facts, SignedApplication};
use eherkenning_wizard::domain::catalogue::{
    CATALOGUE_FORMAT, Catalogue, CatalogueFile, OFFER_FORMAT, Offer, OfferTerms,
};
use eherkenning_wizard::domain::draft::{APPLICATION_FORMAT, Draft};
use eherkenning_wizard::domain::rules::{Issues, Rule};
use eherkenning_wizard::domain::scheme::{Date, Lang};
use eherkenning_wizard::domain::texts;
use schemars::{JsonSchema, Schema, schema_for};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Checks applications for eHerkenning with the rules of the wizard.
///
/// Exit code: 0 when nothing is wrong, 1 when rules do not hold, 2 when something cannot be read.
#[derive(Parser)]
#[command(
    version,
    after_help = "Example:\n  check application application.json --offer offer.json --catalogue catalogue.json"
)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Checks a finished application and prints its issues: [{"place": …, "code": …, "params": {"limit": …}}].
    ///
    /// Documents are checked as far as the application speaks of them; their bytes are not looked at.
    Application {
        /// The application as JSON; - reads it from standard input.
        file: PathBuf,
        /// The supplier's offer.
        #[arg(long, value_name = "FILE")]
        offer: PathBuf,
        /// The service catalogue.
        #[arg(long, value_name = "FILE")]
        catalogue: PathBuf,
        /// Day for which the rules are asked, YYYY-MM-DD; otherwise today in the Netherlands.
        #[arg(long, value_name = "DATE", value_parser = day)]
        today: Option<Date>,
        /// Prints a sentence for each issue, in the language of the applicant.
        #[arg(long)]
        human: bool,
    },
    /// Checks a service catalogue.
    Catalogue {
        /// The catalogue; - reads it from standard input.
        file: PathBuf,
    },
    /// Checks an offer.
    Offer {
        /// The offer; - reads it from standard input.
        file: PathBuf,
    },
    /// Prints a JSON Schema (2020-12).
    Schema {
        /// Of what.
        of: SchemaOf,
        /// Writes it to <DIR>/<NAME>.schema.json instead.
        #[arg(long, value_name = "DIR")]
        write: Option<PathBuf>,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum SchemaOf {
    Application,
    Catalogue,
    Issues,
    Offer,
}

/// One broken rule, as it is printed.
#[derive(JsonSchema)]
#[schemars(rename = "Issue")]
#[expect(dead_code, reason = "only its schema is used")]
struct IssueShape {
    /// Path of the answer in the application, such as `user.email` or `representatives.1.surname`.
    place: String,
    /// The rule.
    code: Rule,
    /// What the rule speaks of.
    params: ParamsShape,
}

#[derive(JsonSchema)]
#[schemars(rename = "Params")]
#[expect(dead_code, reason = "only its schema is used")]
struct ParamsShape {
    /// What the rule names, such as a number of days, a level or a name; absent when it names nothing.
    #[schemars(default)]
    limit: Option<String>,
}

fn main() -> ExitCode {
    let done = match Args::parse().command {
        Command::Application { file, offer, catalogue, today, human } => {
            application(&file, &offer, &catalogue, today.unwrap_or_else(today_here), human)
        }
        Command::Catalogue { file } => catalogue(&file),
        Command::Offer { file } => offer(&file),
        Command::Schema { of, write } => schema(of, write.as_deref()),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(message) => {
            eprintln!("check: {message}");
            ExitCode::from(2)
        }
    }
}

/// Prints the issues; tells whether there are none.
fn application(file: &Path, offer: &Path, catalogue: &Path, today: Date, human: bool) -> Result<bool, String> {
    let facts = Facts { offer: read(offer)?, catalogue: read(catalogue)?, today };
    let draft: Draft = read(file)?;
    let issues = SignedApplication::parse(&draft, &facts).err().unwrap_or_default();
    if human {
        print(&sentences(&issues, draft.language.unwrap_or(Lang::Nl)))?;
    } else {
        print(&pretty(&issues)?)?;
    }
    Ok(issues.is_empty())
}

fn sentences(issues: &Issues, lang: Lang) -> String {
    let questions = texts::texts(lang).question;
    let lines = issues.iter().map(|issue| {
        let (short, sentence) = (questions(issue.place.question).short, texts::sentence(lang, issue));
        format!("{} ({}): {sentence} [{}]\n", short, issue.place, issue.rule.code())
    });
    lines.collect()
}

/// Says what the catalogue holds; services that were left out are not all right.
fn catalogue(file: &Path) -> Result<bool, String> {
    let Some(catalogue) = accepted::<Catalogue>(file)? else {
        return Ok(false);
    };
    let providers = catalogue.providers();
    let services: usize = providers.iter().map(|provider| provider.services().len()).sum();
    let dropped = catalogue.dropped();
    let kind = if catalogue.is_official() { "official" } else { "not official" };
    let date = catalogue.date();
    print(&format!("{} providers, {services} services, {dropped} left out; {date}, {kind}\n", providers.len()))?;
    Ok(dropped == 0)
}

/// Says what the offer holds.
fn offer(file: &Path) -> Result<bool, String> {
    let Some(offer) = accepted::<Offer>(file)? else {
        return Ok(false);
    };
    let levels: Vec<&str> = offer.levels.iter().map(|level| level.level.code()).collect();
    print(&format!("{}, version {}: {}\n", offer.supplier.name, offer.version, levels.join(", ")))?;
    Ok(true)
}

/// The value of a file, or nothing after saying why it is refused; only a file that is no JSON cannot be read.
fn accepted<T: DeserializeOwned>(file: &Path) -> Result<Option<T>, String> {
    let value: serde_json::Value = read(file)?;
    match serde_json::from_value(value) {
        Ok(value) => Ok(Some(value)),
        Err(error) => {
            print(&format!("{error}\n"))?;
            Ok(None)
        }
    }
}

fn schema(of: SchemaOf, folder: Option<&Path>) -> Result<bool, String> {
    let (name, title, format, mut schema): (&str, &str, &str, Schema) = match of {
        SchemaOf::Application => ("application", "Application for eHerkenning", APPLICATION_FORMAT, schema_for!(Draft)),
        SchemaOf::Catalogue => ("catalogue", "Service catalogue", CATALOGUE_FORMAT, schema_for!(CatalogueFile)),
        SchemaOf::Issues => ("issues", "Issues of an application", "", schema_for!(Vec<IssueShape>)),
        SchemaOf::Offer => ("offer", "Offer of a supplier", OFFER_FORMAT, schema_for!(OfferTerms)),
    };
    schema.insert("title".to_owned(), title.into());
    if let Some(property) = schema.pointer_mut("/properties/format") {
        *property = serde_json::json!({ "description": "Name of this format.", "const": format, "type": "string" });
    }
    let text = pretty(&schema)?;
    match folder {
        None => print(&text)?,
        Some(folder) => {
            let path = folder.join(format!("{name}.schema.json"));
            fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
        }
    }
    Ok(true)
}

fn read<T: DeserializeOwned>(file: &Path) -> Result<T, String> {
    let mut bytes = Vec::new();
    let read = match file.to_str() {
        Some("-") => io::stdin().lock().read_to_end(&mut bytes),
        _ => fs::File::open(file).and_then(|mut file| file.read_to_end(&mut bytes)),
    };
    let unreadable = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
    read.map_err(|error| unreadable(&error))?;
    serde_json::from_slice(&bytes).map_err(|error| unreadable(&error))
}

fn pretty(value: &impl Serialize) -> Result<String, String> {
    serde_json::to_string_pretty(value).map(|text| text + "\n").map_err(|error| error.to_string())
}

fn print(text: &str) -> Result<(), String> {
    io::stdout().lock().write_all(text.as_bytes()).map_err(|error| error.to_string())
}

fn day(text: &str) -> Result<Date, &'static str> {
    Date::parse_iso(text).map_err(|_| "a day is written YYYY-MM-DD")
}

/// Today in the Netherlands, wherever this runs.
fn today_here() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).map(|since| since.as_secs()).unwrap_or_default();
    Date::in_the_netherlands(i64::try_from(since).unwrap_or_default())
}
