//! The documents: which are required, and what each must be.

use super::case::Case;
use crate::domain::draft::DocumentDraft;
use crate::domain::offer::Attachments;
use crate::domain::rules::{Issues, Place, Question, Rule};
use crate::domain::scheme::{DocumentKind, FileName, MediaType, Sha256, Uuid};

/// One file of the application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Name of its part in the request.
    pub id: Uuid,
    /// What it is and of whom.
    pub place: Place,
    /// Kind.
    pub kind: DocumentKind,
    /// Name of the file.
    pub file_name: FileName,
    /// Media type.
    pub media_type: MediaType,
    /// Size in bytes.
    pub size_bytes: u64,
    /// Digest of the bytes.
    pub sha256: Sha256,
    /// Whether the details that must not be visible are covered.
    pub shielded: bool,
}

/// Checks whether a file of this type and size is accepted for a kind of document.
///
/// # Errors
/// The rule that it breaks, with its limit.
pub fn is_file_accepted(
    kind: DocumentKind,
    media_type: MediaType,
    size_bytes: u64,
    limits: &Attachments,
) -> Result<(), (Rule, String)> {
    let is_image = media_type != MediaType::Pdf;
    let is_taken = match kind {
        DocumentKind::UserIdCopy | DocumentKind::RepresentativeIdCopy => is_image,
        DocumentKind::SignatureDrawing => media_type == MediaType::Png,
        _ => true,
    };
    match size_bytes {
        0 => Err((Rule::DocumentEmpty, String::new())),
        _ if !is_taken && kind.is_id_copy() => Err((Rule::DocumentPdfCopy, String::new())),
        _ if !is_taken => Err((Rule::DocumentType, "PNG".to_owned())),
        size if size > limits.max_bytes => Err((Rule::DocumentTooLarge, limits.max_bytes.to_string())),
        _ => Ok(()),
    }
}

pub(super) fn parse(case: Case<'_>) -> Result<Vec<Document>, Issues> {
    let drafts = &case.draft.documents;
    let limits = &case.facts.offer.attachments;
    let mut issues = Issues::default();
    let mut documents = Vec::new();
    let mut ids = Vec::new();
    for draft in drafts {
        let Some(place) = draft.place() else {
            issues.add(Question::Documents, Rule::DocumentNotAsked);
            continue;
        };
        if !case.requirements.asks(place) {
            continue;
        }
        // Parsed, so that upper and lower case count as the same id.
        let id = Uuid::parse(&draft.id).map_or_else(|_| draft.id.clone(), |id| id.as_str().to_owned());
        if ids.contains(&id) {
            issues.add(place, Rule::DocumentIdTwice);
        }
        ids.push(id);
        documents.extend(issues.absorb(Document::parse(draft, place, limits)));
    }
    for place in case.requirements.documents() {
        let count = case.draft.documents_at(place).count();
        if count == 0 {
            issues.add(place, Rule::DocumentMissing);
        } else if count > limits.max_files {
            issues.add_with(place, Rule::DocumentTooMany, limits.max_files.to_string());
        } else if count == 1 && place.question == Question::UserIdCopy && has_two_sides(case) {
            issues.add(place, Rule::DocumentSideMissing);
        } else if place.question == Question::ParentExtract {
            let companies = case.draft.authority_proof.company_lines().count().min(limits.max_files);
            if count < companies {
                issues.add_with(place, Rule::ExtractsTooFew, companies.to_string());
            }
        }
    }
    let total = documents.iter().fold(0_u64, |sum, document: &Document| sum.saturating_add(document.size_bytes));
    if total > limits.max_total_bytes {
        issues.add_with(Question::Documents, Rule::DocumentsTooLarge, limits.max_total_bytes.to_string());
    }
    issues.finish(|| Some(documents))
}

/// Whether the supplier requires both sides of the user's kind of identity document.
fn has_two_sides(case: Case<'_>) -> bool {
    let kinds = &case.facts.offer.identity_documents.both_sides;
    case.requirements.asks(Question::IdentityDocumentKind)
        && case.draft.user.identity_document.kind.is_some_and(|kind| kinds.contains(&kind))
}

impl Document {
    fn parse(draft: &DocumentDraft, place: Place, limits: &Attachments) -> Result<Self, Issues> {
        let mut issues = Issues::default();
        let kind = issues.keep(place, draft.kind.ok_or(Rule::Required));
        let id = issues.keep(place, Uuid::parse(&draft.id));
        let file_name = issues.keep(place, FileName::parse(&draft.file_name));
        let sha256 = issues.keep(place, Sha256::parse(&draft.sha256));
        let media_type = MediaType::from_code(&draft.media_type);
        if media_type.is_none() {
            issues.add_with(place, Rule::DocumentType, "JPEG, PNG, PDF");
        }
        if let (Some(kind), Some(media_type)) = (kind, media_type)
            && let Err((rule, limit)) = is_file_accepted(kind, media_type, draft.size_bytes, limits)
        {
            issues.add_with(place, rule, limit);
        }
        if kind.is_some_and(DocumentKind::is_id_copy) && !draft.shielded {
            issues.add(place, Rule::DocumentNotShielded);
        }
        issues.finish(|| {
            let (id, kind, file_name, media_type, sha256) = (id?, kind?, file_name?, media_type?, sha256?);
            let (size_bytes, shielded) = (draft.size_bytes, draft.shielded);
            Some(Self { id, place, kind, file_name, media_type, size_bytes, sha256, shielded })
        })
    }
}

impl From<&Document> for DocumentDraft {
    fn from(document: &Document) -> Self {
        let place = document.place.to_string();
        let of = place.splitn(3, '.').nth(2).unwrap_or_default();
        Self {
            id: document.id.as_str().to_owned(),
            kind: Some(document.kind),
            of: of.to_owned(),
            file_name: document.file_name.as_str().to_owned(),
            media_type: document.media_type.code().to_owned(),
            size_bytes: document.size_bytes,
            sha256: document.sha256.as_str().to_owned(),
            shielded: document.shielded,
        }
    }
}
