//! A catalogue read piece by piece: as a value of JSON, ten thousand services would take most of the time to make and
//! to let go of again.
//!
//! One reader for the file, its providers, their services and names, because each more of them weighs in the wizard.
//! A test holds it against reading a [`CatalogueFile`](super::CatalogueFile).

use std::borrow::Cow;

use super::service_catalogue::{Contents, is_date};
use super::vocabulary::{FNV_START, fnv1a};
use super::{CATALOGUE_FORMAT, Catalogue, NameFile, ProviderFile, ServiceFile};
use crate::domain::json::{Read, Scanner, Target};

/// Every field that is known somewhere: first the texts and the name. In the order in which they are written, so that
/// most are the next after the one before.
const FIELDS: [&str; 20] = [
    "oin",
    "id",
    "service_id",
    "name",
    "nl",
    "en",
    "level",
    "branch",
    "source",
    "date",
    "format",
    "licence",
    "aliases",
    "without_kvk",
    "identifies_by_bsn",
    "is_tax_authority",
    "official",
    "checksum",
    "services",
    "providers",
];
pub(super) const OIN: usize = 0;
pub(super) const ID: usize = 1;
pub(super) const SERVICE_ID: usize = 2;
const NAME: usize = 3;
pub(super) const NL: usize = 4;
pub(super) const EN: usize = 5;
pub(super) const LEVEL: usize = 6;
pub(super) const BRANCH: usize = 7;
pub(super) const SOURCE: usize = 8;
const DATE: usize = 9;
const FORMAT: usize = 10;
const LICENCE: usize = 11;
const ALIASES: usize = 12;
pub(super) const WITHOUT_KVK: usize = 13;
pub(super) const IDENTIFIES_BY_BSN: usize = 14;
pub(super) const IS_TAX_AUTHORITY: usize = 15;
const OFFICIAL: usize = 16;
const CHECKSUM: usize = 17;
const SERVICES: usize = 18;
const PROVIDERS: usize = 19;
const TEXTS: usize = ALIASES;

/// Which fields an object knows, as bits.
struct Kind {
    known: u32,
    /// Must stand there.
    required: u32,
    /// May be `null`.
    nullable: u32,
}

const FILE: Kind = Kind {
    known: 1 << FORMAT | 1 << SOURCE | 1 << DATE | 1 << LICENCE | 1 << OFFICIAL | 1 << CHECKSUM | 1 << PROVIDERS,
    required: 1 << FORMAT | 1 << DATE | 1 << PROVIDERS,
    nullable: 0,
};
const PROVIDER: Kind = Kind {
    known: 1 << OIN | 1 << NAME | 1 << ALIASES | 1 << IS_TAX_AUTHORITY | 1 << SERVICES,
    required: 1 << OIN | 1 << NAME,
    nullable: 0,
};
const SERVICE: Kind = Kind {
    known: 1 << ID
        | 1 << NAME
        | 1 << LEVEL
        | 1 << ALIASES
        | 1 << WITHOUT_KVK
        | 1 << IDENTIFIES_BY_BSN
        | SERVICE_NULLABLE,
    required: 0,
    nullable: SERVICE_NULLABLE,
};
const SERVICE_NULLABLE: u32 = 1 << SERVICE_ID | 1 << BRANCH | 1 << SOURCE | 1 << DATE;
const NAMES: Kind = Kind { known: 1 << NL | 1 << EN, required: 0, nullable: 1 << NL | 1 << EN };

/// What stands in an object and in its name.
#[derive(Default)]
pub(super) struct Record<'a> {
    texts: [Option<Cow<'a, str>>; TEXTS],
    pub(super) aliases: Vec<String>,
    checksum: Option<u32>,
    pub(super) services: Vec<Self>,
    /// What stood there, and what of it is true, as bits.
    seen: u32,
    flags: u32,
}

impl Record<'_> {
    fn named(name: NameFile, aliases: Vec<String>) -> Self {
        let mut record = Self { aliases, ..Self::default() };
        record.texts[NL] = name.nl.map(Cow::Owned);
        record.texts[EN] = name.en.map(Cow::Owned);
        record
    }

    /// A text to keep, unless it stands nowhere.
    pub(super) fn text(&mut self, field: usize) -> Option<String> {
        self.texts.get_mut(field).and_then(Option::take).map(Cow::into_owned)
    }

    /// A text to look at, unless it stands nowhere.
    pub(super) fn stated(&self, field: usize) -> Option<&str> {
        self.texts.get(field).and_then(Option::as_deref)
    }

    /// A text to look at, empty where it stands nowhere.
    pub(super) fn words(&self, field: usize) -> &str {
        self.stated(field).unwrap_or_default()
    }

    /// Whether it says so.
    pub(super) const fn is(&self, field: usize) -> bool {
        self.flags & 1 << field != 0
    }

    /// What [`CatalogueFile::sum`](super::CatalogueFile::sum) is, going on from the providers before.
    fn sum(&self, mut sum: u32) -> u32 {
        let mut add = |text: &str| sum = fnv1a(fnv1a(sum, text.as_bytes()), b"\n");
        add(self.words(OIN));
        for service in &self.services {
            for field in [ID, NL, EN, LEVEL] {
                add(service.words(field));
            }
        }
        sum
    }
}

impl From<ProviderFile> for Record<'_> {
    fn from(file: ProviderFile) -> Self {
        let mut record = Self::named(file.name, file.aliases);
        record.texts[OIN] = Some(Cow::Owned(file.oin));
        record.flags = u32::from(file.is_tax_authority) << IS_TAX_AUTHORITY;
        record.services = file.services.into_iter().map(Self::from).collect();
        record
    }
}

impl From<ServiceFile> for Record<'_> {
    fn from(file: ServiceFile) -> Self {
        let mut record = Self::named(file.name, file.aliases);
        record.texts[ID] = Some(Cow::Owned(file.id));
        record.texts[LEVEL] = Some(Cow::Owned(file.level));
        record.texts[SERVICE_ID] = file.service_id.map(Cow::Owned);
        record.texts[BRANCH] = file.branch.map(Cow::Owned);
        record.texts[SOURCE] = file.source.map(Cow::Owned);
        record.flags =
            u32::from(file.without_kvk) << WITHOUT_KVK | u32::from(file.identifies_by_bsn) << IDENTIFIES_BY_BSN;
        record
    }
}

impl Catalogue {
    /// Reads the text of a file. It takes the same files as reading a [`CatalogueFile`](super::CatalogueFile) does, in
    /// less time and room, but cannot tell what is wrong with another.
    pub fn read(text: &str) -> Option<Self> {
        // Most services take some two hundred bytes.
        let mut reading = Reading { contents: Contents::with_room(text.len() / 200), sum: FNV_START, next: 0 };
        let mut scanner = Scanner::new(text);
        let mut file = Record::default();
        reading.fields(&mut scanner, &FILE, &mut file).ok()?;
        scanner.end().ok()?;
        let is_whole = file.checksum.is_none_or(|stated| stated == reading.sum);
        if !is_whole || file.words(FORMAT) != CATALOGUE_FORMAT || !is_date(file.words(DATE)) {
            return None;
        }
        let mut contents = reading.contents;
        contents.source = file.text(SOURCE).unwrap_or_default();
        contents.date = file.text(DATE).unwrap_or_default();
        contents.licence = file.text(LICENCE).unwrap_or_default();
        contents.is_official = file.is(OFFICIAL);
        Some(Self::holding(contents))
    }
}

/// A catalogue that is being read.
struct Reading {
    contents: Contents,
    sum: u32,
    /// The field that comes next, if it comes as written.
    next: usize,
}

impl Reading {
    /// Which field has this name; one more than there are for none.
    fn field(&mut self, name: &str) -> usize {
        if FIELDS.get(self.next).is_none_or(|next| *next != name) {
            self.next = FIELDS.iter().position(|field| *field == name).unwrap_or(FIELDS.len());
        }
        self.next += 1;
        self.next - 1
    }

    /// Reads an object into a record; a name is read into that of what it names.
    fn fields<'a>(&mut self, scanner: &mut Scanner<'a>, kind: &Kind, record: &mut Record<'a>) -> Read<()> {
        let mut is_next = scanner.enter(b'{')?;
        while is_next {
            let name = scanner.name()?;
            let field = self.field(&name);
            let bit = kind.known & 1 << field;
            if record.seen & bit != 0 {
                return Err("a name");
            }
            record.seen |= bit;
            match (record.texts.get_mut(field), field) {
                _ if bit == 0 => drop(scanner.value()?),
                (_, NAME) => self.fields(scanner, &NAMES, record)?,
                (Some(text), _) => {
                    *text = scanner.text()?;
                    if text.is_none() && kind.nullable & bit == 0 {
                        return Err("text");
                    }
                }
                (None, ALIASES) => small(scanner, &mut record.aliases)?,
                (None, CHECKSUM) => small(scanner, &mut record.checksum)?,
                (None, SERVICES | PROVIDERS) => {
                    let mut is_next = scanner.enter(b'[')?;
                    while is_next {
                        let kind = if field == SERVICES { &SERVICE } else { &PROVIDER };
                        self.fields(scanner, kind, record.services.push_mut(Record::default()))?;
                        if field == PROVIDERS
                            && let Some(provider) = record.services.pop()
                        {
                            self.sum = provider.sum(self.sum);
                            self.contents.take(provider).map_err(|_| "a value")?;
                        }
                        is_next = scanner.goes_on(b']')?;
                    }
                }
                (None, _) => {
                    let mut is = false;
                    small(scanner, &mut is)?;
                    record.flags |= u32::from(is) << field;
                }
            }
            is_next = scanner.goes_on(b'}')?;
        }
        if record.seen & kind.required == kind.required { Ok(()) } else { Err("a name") }
    }
}

/// What is small or seldom there, read as everywhere else.
fn small(scanner: &mut Scanner<'_>, target: &mut dyn Target) -> Read<()> {
    target.take(scanner.value()?).map_err(|_| "a value")
}
