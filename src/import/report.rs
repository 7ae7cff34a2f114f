//! The report of an import: what was imported, and what was skipped, at which line and why.

use std::collections::BTreeMap;
use std::fmt;

/// How many skips the report lists; further ones are only counted.
const MAX_SKIPS: usize = 10_000;

/// What was imported and what was skipped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The version that the file states.
    pub version: String,
    /// The moment of issue that the file states.
    pub issued: String,
    /// Whether the file has a signature. It is not verified.
    pub is_signed: bool,
    /// Whether the version names the test environment.
    pub is_test: bool,
    /// Number of providers in the file.
    pub providers: usize,
    /// Number of definitions in the file.
    pub definitions: usize,
    /// Number of instances in the file.
    pub instances: usize,
    /// Number of imported providers.
    pub imported_providers: usize,
    /// Number of imported services.
    pub imported_services: usize,
    /// How many imported services another provider, earlier in the file, has as well.
    pub shared: usize,
    /// How many imported services ask a level that is no longer issued.
    pub ended: usize,
    /// What was skipped, ordered by line.
    pub skips: Vec<Skip>,
    /// How many skips `skips` does not list.
    pub more_skips: usize,
    /// How many skips are faults.
    pub faults: usize,
    /// Known elements that the import does not use, with their count.
    pub unused: BTreeMap<String, usize>,
}

/// A part of the file that was not imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skip {
    /// Line where it begins.
    pub line: usize,
    /// What kind of part it is.
    pub part: Part,
    /// Its identifier or name, as far as known.
    pub subject: String,
    /// Why it was skipped.
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
    /// It is not public. Not a fault.
    NotPublic,
    /// It only accepts foreign identities (eIDAS), not eHerkenning. Not a fault.
    OnlyEidas,
    /// None of its services was imported. Not a fault of its own.
    NoService,
    /// It does not say whether it is public.
    PublicUnknown,
    /// The OIN is not twenty digits.
    Oin,
    /// The provider at this line has the same OIN.
    OinTwice(usize),
    /// It has no usable name.
    NoName,
    /// The name has markup.
    NameMarkup,
    /// The name has control characters.
    NameCharacters,
    /// The name is longer than 256 characters.
    NameLength,
    /// The UUID is missing or malformed.
    Uuid,
    /// The same provider uses this UUID at this line.
    UuidTwice(usize),
    /// Another provider defines this UUID at this line, with another level.
    OtherLevel(usize),
    /// It states no level.
    NoLevel,
    /// This level is not one of the scheme.
    LevelUrn(String),
    /// The ServiceID is missing or malformed.
    ServiceId,
    /// The instance at this line has the same ServiceID.
    ServiceIdTwice(usize),
    /// The file has no definition with this UUID.
    NoDefinition(String),
    /// The definition at this line was skipped.
    DefinitionSkipped(usize),
    /// The scheme has no such element here.
    UnknownElement,
    /// The scheme does not have this value here.
    UnknownValue(String),
}

impl SkipReason {
    /// The code for programs.
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

    /// Whether this is a fault in the file.
    pub const fn is_fault(&self) -> bool {
        !matches!(self, Self::NotPublic | Self::OnlyEidas | Self::NoService)
    }
}

impl fmt::Display for SkipReason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotPublic => write!(formatter, "not public"),
            Self::OnlyEidas => write!(formatter, "only for foreign identities (eIDAS)"),
            Self::NoService => write!(formatter, "none of its services was imported"),
            Self::PublicUnknown => write!(formatter, "IsPublic is missing or not true or false"),
            Self::Oin => write!(formatter, "the OIN is not twenty digits"),
            Self::OinTwice(line) => write!(formatter, "duplicate OIN, first used at line {line}"),
            Self::NoName => write!(formatter, "no usable name"),
            Self::NameMarkup => write!(formatter, "the name has markup"),
            Self::NameCharacters => write!(formatter, "the name has control characters"),
            Self::NameLength => write!(formatter, "the name is too long"),
            Self::Uuid => write!(formatter, "the UUID is missing or malformed"),
            Self::UuidTwice(line) => write!(formatter, "duplicate UUID, first used at line {line}"),
            Self::OtherLevel(line) => write!(formatter, "the level differs from the same UUID at line {line}"),
            Self::NoLevel => write!(formatter, "no level"),
            Self::LevelUrn(found) => write!(formatter, "unknown level {found:?}"),
            Self::ServiceId => write!(formatter, "the ServiceID is missing or malformed"),
            Self::ServiceIdTwice(line) => write!(formatter, "duplicate ServiceID, first used at line {line}"),
            Self::NoDefinition(uuid) => write!(formatter, "no definition {uuid:?}"),
            Self::DefinitionSkipped(line) => write!(formatter, "its definition at line {line} was skipped"),
            Self::UnknownElement => write!(formatter, "unknown element here"),
            Self::UnknownValue(found) => write!(formatter, "unknown value {found:?} here"),
        }
    }
}

impl Part {
    /// The word for it in reports.
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
    /// Whether the file has no faults.
    pub const fn is_clean(&self) -> bool {
        self.faults == 0
    }

    /// How many parts were skipped.
    pub const fn skipped(&self) -> usize {
        self.skips.len() + self.more_skips
    }

    pub(super) fn skip(&mut self, line: usize, part: Part, subject: &str, reason: SkipReason) {
        self.faults += usize::from(reason.is_fault());
        if self.skips.len() < MAX_SKIPS {
            self.skips.push(Skip { line, part, subject: printable(subject), reason });
        } else {
            self.more_skips += 1;
        }
    }

    pub(super) fn count_unused(&mut self, name: &str) {
        *self.unused.entry(name.to_owned()).or_default() += 1;
    }
}

/// Text from the file made safe for a terminal: at most 80 characters, without control characters.
pub(super) fn printable(text: &str) -> String {
    text.trim().chars().take(80).map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let signature = if self.is_signed { "signed (the signature is not verified)" } else { "not signed" };
        let test = if self.is_test { ", not from production" } else { "" };
        writeln!(formatter, "version {:?}, issued {:?}, {signature}{test}", self.version, self.issued)?;
        let (providers, definitions, instances) = (self.providers, self.definitions, self.instances);
        writeln!(formatter, "in the file: {providers} providers, {definitions} definitions, {instances} instances")?;
        let (services, shared, ended) = (self.imported_services, self.shared, self.ended);
        writeln!(
            formatter,
            "imported: {} providers, {services} services ({shared} shared with another provider, {ended} at a level no longer issued)",
            self.imported_providers
        )?;
        writeln!(formatter, "skipped: {}, {} because of a fault", self.skipped(), self.faults)?;
        for Skip { line, part, subject, reason } in &self.skips {
            writeln!(formatter, "  line {line}: {} {subject:?}: {reason} [{}]", part.word(), reason.code())?;
        }
        if self.more_skips > 0 {
            writeln!(formatter, "  and {} more", self.more_skips)?;
        }
        let unused: Vec<String> = self.unused.iter().map(|(name, count)| format!("{name} {count}")).collect();
        if !unused.is_empty() {
            writeln!(formatter, "unused elements: {}", unused.join(", "))?;
        }
        Ok(())
    }
}
