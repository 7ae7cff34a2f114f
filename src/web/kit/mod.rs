//! Form controls, each complete for a screen reader by itself. They do not know the scheme or the wizard.

mod button;
mod check_box;
mod choice_field;
mod combobox;
mod date_field;
mod disclosure;
mod error_summary;
mod field;
mod file_slot;
mod heading;
mod notice;
mod select_field;
mod signature_pad;
mod text_field;

pub use button::{ButtonKind, button};
pub use check_box::{CheckBox, check_box};
pub use choice_field::{ChoiceField, ChoiceOption, choice_field};
pub use combobox::{Combobox, ComboboxList, ComboboxOption, combobox};
pub use date_field::{DateField, DateParts, date_field};
pub use disclosure::disclosure;
pub use error_summary::{ErrorSummary, SummaryItem, error_summary};
pub use field::{FieldError, FieldWords, hint};
pub use file_slot::{FileAct, FileRow, FileSlot, FileSlotWords, file_slot};
pub use heading::{HeadingLevel, main_heading, sub_heading};
pub use notice::{NoticeKind, notice, spoken_notice};
pub use select_field::{SelectField, select_field};
pub use signature_pad::{SignaturePad, signature_pad};
pub use text_field::{TextField, TextKind, text_field};
