//! An organisation as it is registered.

use serde::{Deserialize, Serialize};

use crate::domain::draft::{Draft, OrganisationDraft, SourceDraft};
use crate::domain::wire::{FromJson, Json, Misfit, fields};

/// The format that this version reads.
pub const REGISTRATION_FORMAT: &str = "eherkenning-registration/1";

/// An organisation as it is registered: the JSON with which a look-up answers.
///
/// What the applicant can answer is in the same fields as in an application. Nothing of it is checked here: the rules
/// check it once it is in a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Registration {
    /// [`REGISTRATION_FORMAT`].
    pub format: String,
    /// The organisation: its KvK number, name, legal form, and its visiting address unless that is shielded.
    pub organisation: OrganisationDraft,
    /// Whether the address is shielded, so that nobody may look it up.
    #[serde(default)]
    pub address_shielded: bool,
    /// The branches; absent if they are not known.
    #[serde(default)]
    pub branches: Option<Vec<Branch>>,
    /// The day on which the registration ended, such as `2024-01-31`; absent while it has not ended. Unknown parts are
    /// zeros: `2024-00-00`.
    #[serde(default)]
    pub ended_on: Option<String>,
}

/// A branch of an organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Branch {
    /// The branch number, twelve digits.
    pub branch_number: String,
    /// Its trade name.
    #[serde(default)]
    pub name: String,
}

impl Registration {
    /// Fills in what is registered in place of what was typed, except for the number. Without several branches the means
    /// is for the whole organisation.
    pub fn fill(self, draft: &mut OrganisationDraft, source: SourceDraft) {
        draft.name = self.organisation.name;
        draft.legal_form = self.organisation.legal_form;
        draft.address = self.organisation.address;
        draft.source = source;
        if self.branches.is_some_and(|branches| branches.len() < 2) {
            draft.restricted_to_branch = draft.restricted_to_branch.or(Some(false));
        }
    }
}

impl FromJson for Registration {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        let format = json.text("format")?;
        if format != REGISTRATION_FORMAT {
            return Err(Misfit("format"));
        }
        Ok(Self {
            format,
            organisation: Draft::from_json(json)?.organisation,
            address_shielded: json.get_or_default("address_shielded")?,
            branches: json.get_or_default("branches")?,
            ended_on: json.get_or_default("ended_on")?,
        })
    }
}

fields!(Branch: branch_number; default name);
