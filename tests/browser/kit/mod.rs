//! The controls of the kit. `suite` is what all of them pass; beside it each control has a file for what is its own.

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
