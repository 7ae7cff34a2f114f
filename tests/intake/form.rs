//! The form that the wizard posts, any part of which a test can change.

use std::io::Cursor;

use eherkenning_wizard::domain::draft::{DateDraft, DocumentDraft, Draft};
use eherkenning_wizard::domain::scheme::{DocumentKind, ExtractSource};
use image::{DynamicImage, ImageFormat, RgbImage};
use sha2::{Digest, Sha256};

use crate::common::{document, seal, sole_director};
use crate::server::{Reply, Server};

const BOUNDARY: &str = "----boundary-of-a-test";

#[derive(Clone)]
pub struct Part {
    pub name: String,
    pub file_name: Option<String>,
    pub media_type: String,
    pub bytes: Vec<u8>,
}

#[derive(Clone)]
pub struct Form {
    pub key: String,
    pub parts: Vec<Part>,
}

impl Form {
    /// An application with a JPEG, a PNG and a PDF.
    pub fn finished() -> Self {
        Self::of(|_| {})
    }

    /// The same, with a change to the draft before it is sealed.
    pub fn of(change: impl FnOnce(&mut Draft)) -> Self {
        let mut draft = sole_director();
        draft.authority_proof.extract = Some(ExtractSource::Attached);
        draft.authority_proof.extract_issued_on = DateDraft::from("2026-11-20");
        draft.documents.push(document(DocumentKind::KvkExtract, "organisation", "uittreksel.pdf"));
        draft.documents.push(document(DocumentKind::SignatureDrawing, "representatives.0", "handtekening.png"));
        let files: Vec<Vec<u8>> = draft.documents.iter().map(content).collect();
        for (document, bytes) in draft.documents.iter_mut().zip(&files) {
            describe(document, bytes);
        }
        change(&mut draft);
        let sent = Draft::from(&seal(&draft));
        let mut form = Self { key: sent.id.clone(), parts: Vec::new() };
        form.parts.push(Part {
            name: "application".to_owned(),
            file_name: None,
            media_type: "application/json".to_owned(),
            bytes: serde_json::to_vec(&sent).unwrap(),
        });
        for (document, bytes) in sent.documents.iter().zip(files) {
            form.parts.push(Part {
                name: document.id.clone(),
                file_name: Some(document.file_name.clone()),
                media_type: document.media_type.clone(),
                bytes,
            });
        }
        form
    }

    /// The same form with another id and key.
    pub fn numbered(mut self, number: u32) -> Self {
        let id = format!("019ab0c4-5c1e-7d52-9f0e-0000{number:08x}");
        self.change(|draft| draft.id.clone_from(&id));
        self.key = id;
        self
    }

    /// Changes the application after it was sealed.
    pub fn change(&mut self, change: impl FnOnce(&mut Draft)) {
        let mut draft = self.draft();
        change(&mut draft);
        self.parts[0].bytes = serde_json::to_vec(&draft).unwrap();
    }

    /// Replaces the content of a document, and its description in the application.
    pub fn replace(&mut self, kind: DocumentKind, bytes: Vec<u8>) {
        let mut part = 0;
        self.change(|draft| {
            part = draft.documents.iter().position(|document| document.kind == Some(kind)).unwrap();
            describe(&mut draft.documents[part], &bytes);
        });
        self.parts[part + 1].bytes = bytes;
    }

    pub fn draft(&self) -> Draft {
        serde_json::from_slice(&self.parts[0].bytes).unwrap()
    }

    pub fn body(&self) -> Vec<u8> {
        let mut body = Vec::new();
        for part in &self.parts {
            let file = part.file_name.as_ref().map(|name| format!("; filename=\"{name}\"")).unwrap_or_default();
            let (name, media_type) = (&part.name, &part.media_type);
            let disposition = format!("content-disposition: form-data; name=\"{name}\"{file}");
            body.extend(format!("--{BOUNDARY}\r\n{disposition}\r\ncontent-type: {media_type}\r\n\r\n").bytes());
            body.extend(&part.bytes);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{BOUNDARY}--\r\n").bytes());
        body
    }

    pub fn content_type() -> String {
        format!("multipart/form-data; boundary={BOUNDARY}")
    }

    pub fn post(&self, server: &Server) -> Reply {
        self.post_with(server, &[])
    }

    pub fn post_with(&self, server: &Server, extra_headers: &[(&str, &str)]) -> Reply {
        let content_type = Self::content_type();
        let mut headers = vec![("content-type", content_type.as_str()), ("idempotency-key", self.key.as_str())];
        headers.extend(extra_headers);
        server.request("POST", "/applications", &headers, &self.body())
    }
}

fn describe(document: &mut DocumentDraft, bytes: &[u8]) {
    document.size_bytes = bytes.len() as u64;
    document.sha256 = hex::encode(Sha256::digest(bytes));
}

fn content(document: &DocumentDraft) -> Vec<u8> {
    match document.media_type.as_str() {
        "image/jpeg" => picture(ImageFormat::Jpeg),
        "image/png" => picture(ImageFormat::Png),
        _ => pdf(""),
    }
}

pub fn picture(format: ImageFormat) -> Vec<u8> {
    let pixels = RgbImage::from_fn(900, 640, |x, y| image::Rgb([(x / 4) as u8, (y / 3) as u8, 90]));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(pixels).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

pub fn pdf(trailer: &str) -> Vec<u8> {
    format!("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R {trailer} >>\n%%EOF\n")
        .into_bytes()
}

/// A small PNG whose header claims 30,000 × 30,000 pixels.
pub fn huge_png() -> Vec<u8> {
    let mut bytes = picture(ImageFormat::Png);
    bytes[16..20].copy_from_slice(&30_000_u32.to_be_bytes());
    bytes[20..24].copy_from_slice(&30_000_u32.to_be_bytes());
    let crc = crc32(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&crc.to_be_bytes());
    bytes
}

fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    };
    !bytes.iter().fold(u32::MAX, step)
}
