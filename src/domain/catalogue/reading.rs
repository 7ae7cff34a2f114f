//! Reading a catalogue: backends read the file with serde, the wizard from the tree of JSON. A test compares the two.

use super::catalogue_file::{NameFile, ProviderFile, ServiceFile};
use super::service_catalogue::{About, Contents};
use super::{CATALOGUE_FORMAT, Catalogue, CatalogueError, CatalogueFile};
use crate::domain::wire::{FromJson, Json, fields};

fields!(CatalogueFile: format date providers; default source licence official checksum);
fields!(ProviderFile: oin name; default aliases is_tax_authority services);
fields!(ServiceFile: ; default
    id service_id name aliases level branch without_kvk refuses_kvk identifies_by_bsn source date);
fields!(NameFile: ; default nl en);

impl Catalogue {
    /// Reads a catalogue; nothing if it is damaged, or of another format.
    pub fn from_json(json: &Json) -> Option<Self> {
        CatalogueFile::from_json(json).ok()?.try_into().ok()
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
