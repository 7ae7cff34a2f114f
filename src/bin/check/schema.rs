//! `check schema`: the schemas of all that goes in and comes out.

use std::path::Path;

use clap::ValueEnum;
use eherkenning_wizard::domain::catalogue::{CATALOGUE_FORMAT, CatalogueFile};
use eherkenning_wizard::domain::draft::{APPLICATION_FORMAT, Draft};
use eherkenning_wizard::domain::offer::{OFFER_FORMAT, OfferTerms};
use eherkenning_wizard::domain::verdict::VERDICT_FORMAT;
use schemars::{Schema, schema_for};
use serde_json::{Map, Value};

use super::closing::{closed, of_format};
use super::files::{Done, Ended, pretty, print as print_text, write as write_file};
use super::openapi;
use super::shapes::{AnswerShape, IssueShape};

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// Every one.
    All,
    /// What the rules say of an application.
    Answer,
    /// An application.
    Application,
    /// A service catalogue.
    Catalogue,
    /// The issues of an application.
    Issues,
    /// A supplier's offer.
    Offer,
    /// The endpoint that takes applications, as OpenAPI 3.1.
    Openapi,
}

impl SchemaOf {
    const EACH: [Self; 6] =
        [Self::Answer, Self::Application, Self::Catalogue, Self::Issues, Self::Offer, Self::Openapi];

    const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Answer => "answer",
            Self::Application => "application",
            Self::Catalogue => "catalogue",
            Self::Issues => "issues",
            Self::Offer => "offer",
            Self::Openapi => "openapi",
        }
    }

    fn file(self) -> String {
        let ending = if self == Self::Openapi { "json" } else { "schema.json" };
        format!("{}.{ending}", self.name())
    }

    fn value(self) -> Value {
        match self {
            Self::All => Self::EACH.iter().map(|of| (of.name().to_owned(), of.value())).collect::<Map<_, _>>().into(),
            Self::Answer => titled(schema_for!(AnswerShape), "What the rules say of an application"),
            Self::Application => whole(schema_for!(Draft), "Application for eHerkenning", APPLICATION_FORMAT),
            Self::Catalogue => {
                // A catalogue may hold empty fields that nobody knows.
                let schema = titled(schema_for!(CatalogueFile), "Service catalogue");
                of_format(schema, CATALOGUE_FORMAT)
            }
            Self::Issues => closed(titled(schema_for!(Vec<IssueShape>), "Issues of an application")),
            Self::Offer => whole(schema_for!(OfferTerms), "Offer of a supplier", OFFER_FORMAT),
            Self::Openapi => openapi::document(),
        }
    }
}

/// Prints a schema, or all as one object; or writes each to its file.
pub fn print(of: SchemaOf, folder: Option<&Path>) -> Done {
    let each: &[SchemaOf] = if of == SchemaOf::All { &SchemaOf::EACH } else { &[of] };
    match folder {
        Some(folder) => {
            for of in each {
                write_file(&folder.join(of.file()), &text(of.value())?)?;
            }
        }
        None => print_text(&text(of.value())?)?,
    }
    Ok(Ended::Right)
}

/// In the order in which schemas are read: what it is, then what it holds.
fn text(value: Value) -> Result<String, String> {
    let schema = Schema::try_from(value).map_err(|error| error.to_string())?;
    pretty(&schema)
}

fn titled(mut schema: Schema, title: &str) -> Value {
    schema.insert("title".to_owned(), title.into());
    let mut value = schema.to_value();
    for variant in value.get_mut("anyOf").and_then(Value::as_array_mut).into_iter().flatten() {
        *variant = of_format(variant.take(), VERDICT_FORMAT);
    }
    value
}

fn whole(schema: Schema, title: &str, format: &str) -> Value {
    closed(of_format(titled(schema, title), format))
}
