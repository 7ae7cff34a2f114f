//! Types that mirror the JSON output, used only to generate its schemas.

use eherkenning_wizard::domain::draft::Draft;
use eherkenning_wizard::domain::rules::Rule;
use eherkenning_wizard::domain::verdict::{Fault, Input};
use schemars::JsonSchema;

/// One broken rule.
#[derive(JsonSchema)]
#[schemars(rename = "Issue")]
#[expect(dead_code, reason = "only its schema is used")]
pub struct IssueShape {
    /// Path of the answer in the application, such as `user.email` or `representatives.1.surname`.
    place: String,
    /// The rule.
    code: Rule,
    /// Values for the sentence of the rule.
    params: ParamsShape,
}

/// Values for the sentence of a rule.
#[derive(JsonSchema)]
#[schemars(rename = "Params")]
#[expect(dead_code, reason = "only its schema is used")]
pub struct ParamsShape {
    /// The value that the sentence names, such as a number of days, a level or a name; absent when it names none.
    #[schemars(default)]
    limit: Option<String>,
}

/// The verdict on an application.
#[derive(JsonSchema)]
#[schemars(rename = "Answer", untagged, deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is used")]
pub enum AnswerShape {
    /// No rule is broken.
    Accepted {
        /// Name of this format.
        format: String,
        /// The application in its canonical form.
        application: Box<Draft>,
    },
    /// Rules are broken.
    Refused {
        /// Name of this format.
        format: String,
        /// The broken rules.
        issues: Vec<IssueShape>,
    },
    /// An input cannot be read.
    Unreadable {
        /// Name of this format.
        format: String,
        /// Which input, where and why.
        error: ErrorShape,
    },
}

/// Why an input cannot be read.
#[derive(JsonSchema)]
#[schemars(rename = "Error")]
#[expect(dead_code, reason = "only its schema is used")]
pub struct ErrorShape {
    /// The input that cannot be read.
    r#in: Input,
    /// Where in that input, as a JSON pointer (RFC 6901).
    pointer: String,
    /// What is wrong, for programs.
    code: Fault,
    /// What is wrong, in English.
    message: String,
}

/// Confirms that an application is stored.
#[derive(JsonSchema)]
#[schemars(rename = "Receipt")]
#[expect(dead_code, reason = "only its schema is used")]
pub struct ReceiptShape {
    /// The number that people quote.
    reference: String,
}

/// Why a request is refused (RFC 9457).
#[derive(JsonSchema)]
#[schemars(rename = "Problem")]
#[expect(dead_code, reason = "only its schema is used")]
pub struct ProblemShape {
    /// The code as a URN.
    r#type: String,
    /// What is wrong, for people.
    title: String,
    /// The HTTP status.
    status: u16,
    /// What is wrong, for programs.
    code: String,
    /// Why the application cannot be read, in English, for the code `application_unreadable`.
    #[schemars(default)]
    detail: Option<String>,
    /// Where in the application, as a JSON pointer.
    #[schemars(default)]
    pointer: Option<String>,
    /// The broken rules, for the codes `issues`, `too_large` and `infected`.
    #[schemars(default)]
    issues: Option<Vec<TitledIssueShape>>,
    /// The same as the header `X-Request-Id`.
    #[schemars(default)]
    request_id: Option<String>,
}

/// A broken rule with its sentence.
#[derive(JsonSchema)]
#[schemars(rename = "IssueWithTitle")]
#[expect(dead_code, reason = "only its schema is used")]
pub struct TitledIssueShape {
    /// The rule and its place.
    #[schemars(flatten)]
    issue: IssueShape,
    /// A sentence in the applicant's language.
    title: String,
}
