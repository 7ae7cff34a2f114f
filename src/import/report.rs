//! What came in from a file, and what did not: where it stands and why.

use std::collections::BTreeMap;
use std::fmt;

/// Entries of the report that are kept one by one; more are counted.
const MOST_SKIPS: usize = 10_000;

/// What came in and what did not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The version that the file states.
    pub version: String,
    /// The moment of issue that the file states.
    pub issued: String,
    /// Whether the file has a signature. It is not verified.
    pub is_signed: bool,
    /// Whether the file says that it is of another environment than production.
    pub is_test: bool,
    /// Providers that the file has.
    pub providers: usize,
    /// Definitions that the file has.
    pub definitions: usize,
    /// Instances that the file has.
    pub instances: usize,
    /// Providers that came in.
    pub kept_providers: usize,
    /// Services that came in.
    pub kept_services: usize,
    /// Of these, how many stand under a provider that shares the service of another.
    pub shared: usize,
    /// Of these, how many ask a level that is no longer issued.
    pub ended: usize,
    /// What was skipped, in the order of the lines.
    pub skips: Vec<Skip>,
    /// How many more were skipped than stand in `skips`.
    pub more_skips: usize,
    /// Of all that was skipped, how much was at fault.
    pub faults: usize,
    /// Elements that are known and that nothing here needs, with their number.
    pub unused: BTreeMap<String, usize>,
}

/// Something that did not come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skip {
    /// Line at which it begins.
    pub line: usize,
    /// What it is.
    pub part: Part,
    /// Its number or name, as far as known.
    pub subject: String,
    /// Why.
    pub reason: SkipReason,
}

/// What can be skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A provider with all its services.
    Provider,
    /// A definition.
    Definition,
    /// An instance.
    Instance,
    /// A name in one language.
    Name,
    /// An element.
    Element,
}

/// Why something was skipped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SkipReason {
    /// It is not public. No fault.
    NotPublic,
    /// Only identities from abroad (eIDAS) open it, and no eHerkenning means. No fault.
    OnlyEidas,
    /// None of its services came in. No fault of its own.
    NoService,
    /// It does not say whether it is public.
    PublicUnknown,
    /// The OIN is not twenty digits.
    Oin,
    /// The OIN stands at this line already.
    OinTwice(usize),
    /// It has no name that can be used.
    NoName,
    /// The name has markup.
    NameMarkup,
    /// The name has control characters.
    NameCharacters,
    /// The name is longer than 256 characters.
    NameLength,
    /// The UUID is missing or none.
    Uuid,
    /// The provider has this UUID at this line already.
    UuidTwice(usize),
    /// Another provider has this UUID at this line with another level.
    OtherLevel(usize),
    /// It states no level.
    NoLevel,
    /// The level is not one of the scheme: what stands there.
    LevelUrn(String),
    /// The service number is missing or has another shape.
    ServiceId,
    /// The service number stands at this line already.
    ServiceIdTwice(usize),
    /// There is no definition of this UUID in the file.
    NoDefinition(String),
    /// The definition at this line was skipped.
    DefinitionSkipped(usize),
    /// The scheme has no such element here.
    UnknownElement,
    /// The scheme has no such value here: what stands there.
    UnknownValue(String),
}

impl SkipReason {
    /// The code by which programs know it.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotPublic => "not_public",
            Self::OnlyEidas => "only_eidas",
            Self::NoService => "no_service",
            Self::PublicUnknown => "public_unknown",
            Self::Oin => "oin",
            Self::OinTwice(_) => "oin_twice",
            Self::NoName => "no_name",
            Self::NameMarkup => "name_markup",
            Self::NameCharacters => "name_characters",
            Self::NameLength => "name_length",
            Self::Uuid => "uuid",
            Self::UuidTwice(_) => "uuid_twice",
            Self::OtherLevel(_) => "other_level",
            Self::NoLevel => "no_level",
            Self::LevelUrn(_) => "level_urn",
            Self::ServiceId => "service_id",
            Self::ServiceIdTwice(_) => "service_id_twice",
            Self::NoDefinition(_) => "no_definition",
            Self::DefinitionSkipped(_) => "definition_skipped",
            Self::UnknownElement => "unknown_element",
            Self::UnknownValue(_) => "unknown_value",
        }
    }

    /// Whether the file is at fault.
    pub const fn is_fault(&self) -> bool {
        !matches!(self, Self::NotPublic | Self::OnlyEidas | Self::NoService)
    }
}

impl fmt::Display for SkipReason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotPublic => write!(formatter, "not public"),
            Self::OnlyEidas => write!(formatter, "only opened by identities from abroad (eIDAS)"),
            Self::NoService => write!(formatter, "none of its services came in"),
            Self::PublicUnknown => write!(formatter, "IsPublic is missing or not true or false"),
            Self::Oin => write!(formatter, "the OIN is not twenty digits"),
            Self::OinTwice(line) => write!(formatter, "the OIN stands at line {line} already"),
            Self::NoName => write!(formatter, "has no name that can be used"),
            Self::NameMarkup => write!(formatter, "the name has markup"),
            Self::NameCharacters => write!(formatter, "the name has control characters"),
            Self::NameLength => write!(formatter, "the name is too long"),
            Self::Uuid => write!(formatter, "the UUID is missing or none"),
            Self::UuidTwice(line) => write!(formatter, "the UUID stands at line {line} already"),
            Self::OtherLevel(line) => write!(formatter, "the UUID stands at line {line} with another level"),
            Self::NoLevel => write!(formatter, "states no level"),
            Self::LevelUrn(found) => write!(formatter, "the level {found:?} is unknown"),
            Self::ServiceId => write!(formatter, "the ServiceID is missing or has another shape"),
            Self::ServiceIdTwice(line) => write!(formatter, "the ServiceID stands at line {line} already"),
            Self::NoDefinition(uuid) => write!(formatter, "there is no definition {uuid:?}"),
            Self::DefinitionSkipped(line) => write!(formatter, "its definition at line {line} was skipped"),
            Self::UnknownElement => write!(formatter, "the scheme has no such element here"),
            Self::UnknownValue(found) => write!(formatter, "the scheme has no value {found:?} here"),
        }
    }
}

impl Part {
    /// Its word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Provider => "provider",
            Self::Definition => "definition",
            Self::Instance => "instance",
            Self::Name => "name",
            Self::Element => "element",
        }
    }
}

impl Report {
    /// Whether nothing in the file was at fault.
    pub const fn is_clean(&self) -> bool {
        self.faults == 0
    }

    /// How many things were skipped.
    pub const fn skipped(&self) -> usize {
        self.skips.len() + self.more_skips
    }

    pub(super) fn skip(&mut self, line: usize, part: Part, subject: &str, reason: SkipReason) {
        self.faults += usize::from(reason.is_fault());
        if self.skips.len() < MOST_SKIPS {
            self.skips.push(Skip { line, part, subject: shown(subject), reason });
        } else {
            self.more_skips += 1;
        }
    }

    pub(super) fn pass(&mut self, name: &str) {
        *self.unused.entry(name.to_owned()).or_default() += 1;
    }
}

/// A text of the file that can be shown in a terminal: short, and without control characters.
pub(super) fn shown(text: &str) -> String {
    text.trim().chars().take(80).map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let signature = if self.is_signed { "signed (the signature is not verified)" } else { "not signed" };
        let test = if self.is_test { ", not from production" } else { "" };
        writeln!(formatter, "version {:?}, issued {:?}, {signature}{test}", self.version, self.issued)?;
        let (providers, definitions, instances) = (self.providers, self.definitions, self.instances);
        writeln!(formatter, "in the file: {providers} providers, {definitions} definitions, {instances} instances")?;
        let (kept, shared, ended) = (self.kept_services, self.shared, self.ended);
        writeln!(
            formatter,
            "came in: {} providers, {kept} services ({shared} shared with another provider, {ended} at a level no longer issued)",
            self.kept_providers
        )?;
        writeln!(formatter, "skipped: {}, of which {} at fault", self.skipped(), self.faults)?;
        for Skip { line, part, subject, reason } in &self.skips {
            writeln!(formatter, "  line {line}: {} {subject:?}: {reason} [{}]", part.word(), reason.code())?;
        }
        if self.more_skips > 0 {
            writeln!(formatter, "  and {} more", self.more_skips)?;
        }
        let unused: Vec<String> = self.unused.iter().map(|(name, count)| format!("{name} {count}")).collect();
        if !unused.is_empty() {
            writeln!(formatter, "known and not used: {}", unused.join(", "))?;
        }
        Ok(())
    }
}
