//! `check schema`: the schemas of all that goes in and comes out.

use std::path::Path;

use clap::ValueEnum;
use eherkenning_wizard::domain::answer::{ANSWER_FORMAT, Fault, Input};
use eherkenning_wizard::domain::catalogue::{CATALOGUE_FORMAT, CatalogueFile, OFFER_FORMAT, OfferTerms};
use eherkenning_wizard::domain::draft::{APPLICATION_FORMAT, Draft};
use eherkenning_wizard::domain::rules::Rule;
use schemars::{JsonSchema, Schema, schema_for};
use serde_json::{Map, Value, json};

use super::files::{Done, Ended, pretty, print as print_text, write as write_file};

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
}

impl SchemaOf {
    const EACH: [Self; 5] = [Self::Answer, Self::Application, Self::Catalogue, Self::Issues, Self::Offer];

    const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Answer => "answer",
            Self::Application => "application",
            Self::Catalogue => "catalogue",
            Self::Issues => "issues",
            Self::Offer => "offer",
        }
    }

    fn file(self) -> String {
        format!("{}.schema.json", self.name())
    }
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

/// What the rules say of an application: one of the three stands beside the format.
#[derive(JsonSchema)]
#[schemars(rename = "Answer")]
#[expect(dead_code, reason = "only its schema is used")]
struct AnswerShape {
    /// Name of this format.
    format: String,
    /// Every rule holds: the application in its canonical form.
    #[schemars(default)]
    application: Option<Draft>,
    /// Rules do not hold.
    #[schemars(default)]
    issues: Option<Vec<IssueShape>>,
    /// Something cannot be read.
    #[schemars(default)]
    error: Option<ErrorShape>,
}

#[derive(JsonSchema)]
#[schemars(rename = "Error")]
#[expect(dead_code, reason = "only its schema is used")]
struct ErrorShape {
    /// What cannot be read.
    r#in: Input,
    /// Where in it, as a JSON pointer (RFC 6901).
    pointer: String,
    /// What is wrong, for programs.
    code: Fault,
    /// What is wrong, in English.
    message: String,
}

/// Prints a schema, or all as one object; or writes each to its file.
pub fn print(of: SchemaOf, folder: Option<&Path>) -> Done {
    let each: &[SchemaOf] = if of == SchemaOf::All { &SchemaOf::EACH } else { &[of] };
    match folder {
        Some(folder) => {
            for of in each {
                write_file(&folder.join(of.file()), &pretty(&schema(*of))?)?;
            }
        }
        None if of == SchemaOf::All => {
            let all: Map<String, Value> =
                each.iter().map(|of| (of.name().to_owned(), schema(*of).to_value())).collect();
            print_text(&pretty(&all)?)?;
        }
        None => print_text(&pretty(&schema(of))?)?,
    }
    Ok(Ended::Right)
}

fn schema(of: SchemaOf) -> Schema {
    let (title, format, mut schema): (&str, &str, Schema) = match of {
        SchemaOf::Answer | SchemaOf::All => {
            ("What the rules say of an application", ANSWER_FORMAT, schema_for!(AnswerShape))
        }
        SchemaOf::Application => ("Application for eHerkenning", APPLICATION_FORMAT, schema_for!(Draft)),
        SchemaOf::Catalogue => ("Service catalogue", CATALOGUE_FORMAT, schema_for!(CatalogueFile)),
        SchemaOf::Issues => ("Issues of an application", "", schema_for!(Vec<IssueShape>)),
        SchemaOf::Offer => ("Offer of a supplier", OFFER_FORMAT, schema_for!(OfferTerms)),
    };
    schema.insert("title".to_owned(), title.into());
    if let Some(property) = schema.pointer_mut("/properties/format") {
        *property = json!({ "description": "Name of this format.", "const": format, "type": "string" });
    }
    schema
}
