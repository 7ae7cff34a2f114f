//! The browser half: the wizard as a custom element.

pub mod browser;
pub mod dom;
pub mod element;
pub mod kit;
pub mod redactor;
pub mod screens;
pub mod wizard;
