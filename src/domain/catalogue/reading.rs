//! Reads a catalogue provider by provider: with ten thousand services, building and dropping a [`CatalogueFile`] would
//! take most of the time. A test compares the two.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, SeqAccess, Visitor};

use super::catalogue_file::{EMPTY_SUM, ProviderFile};
use super::service_catalogue::{About, Contents};
use super::{CATALOGUE_FORMAT, Catalogue, CatalogueError, CatalogueFile};

/// A [`CatalogueFile`] whose providers are added to the catalogue as soon as they are read.
#[derive(Deserialize)]
struct StreamedFile {
    format: String,
    #[serde(default)]
    source: String,
    date: String,
    #[serde(default)]
    licence: String,
    #[serde(default)]
    official: bool,
    checksum: Option<u32>,
    #[serde(deserialize_with = "read_providers")]
    providers: Providers,
}

/// The providers read so far, and their [`CatalogueFile::sum`].
struct Providers {
    contents: Contents,
    sum: u32,
}

fn read_providers<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Providers, D::Error> {
    deserializer.deserialize_seq(ProvidersVisitor)
}

struct ProvidersVisitor;

impl<'de> Visitor<'de> for ProvidersVisitor {
    type Value = Providers;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list of providers")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<Providers, A::Error> {
        let mut providers = Providers { contents: Contents::default(), sum: EMPTY_SUM };
        while let Some(provider) = rows.next_element::<ProviderFile>()? {
            providers.sum = provider.sum(providers.sum);
            providers.contents.add_provider(provider).map_err(Error::custom)?;
        }
        Ok(providers)
    }
}

impl<'de> Deserialize<'de> for Catalogue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let file = StreamedFile::deserialize(deserializer)?;
        let Providers { mut contents, sum } = file.providers;
        check(&file.format, &file.date, file.checksum, sum).map_err(Error::custom)?;
        let StreamedFile { source, date, licence, official: is_official, .. } = file;
        contents.about = About { source, date, licence, is_official };
        Ok(Self::new(contents))
    }
}

impl TryFrom<CatalogueFile> for Catalogue {
    type Error = CatalogueError;

    fn try_from(file: CatalogueFile) -> Result<Self, CatalogueError> {
        check(&file.format, &file.date, file.checksum, file.sum())?;
        let mut contents = Contents::default();
        for provider in file.providers {
            contents.add_provider(provider)?;
        }
        let CatalogueFile { source, date, licence, official: is_official, .. } = file;
        contents.about = About { source, date, licence, is_official };
        Ok(Self::new(contents))
    }
}

fn check(format: &str, date: &str, stated: Option<u32>, sum: u32) -> Result<(), CatalogueError> {
    if format != CATALOGUE_FORMAT {
        return Err(CatalogueError::Format(format.to_owned()));
    }
    if !is_date(date) {
        return Err(CatalogueError::Date(date.to_owned()));
    }
    match stated {
        Some(stated) if stated != sum => Err(CatalogueError::Checksum(sum, stated)),
        _ => Ok(()),
    }
}

/// Whether a text has the format of a date; the day need not exist.
fn is_date(text: &str) -> bool {
    let shape = |(byte, at): (u8, usize)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
    text.len() == 10 && text.bytes().zip(0..).all(shape)
}
