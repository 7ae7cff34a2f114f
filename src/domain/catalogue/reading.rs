//! Reads a catalogue provider by provider: with ten thousand services, building and dropping a [`CatalogueFile`] would
//! take most of the time. A test compares the two.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::catalogue_file::{EMPTY_SUM, NameFile, ProviderFile, ServiceFile};
use super::service_catalogue::{About, Contents};
use super::{CATALOGUE_FORMAT, Catalogue, CatalogueError, CatalogueFile};
use crate::domain::wire::{FromJson, Json, Misfit, fields};

/// The providers read so far, and their [`CatalogueFile::sum`].
struct Providers {
    contents: Contents,
    sum: u32,
}

impl<'de> Deserialize<'de> for Providers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(ProvidersVisitor)
    }
}

struct ProvidersVisitor;

impl<'de> Visitor<'de> for ProvidersVisitor {
    type Value = Providers;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list of providers")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<Providers, A::Error> {
        let mut providers = Providers { contents: Contents::default(), sum: EMPTY_SUM };
        while let Some(provider) = rows.next_element::<Json>()? {
            let provider = ProviderFile::from_json(&provider).map_err(|Misfit(field)| Error::custom(field))?;
            providers.sum = provider.sum(providers.sum);
            providers.contents.add_provider(provider).map_err(Error::custom)?;
        }
        Ok(providers)
    }
}

fields!(ProviderFile: oin name; default aliases is_tax_authority services);
fields!(ServiceFile: ; default
    id service_id name aliases level branch without_kvk identifies_by_bsn source date);
fields!(NameFile: ; default nl en);

impl<'de> Deserialize<'de> for Catalogue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(CatalogueVisitor)
    }
}

struct CatalogueVisitor;

impl<'de> Visitor<'de> for CatalogueVisitor {
    type Value = Catalogue;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a catalogue")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut file: A) -> Result<Catalogue, A::Error> {
        let (mut fields, mut providers) = (Vec::new(), None);
        while let Some(name) = file.next_key::<String>()? {
            match name.as_str() {
                "providers" if providers.is_some() => return Err(Error::duplicate_field("providers")),
                "providers" => providers = Some(file.next_value::<Providers>()?),
                "format" | "source" | "date" | "licence" | "official" | "checksum" => {
                    fields.push((name, file.next_value()?));
                }
                _ => drop(file.next_value::<IgnoredAny>()?),
            }
        }
        let Providers { mut contents, sum } = providers.ok_or_else(|| Error::missing_field("providers"))?;
        contents.about = about(&Json::Object(fields), sum).map_err(Error::custom)?;
        Ok(Catalogue::new(contents))
    }
}

/// What a file says about itself; `sum` is that of its providers.
fn about(file: &Json, sum: u32) -> Result<About, String> {
    let misfit = |Misfit(field): Misfit| field.to_owned();
    let [format, date] = ["format", "date"].map(|name| file.get::<String>(name).map_err(misfit));
    let (format, date) = (format?, date?);
    let stated = file.get_or_default("checksum").map_err(misfit)?;
    check(&format, &date, stated, sum).map_err(|error| error.to_string())?;
    Ok(About {
        source: file.get_or_default("source").map_err(misfit)?,
        licence: file.get_or_default("licence").map_err(misfit)?,
        is_official: file.get_or_default("official").map_err(misfit)?,
        date,
    })
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
