//! Apply for an eHerkenning means: the rules, and the wizard that runs them in the browser.
//!
//! Two halves. [`domain`] is pure: what is asked, which answers are valid, what is sent; a backend uses it unchanged.
//! `web`, behind the feature of that name, is the wizard: a custom element that runs in the browser. A third part,
//! `import`, behind the feature `official`, converts the scheme's own catalogue to our format; no wizard reads XML. A
//! fourth, `pdf`, behind the features `pdf` and `pdf-password`, reads PDFs.
//!
//! Data flows one way: a [`domain::draft::Draft`] is what was typed; checked against the [`domain::application::Facts`]
//! it becomes issues or an [`domain::application::Application`]; only a signed application can be sent.

#![forbid(unsafe_code)]

pub mod domain;
#[cfg(feature = "official")]
pub mod import;
#[cfg(feature = "pdf-password")]
pub mod pdf;
#[cfg(feature = "web")]
pub mod web;
