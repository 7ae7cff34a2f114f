//! What is sent: fixed before the first byte is sent, and the same at every try.

use serde::Serialize;

use super::Key;
use crate::domain::application::SignedApplication;
use crate::domain::wire::fields;

/// A finished application as it is sent: its JSON and its files.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Submission {
    /// Its key, which is also the `id` in the JSON.
    pub key: Key,
    /// The application as JSON.
    pub application: String,
    /// The files, in order.
    pub files: Vec<SubmittedFile>,
    /// Level of assurance, for the event after sending.
    pub level: String,
}

/// One file of a request.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct SubmittedFile {
    /// Name of the part, and id of the document in the wizard.
    pub id: String,
    /// Name of the file. The applicant is asked for it by this name when its bytes are gone.
    pub file_name: String,
    /// Media type.
    pub media_type: String,
    /// Size in bytes.
    pub size_bytes: u64,
    /// SHA-256 of the bytes; a file that is added again must have the same.
    pub sha256: String,
}

/// A piece of a request body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text.
    Text(String),
    /// The bytes of the file with this id.
    File(String),
}

impl Submission {
    /// From a finished application and its JSON. `None` if its id is not a key, which the rules exclude.
    pub fn new(signed: &SignedApplication, application: String) -> Option<Self> {
        let files = signed.application().documents().iter().map(|document| SubmittedFile {
            id: document.id.as_str().to_owned(),
            file_name: document.file_name.as_str().to_owned(),
            media_type: document.media_type.code().to_owned(),
            size_bytes: document.size_bytes,
            sha256: document.sha256.as_str().to_owned(),
        });
        let level = signed.application().purpose().level.code().to_owned();
        Some(Self { key: Key::parse(signed.id()).ok()?, application, files: files.collect(), level })
    }

    /// Size in bytes, without the headers of the parts.
    pub fn size_bytes(&self) -> u64 {
        let application = u64::try_from(self.application.len()).unwrap_or(u64::MAX);
        self.files.iter().fold(application, |sum, file| sum.saturating_add(file.size_bytes))
    }

    /// The boundary between parts. Made from the key, so that it is the same at every try.
    pub fn boundary(&self) -> String {
        ["eherkenning-", self.key.as_str()].concat()
    }

    /// The body as `multipart/form-data` (RFC 7578), piece by piece.
    pub fn pieces(&self) -> Vec<Piece> {
        let boundary = self.boundary();
        let mut pieces = vec![Piece::Text(
            [
                "--",
                &boundary,
                "\r\nContent-Disposition: form-data; name=\"application\"\r\nContent-Type: application/json\r\n\r\n",
                &self.application,
                "\r\n",
            ]
            .concat(),
        )];
        for file in &self.files {
            pieces.push(Piece::Text(
                [
                    "--",
                    &boundary,
                    "\r\nContent-Disposition: form-data; name=\"",
                    &file.id,
                    "\"; filename=\"",
                    &file.file_name.replace('"', "%22"),
                    "\"\r\nContent-Type: ",
                    &file.media_type,
                    "\r\n\r\n",
                ]
                .concat(),
            ));
            pieces.push(Piece::File(file.id.clone()));
            pieces.push(Piece::Text("\r\n".to_owned()));
        }
        pieces.push(Piece::Text(["--", &boundary, "--\r\n"].concat()));
        pieces
    }
}

fields!(Submission: key application; default files level);
fields!(SubmittedFile: ; default id file_name media_type size_bytes sha256);
