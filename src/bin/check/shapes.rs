//! The shapes of what is answered, for their schemas.

use eherkenning_wizard::domain::draft::Draft;
use eherkenning_wizard::domain::rules::Rule;
use eherkenning_wizard::domain::verdict::{Fault, Input};
use schemars::JsonSchema;

/// One broken rule, as it is printed.
#[derive(JsonSchema)]
#[schemars(rename = "Issue")]
#[expect(dead_code, reason = "only its schema is used")]
pub struct IssueShape {
    /// Path of the answer in the application, such as `user.email` or `representatives.1.surname`.
    place: String,
    /// The rule.
    code: Rule,
    /// What the rule speaks of.
    params: ParamsShape,
}

/// What a rule speaks of.
#[derive(JsonSchema)]
#[schemars(rename = "Params")]
#[expect(dead_code, reason = "only its schema is used")]
pub struct ParamsShape {
    /// What the rule names, such as a number of days, a level or a name; absent when it names nothing.
    #[schemars(default)]
    limit: Option<String>,
}

/// What the rules say of an application.
#[derive(JsonSchema)]
#[schemars(rename = "Answer", untagged, deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is used")]
pub enum AnswerShape {
    /// Every rule holds.
    Accepted {
        /// Name of this format.
        format: String,
        /// The application in its canonical form.
        application: Box<Draft>,
    },
    /// Rules do not hold.
    Refused {
        /// Name of this format.
        format: String,
        /// What is wrong.
        issues: Vec<IssueShape>,
    },
    /// Something cannot be read.
    Unreadable {
        /// Name of this format.
        format: String,
        /// What, where and why.
        error: ErrorShape,
    },
}

/// Why something cannot be read.
#[derive(JsonSchema)]
#[schemars(rename = "Error")]
#[expect(dead_code, reason = "only its schema is used")]
pub struct ErrorShape {
    /// What cannot be read.
    r#in: Input,
    /// Where in it, as a JSON pointer (RFC 6901).
    pointer: String,
    /// What is wrong, for programs.
    code: Fault,
    /// What is wrong, in English.
    message: String,
}

/// That an application is kept.
#[derive(JsonSchema)]
#[schemars(rename = "Receipt")]
#[expect(dead_code, reason = "only its schema is used")]
pub struct ReceiptShape {
    /// For people to quote.
    reference: String,
}

/// Why a request is refused (RFC 9457).
#[derive(JsonSchema)]
#[schemars(rename = "Problem")]
#[expect(dead_code, reason = "only its schema is used")]
pub struct ProblemShape {
    /// URN of the code.
    r#type: String,
    /// What is wrong, for people.
    title: String,
    /// The status of the answer.
    status: u16,
    /// What is wrong, for programs.
    code: String,
    /// Why the application cannot be read, in English, for the code `application_unreadable`.
    #[schemars(default)]
    detail: Option<String>,
    /// Where in the application that is, as a JSON pointer.
    #[schemars(default)]
    pointer: Option<String>,
    /// The rules that do not hold, for the codes `issues` and `too_large`.
    #[schemars(default)]
    issues: Option<Vec<FaultyShape>>,
}

/// One broken rule with its sentence.
#[derive(JsonSchema)]
#[schemars(rename = "IssueWithTitle")]
#[expect(dead_code, reason = "only its schema is used")]
pub struct FaultyShape {
    /// The rule and its place.
    #[schemars(flatten)]
    issue: IssueShape,
    /// A sentence in the language of the applicant.
    title: String,
}
