//! An application as it is sent: fixed before the first byte is sent, the same in every attempt.

use serde::{Deserialize, Serialize};

use crate::domain::application::SignedApplication;

/// What is sent: the application as text, and its files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// Number of the application and idempotency key.
    pub id: String,
    /// The application as JSON.
    pub application: String,
    /// The files, in order.
    pub files: Vec<SubmittedFile>,
    /// The level, for the event after sending.
    pub level: String,
}

/// One file of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmittedFile {
    /// Name of the part, and id of the stored file.
    pub id: String,
    /// Name of the file.
    pub file_name: String,
    /// Media type.
    pub media_type: String,
    /// Size in bytes.
    pub size_bytes: u64,
}

/// A piece of a request body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text.
    Text(String),
    /// The bytes of a file.
    File(String),
}

impl Submission {
    /// Creates it from a finished application.
    pub fn new(signed: &SignedApplication, application: String) -> Self {
        let files = signed.application().documents().iter().map(|document| SubmittedFile {
            id: document.id.as_str().to_owned(),
            file_name: document.file_name.as_str().to_owned(),
            media_type: document.media_type.code().to_owned(),
            size_bytes: document.size_bytes,
        });
        let level = signed.application().purpose().level.code().to_owned();
        Self { id: signed.id().to_owned(), application, files: files.collect(), level }
    }

    /// Size of the content, in bytes, without the boundaries between the parts.
    pub fn size_bytes(&self) -> u64 {
        let application = u64::try_from(self.application.len()).unwrap_or(u64::MAX);
        self.files.iter().fold(application, |sum, file| sum.saturating_add(file.size_bytes))
    }

    /// The boundary between parts, derived from the number of the application, so that it is the same in every attempt.
    pub fn boundary(&self) -> String {
        format!("eherkenning-{}", self.id)
    }

    /// The body as `multipart/form-data` (RFC 7578), piece by piece.
    pub fn pieces(&self) -> Vec<Piece> {
        let boundary = self.boundary();
        let mut pieces = vec![Piece::Text(format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"application\"\r\n\
             Content-Type: application/json\r\n\r\n{}\r\n",
            self.application
        ))];
        for file in &self.files {
            let file_name = file.file_name.replace('"', "%22");
            pieces.push(Piece::Text(format!(
                "--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"{file_name}\"\r\n\
                 Content-Type: {}\r\n\r\n",
                file.id, file.media_type
            )));
            pieces.push(Piece::File(file.id.clone()));
            pieces.push(Piece::Text("\r\n".to_owned()));
        }
        pieces.push(Piece::Text(format!("--{boundary}--\r\n")));
        pieces
    }
}
