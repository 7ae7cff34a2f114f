//! The trade register: where organisations are looked up by their KvK number.

mod failure;
mod kvk;
mod legal_form;
mod list;
mod profile;
mod source;

pub use source::Register;
