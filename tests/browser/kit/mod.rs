//! The controls of the kit. All of them pass `suite`; each control also has a file for its own tests.

#[macro_use]
mod suite;

mod given;
mod mounted;
mod page;

mod button;
mod check_box;
mod choice_field;
mod combobox;
mod date_field;
mod disclosure;
mod error_summary;
mod file_slot;
mod heading;
mod notice;
mod select_field;
mod signature_pad;
mod text_field;
