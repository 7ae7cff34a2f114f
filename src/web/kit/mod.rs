//! Form building blocks, each complete for a screen reader by itself; they know neither scheme nor wizard.

mod check_box;
mod choice_field;
mod combobox;
mod date_field;
mod disclosure;
mod element;
mod error_summary;
mod field;
mod file_slot;
mod fresh;
mod notice;
mod select_field;
mod signature_pad;
mod text_field;

pub use check_box::CheckBox;
pub use choice_field::{ChoiceField, ChoiceOption};
pub use combobox::{Combobox, ComboboxList, ComboboxOption};
pub use date_field::{DateField, DateParts};
pub use disclosure::disclosure;
pub use element::{
    Element, ElementRef, button, dynamic, each, element, group, is_checked, nothing, paragraph, set_heading_level,
    value_of,
};
pub use error_summary::{ErrorSummary, SummaryItem};
pub use field::{FieldText, FieldWords};
pub use file_slot::{FileAct, FileRow, FileSlot, FileSlotWords};
pub use notice::{NoticeKind, notice};
pub use select_field::SelectField;
pub use signature_pad::SignaturePad;
pub use text_field::{TextField, TextKind};
