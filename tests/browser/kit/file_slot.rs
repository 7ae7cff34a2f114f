//! Where a document is chosen.

use eherkenning_wizard::domain::scheme::Lang;
use eherkenning_wizard::web::dom::IntoChild;
use eherkenning_wizard::web::kit::{FileAct, FileRow, FileSlot, FileSlotWords, file_slot};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use super::given::{Given, NAME, question_words, say};
use super::mounted::{Mounted, has_focus, owned, tick};
use super::page;
use super::suite::{Control, Question};

const FILE_SLOT: Question = Question {
    control: Control {
        build,
        words: |lang| question_words(lang, &words(lang)),
        stops: |lang| {
            vec![
                say(lang, "Vervang brief.pdf", "Replace letter.pdf"),
                say(lang, "Zet brief.pdf hoger", "Move letter.pdf up"),
                say(lang, "Verwijder brief.pdf", "Remove letter.pdf"),
                choose_label(lang),
                say(lang, "Foto maken: Vraag", "Take photo: Question"),
            ]
        },
    },
    described_after: |lang| vec![limits(lang)],
    answer: |mounted| mounted.choose_files(&input(), &["one.pdf", "two.pdf"]),
    told: &["gave one.pdf", "gave two.pdf"],
    told_on_leaving: &[],
};

suite!(question: FILE_SLOT);

/// The selector of the file input.
fn input() -> String {
    format!("[name='{NAME}']")
}

fn limits(lang: Lang) -> &'static str {
    say(lang, "PDF, hooguit 5 MB.", "PDF, at most 5 MB.")
}

/// The name of the file input: the words of its button, for those who speak them, and the question.
fn choose_label(lang: Lang) -> &'static str {
    say(lang, "Bestand kiezen: Vraag (niet verplicht)", "Choose file: Question (optional)")
}

/// The texts besides those of the question.
fn words(lang: Lang) -> [&'static str; 15] {
    [
        say(lang, "Bestand kiezen", "Choose file"),
        choose_label(lang),
        say(lang, "Foto maken", "Take photo"),
        say(lang, "Foto maken: Vraag", "Take photo: Question"),
        say(lang, "of sleep het hierheen", "or drag it here"),
        limits(lang),
        say(lang, "Bezig", "Busy"),
        say(lang, "brief.pdf, 1 MB", "letter.pdf, 1 MB"),
        say(lang, "Eerste bladzijde", "First page"),
        say(lang, "Vervangen", "Replace"),
        say(lang, "Omhoog", "Up"),
        say(lang, "Verwijderen", "Remove"),
        say(lang, "Vervang brief.pdf", "Replace letter.pdf"),
        say(lang, "Zet brief.pdf hoger", "Move letter.pdf up"),
        say(lang, "Verwijder brief.pdf", "Remove letter.pdf"),
    ]
}

/// With one accepted file, and another being checked.
fn build(given: Given) -> AnyView {
    let [
        choose,
        _,
        camera,
        _,
        drop,
        limits,
        busy,
        text,
        alternative,
        replace,
        up,
        remove,
        replace_it,
        move_it,
        remove_it,
    ] = words(given.lang);
    let row = FileRow {
        id: "letter".to_owned(),
        text: text.to_owned(),
        preview: Some("data:image/gif;base64,R0lGODlhAQABAAAAACw=".to_owned()),
        alternative: alternative.to_owned(),
        replace: replace_it.to_owned(),
        up: move_it.to_owned(),
        remove: remove_it.to_owned(),
    };
    let act = |act| match act {
        FileAct::Give(file, replaced) if replaced.is_empty() => format!("gave {}", file.name()),
        FileAct::Give(file, replaced) => format!("gave {} for {replaced}", file.name()),
        FileAct::MoveUp(id) => format!("moved {id}"),
        FileAct::Remove(id) => format!("removed {id}"),
        FileAct::Choose { is_open } => format!("open: {is_open}"),
    };
    let told = given.tell(act);
    let phrases = FileSlotWords {
        choose: "",
        more: choose,
        camera,
        drop,
        limits: limits.to_owned(),
        busy: Memo::new(move |_| busy.to_owned()),
        replace,
        up,
        remove,
    };
    let field = FileSlot {
        name: NAME.to_owned(),
        words: given.words(),
        phrases,
        accept: "application/pdf",
        files: Memo::new(move |_| vec![row.clone()]),
        // That a dialog opens and closes is not of interest here.
        on_act: Callback::new(move |act| {
            if !matches!(act, FileAct::Choose { .. }) {
                told.run(act);
            }
        }),
    };
    file_slot(field).into_child()
}

#[wasm_bindgen_test]
async fn files_are_dropped_pasted_and_photographed_as_well() {
    let mounted = Mounted::new(Lang::En, build).await;
    let input = mounted.asked();
    assert!(page::drag_over(&input));
    tick().await;
    assert_eq!(mounted.all(".slot--over").len(), 1);
    page::drop_files(&input, owned(&["dropped.pdf"]));
    tick().await;
    assert_eq!(mounted.all(".slot--over"), []);
    page::paste_files(&input, owned(&["pasted.pdf"]));
    mounted.choose_files("[capture]", &["photo.jpg"]);
    assert_eq!(mounted.told(), ["gave dropped.pdf", "gave pasted.pdf", "gave photo.jpg"]);
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn a_refused_file_can_be_chosen_again() {
    let mounted = Mounted::new(Lang::En, build).await;
    for _ in 0..2 {
        mounted.choose_files(&input(), &["letter.pdf"]);
        assert_eq!(mounted.only_as::<web_sys::HtmlInputElement>(&input()).value(), "");
    }
    assert_eq!(mounted.told(), ["gave letter.pdf"; 2]);
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn the_next_file_replaces_one_unless_the_dialog_is_cancelled() {
    let mounted = Mounted::new(Lang::En, build).await;
    let replace = mounted.only("[aria-label='Replace letter.pdf']");
    replace.click();
    mounted.choose_files(&input(), &["better.pdf"]);
    mounted.choose_files(&input(), &["other.pdf"]);
    replace.click();
    mounted.asked().dispatch_event(&web_sys::Event::new("cancel").unwrap()).unwrap();
    mounted.choose_files(&input(), &["third.pdf"]);
    assert_eq!(mounted.told(), ["gave better.pdf for letter", "gave other.pdf", "gave third.pdf"]);
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn a_removed_file_leaves_the_focus_in_the_slot() {
    let mounted = Mounted::new(Lang::En, build).await;
    mounted.only("[aria-label='Move letter.pdf up']").click();
    mounted.only("[aria-label='Remove letter.pdf']").click();
    assert_eq!(mounted.told(), ["moved letter", "removed letter"]);
    assert!(has_focus(&mounted.asked()));
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn the_check_of_a_file_is_read_out() {
    let mounted = Mounted::new(Lang::En, build).await;
    assert_eq!(mounted.only("[role=status]").text_content().as_deref(), Some("Busy"));
    mounted.unmount();
}
