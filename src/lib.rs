//! Apply for an eHerkenning means: the rules, and the wizard that runs them in the browser.
//!
//! Two halves. [`domain`] is pure: what is asked, what is right, what is sent; a backend uses it as it is.
//! `web`, behind the feature of that name, is the wizard: a custom element that runs in the browser. Beside them
//! `import`, behind the feature `official`, turns the scheme's own catalogue into ours; no wizard reads XML.
//!
//! Data flows one way: a [`domain::draft::Draft`] is what was typed; with the
//! [`domain::application::Facts`] it becomes issues or an [`domain::application::Application`], which signed
//! becomes the only thing that can be sent.

#![forbid(unsafe_code)]

pub mod domain;
#[cfg(feature = "official")]
pub mod import;
#[cfg(feature = "web")]
pub mod web;
