//! Consents, signatures, and sealing: what an application needs before it can be sent.

use super::case::Case;
use super::optional::{optional, text_of};
use super::{Application, Facts, Requirements, SignReason};
use crate::domain::draft::{ConsentDraft, ConsentsDraft, Draft, SignatureDraft, SigningDraft};
use crate::domain::offer::Statement;
use crate::domain::rules::{Issues, Place, Question, Rule};
use crate::domain::scheme::{FormRoute, Moment, PersonName, Sha256, SigningMethod, Text, Uuid, fold};

/// A finished application: every rule holds, and it has consents and signatures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedApplication {
    application: Application,
    id: Uuid,
    prepared_at: Moment,
    terms: Consent,
    privacy: Consent,
    form: Option<FormRoute>,
    signatures: Vec<Signature>,
}

/// Agreement with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// Version of the text.
    pub version: Text,
    /// Moment of agreement.
    pub accepted_at: Moment,
}

/// One signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Row of the representative who signs.
    pub row: usize,
    /// Method.
    pub method: SigningMethod,
    /// Moment.
    pub at: Moment,
    /// The typed name, if the signature is not drawn.
    pub typed_name: Option<PersonName>,
    /// Digest of what was signed, if that was before the moment of sending.
    pub digest: Option<Sha256>,
}

/// What an application gets at the moment it is finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// A fresh UUID: the number of the application and its idempotency key.
    pub id: String,
    /// Now, RFC 3339 in UTC.
    pub at: String,
}

impl SignedApplication {
    /// Finishes a draft: sets its number, moment, price and signatures, and checks it. Method and moment of a signature that
    /// has a digest are kept.
    ///
    /// # Errors
    /// Every rule that does not hold.
    pub fn seal(draft: &Draft, facts: &Facts, seal: &Seal) -> Result<Self, Issues> {
        let requirements = Requirements::of(draft, facts);
        let mut sealed = Case { draft, facts, requirements: &requirements }.completed();
        sealed.id.clone_from(&seal.id);
        sealed.prepared_at.clone_from(&seal.at);
        let signature = |row: &usize| match draft.signature(*row) {
            Some(signature) if !signature.digest.is_empty() => signature.clone(),
            signature => SignatureDraft {
                by: SignatureDraft::by(*row),
                method: requirements.signing(),
                at: seal.at.clone(),
                typed_name: signature.map(|signature| signature.typed_name.clone()).unwrap_or_default(),
                digest: String::new(),
            },
        };
        sealed.signatures = requirements.signatories.rows.iter().map(signature).collect();
        Self::parse(&sealed, facts)
    }

    /// The only way to make one: checks a finished application against the facts.
    ///
    /// # Errors
    /// Every rule that does not hold, with its place.
    pub fn parse(draft: &Draft, facts: &Facts) -> Result<Self, Issues> {
        let requirements = Requirements::of(draft, facts);
        let case = Case { draft, facts, requirements: &requirements };
        let mut issues = Issues::default();
        let application = issues.absorb(Application::parse_case(case));
        let id = issues.keep(Question::Id, Uuid::parse(&draft.id));
        let prepared_at = issues.keep(Question::PreparedAt, Moment::parse(&draft.prepared_at));
        if draft.contract.price.is_none() {
            issues.add(Question::Price, Rule::Required);
        }
        if requirements
            .extract()
            .is_some_and(|brought| draft.authority_proof.extract.is_some_and(|said| said != brought))
        {
            issues.add(Question::ExtractSource, Rule::ExtractSourceNotOffered);
        }
        issues.extend(unsigned(case));
        let links = &facts.offer.links;
        let terms = Consent::parse(draft.consents.terms.as_ref(), &links.terms, Question::ConsentTerms);
        let terms = issues.absorb(terms);
        let privacy = Consent::parse(draft.consents.privacy.as_ref(), &links.privacy, Question::ConsentPrivacy);
        let privacy = issues.absorb(privacy);
        let signatures = issues.absorb(parse_signatures(case));
        let form = requirements.form_route();
        issues.finish(|| {
            let (application, id, prepared_at) = (application?, id?, prepared_at?);
            let (terms, privacy, signatures) = (terms?, privacy?, signatures?);
            Some(Self { application, id, prepared_at, terms, privacy, form, signatures })
        })
    }

    /// What still keeps a draft from being finished.
    pub fn problems(draft: &Draft, facts: &Facts) -> Issues {
        Self::problems_given(draft, facts, &Requirements::of(draft, facts))
    }

    /// See [`SignedApplication::problems`]; for callers that have already computed what the draft asks.
    pub fn problems_given(draft: &Draft, facts: &Facts, requirements: &Requirements) -> Issues {
        let case = Case { draft, facts, requirements };
        let mut issues = Application::parse_case(case).err().unwrap_or_default();
        let links = &facts.offer.links;
        let consents = [
            (draft.consents.terms.as_ref(), &links.terms, Question::ConsentTerms),
            (draft.consents.privacy.as_ref(), &links.privacy, Question::ConsentPrivacy),
        ];
        for (consent, statement, question) in consents {
            issues.absorb(Consent::parse(consent, statement, question));
        }
        issues.extend(unsigned(case));
        issues
    }

    /// The application.
    pub fn application(&self) -> &Application {
        &self.application
    }

    /// Its number and idempotency key.
    pub fn id(&self) -> &str {
        self.id.as_str()
    }
}

impl Consent {
    fn parse(draft: Option<&ConsentDraft>, statement: &Statement, question: Question) -> Result<Self, Issues> {
        let mut issues = Issues::default();
        let Some(draft) = draft else {
            issues.add(question, Rule::Required);
            return Err(issues);
        };
        if draft.version != statement.version {
            issues.add_with(question, Rule::ConsentVersion, statement.version.clone());
        }
        let version = issues.keep(question, Text::parse(&draft.version, question.longest()));
        let accepted_at = issues.keep(question, Moment::parse(&draft.accepted_at));
        issues.finish(|| Some(Self { version: version?, accepted_at: accepted_at? }))
    }
}

/// Whether a way of signing is chosen, and everything it requires is present.
fn unsigned(case: Case<'_>) -> Issues {
    let mut issues = Issues::default();
    let draft = case.draft;
    let method = issues.keep(Question::SigningMethod, case.requirements.signing().ok_or(Rule::Required));
    if case.terms().is_some() && method.is_some_and(|method| !case.requirements.signing_methods().contains(&method)) {
        issues.add(Question::SigningMethod, Rule::SigningMethodNotOffered);
    }
    if method == Some(SigningMethod::Pen) {
        let route = issues.keep(Question::FormRoute, case.requirements.form_route().ok_or(Rule::Required));
        if route.is_some_and(|route| !case.facts.offer.form_routes.contains(&route)) {
            issues.add(Question::FormRoute, Rule::SigningMethodNotOffered);
        }
    }
    if method == Some(SigningMethod::Screen) {
        for row in &case.requirements.signatories.rows {
            let is_drawn = draft.documents_at(Place::row(Question::SignatureDrawing, *row)).next().is_some();
            let typed = draft.signature(*row).map(|signature| signature.typed_name.trim()).unwrap_or_default();
            let place = Place::row(Question::TypedName, *row);
            if typed.is_empty() && !is_drawn {
                issues.add(place, Rule::SignatureMissing);
            } else if !typed.is_empty() && !is_name_of(draft, *row, typed) {
                issues.add(place, Rule::TypedNameDiffers);
            }
        }
    }
    issues
}

/// Whether a typed name contains the surname of the representative, in whole words, whatever separates them; the
/// first of the first names where a dash or dot is the surname.
fn is_name_of(draft: &Draft, row: usize, typed: &str) -> bool {
    let (given_names, surname) = match draft.representative(row) {
        Some(representative) if representative.is_user == Some(true) => (&draft.user.given_names, &draft.user.surname),
        Some(representative) => (&representative.given_names, &representative.surname),
        None => return false,
    };
    let is_named = PersonName::parse(surname).is_ok_and(|surname| surname.is_named());
    let name = if is_named { surname } else { given_names.split_whitespace().next().unwrap_or_default() };
    let (typed, surname) = (fold(typed), fold(name));
    let words = |text: &'_ str| -> Vec<String> {
        text.split(|c: char| c.is_ascii() && !c.is_ascii_alphabetic()).map(str::to_owned).collect()
    };
    let (typed_words, surname) = (words(&typed), words(&surname).concat());
    let starts_at = |start| {
        (start..typed_words.len())
            .any(|end| typed_words.get(start..=end).is_some_and(|words| words.concat() == surname))
    };
    PersonName::parse_full(&typed).is_ok() && !surname.is_empty() && (0..typed_words.len()).any(starts_at)
}

fn parse_signatures(case: Case<'_>) -> Result<Vec<Signature>, Issues> {
    let draft = case.draft;
    let mut issues = Issues::default();
    let mut signatures = Vec::new();
    for row in &case.requirements.signatories.rows {
        let place = Place::row(Question::Signature, *row);
        let Some(signature) = draft.signature(*row) else {
            issues.add(place, Rule::SignatureMissing);
            continue;
        };
        let method = issues.keep(place, signature.method.ok_or(Rule::SignatureMissing));
        if method.is_some() && method != case.requirements.signing() {
            issues.add(place, Rule::SigningMethodNotOffered);
        }
        let at = issues.keep(place, Moment::parse(&signature.at));
        let typed = Place::row(Question::TypedName, *row);
        let is_screen = method == Some(SigningMethod::Screen);
        let typed_name = match is_screen {
            true => optional(&mut issues, typed, &signature.typed_name, PersonName::parse_full),
            false => None,
        };
        let digest = optional(&mut issues, place, &signature.digest, |digest| {
            Sha256::parse(digest).map_err(|_| Rule::SignatureOutdated)
        });
        if digest.is_some() && case.terms().is_some_and(|terms| !terms.handover) {
            issues.add(place, Rule::SigningMethodNotOffered);
        }
        if let (Some(method), Some(at)) = (method, at) {
            signatures.push(Signature { row: *row, method, at, typed_name, digest });
        }
    }
    // If it is unknown who must sign, another rule is broken: do not report the signatures as well.
    let is_known = case.requirements.signatories.reason != SignReason::Unknown;
    for signature in draft.signatures.iter().filter(|_| is_known) {
        if !case.requirements.signatories.rows.iter().any(|row| SignatureDraft::by(*row) == signature.by) {
            issues.add(Question::Representatives, Rule::SignatureNotAsked);
        }
    }
    issues.finish(|| Some(signatures))
}

/// The wire form of a signed application.
impl From<&SignedApplication> for Draft {
    fn from(signed: &SignedApplication) -> Self {
        Self {
            id: signed.id.as_str().to_owned(),
            prepared_at: signed.prepared_at.as_str().to_owned(),
            consents: ConsentsDraft {
                terms: Some(ConsentDraft::from(&signed.terms)),
                privacy: Some(ConsentDraft::from(&signed.privacy)),
            },
            signing: SigningDraft {
                method: signed.signatures.first().map(|signature| signature.method),
                form: signed.form,
            },
            signatures: signed.signatures.iter().map(SignatureDraft::from).collect(),
            ..Self::from(&signed.application)
        }
    }
}

impl From<&Consent> for ConsentDraft {
    fn from(consent: &Consent) -> Self {
        Self { version: consent.version.as_str().to_owned(), accepted_at: consent.accepted_at.as_str().to_owned() }
    }
}

impl From<&Signature> for SignatureDraft {
    fn from(signature: &Signature) -> Self {
        Self {
            by: SignatureDraft::by(signature.row),
            method: Some(signature.method),
            at: signature.at.as_str().to_owned(),
            typed_name: text_of(signature.typed_name.as_ref(), PersonName::as_str),
            digest: text_of(signature.digest.as_ref(), Sha256::as_str),
        }
    }
}
