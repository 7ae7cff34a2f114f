//! `check schema`: prints the schemas of all input and output.

use std::path::Path;

use clap::ValueEnum;
use eherkenning_wizard::domain::catalogue::{CATALOGUE_FORMAT, CatalogueFile};
use eherkenning_wizard::domain::draft::{APPLICATION_FORMAT, Draft};
use eherkenning_wizard::domain::handover::{HANDOVER_FORMAT, Handover};
use eherkenning_wizard::domain::lookup::{REGISTRATION_FORMAT, Registration};
use eherkenning_wizard::domain::offer::{OFFER_FORMAT, OfferTerms};
use eherkenning_wizard::domain::verdict::VERDICT_FORMAT;
use schemars::{Schema, schema_for};
use serde_json::{Map, Value};

use super::closing::{closed, with_format};
use super::files::{Exit, Outcome, pretty, print as print_text, write as write_file};
use super::openapi;
use super::shapes::{AnswerShape, IssueShape};

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// All of them.
    All,
    /// The verdict on an application.
    Answer,
    /// An application.
    Application,
    /// A service catalogue.
    Catalogue,
    /// The content of a handover.
    Handover,
    /// The issues of an application.
    Issues,
    /// A supplier's offer.
    Offer,
    /// The endpoints of a backend, as OpenAPI 3.1.
    Openapi,
    /// The registration of an organisation: the response to a look-up.
    Registration,
}

impl SchemaOf {
    const EACH: [Self; 8] = [
        Self::Answer,
        Self::Application,
        Self::Catalogue,
        Self::Handover,
        Self::Issues,
        Self::Offer,
        Self::Openapi,
        Self::Registration,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Answer => "answer",
            Self::Application => "application",
            Self::Catalogue => "catalogue",
            Self::Handover => "handover",
            Self::Issues => "issues",
            Self::Offer => "offer",
            Self::Openapi => "openapi",
            Self::Registration => "registration",
        }
    }

    fn file(self) -> String {
        let ending = if self == Self::Openapi { "json" } else { "schema.json" };
        format!("{}.{ending}", self.name())
    }

    fn value(self) -> Value {
        match self {
            Self::All => Self::EACH.iter().map(|of| (of.name().to_owned(), of.value())).collect::<Map<_, _>>().into(),
            Self::Answer => titled(schema_for!(AnswerShape), "Verdict on an application"),
            Self::Application => closed_format(schema_for!(Draft), "Application for eHerkenning", APPLICATION_FORMAT),
            Self::Catalogue => {
                // Not closed: a catalogue may have unknown fields as long as they are empty.
                let schema = titled(schema_for!(CatalogueFile), "Service catalogue");
                with_format(schema, CATALOGUE_FORMAT)
            }
            Self::Handover => {
                // Not closed: the wizard passes over fields that it does not know.
                with_format(titled(schema_for!(Handover), "Content of a handover"), HANDOVER_FORMAT)
            }
            Self::Issues => closed(titled(schema_for!(Vec<IssueShape>), "Issues of an application")),
            Self::Offer => closed_format(schema_for!(OfferTerms), "Offer of a supplier", OFFER_FORMAT),
            Self::Openapi => openapi::document(),
            Self::Registration => {
                // Not closed: the wizard passes over fields that it does not know.
                let schema = titled(schema_for!(Registration), "Registration of an organisation");
                with_format(schema, REGISTRATION_FORMAT)
            }
        }
    }
}

/// Prints a schema, or all schemas as one object; with a folder, writes each to its own file.
pub fn print(of: SchemaOf, folder: Option<&Path>) -> Outcome {
    let each: &[SchemaOf] = if of == SchemaOf::All { &SchemaOf::EACH } else { &[of] };
    match folder {
        Some(folder) => {
            for of in each {
                write_file(&folder.join(of.file()), &text(of.value())?)?;
            }
        }
        None => print_text(&text(of.value())?)?,
    }
    Ok(Exit::Valid)
}

/// As text, with the keywords in the usual order: title and description before the properties.
fn text(value: Value) -> Result<String, String> {
    let schema = Schema::try_from(value).map_err(|error| error.to_string())?;
    pretty(&schema)
}

fn titled(mut schema: Schema, title: &str) -> Value {
    schema.insert("title".to_owned(), title.into());
    let mut value = schema.to_value();
    for variant in value.get_mut("anyOf").and_then(Value::as_array_mut).into_iter().flatten() {
        *variant = with_format(variant.take(), VERDICT_FORMAT);
    }
    value
}

fn closed_format(schema: Schema, title: &str, format: &str) -> Value {
    closed(with_format(titled(schema, title), format))
}
