//! The browser half: the wizard as a custom element.

pub mod dom;
pub mod embed;
pub mod kit;
pub mod platform;
pub mod redactor;
pub mod steps;
pub mod wizard;
