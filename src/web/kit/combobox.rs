//! A search box with a list of options, after the ARIA pattern of a combobox.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, FocusEvent, HtmlElement, KeyboardEvent, Node, ScrollLogicalPosition};

use super::FieldWords;
use crate::web::dom::{
    Element, ElementRef, IntoChild, div, effect, input, p, scroll_into_view, span, value_of, visible_height,
};

/// Minimum and maximum height of the list, in CSS pixels.
const HEIGHTS: [i32; 2] = [144, 384];
/// Room above the label, above the list and below it, together, in CSS pixels.
const MARGINS: i32 = 24;

/// An option of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComboboxOption {
    /// Its value.
    pub value: String,
    /// The heading of its group; empty for none.
    pub group: String,
    /// Its label.
    pub label: String,
    /// Shown under the label, in small type.
    pub detail: String,
    /// Shown at the end of the row, such as a level.
    pub aside: String,
    /// Whether it is already chosen.
    pub is_chosen: bool,
}

/// What the list shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComboboxList {
    /// The options; those of a group are adjacent.
    pub options: Vec<ComboboxOption>,
    /// The number of matches, including these.
    pub total: usize,
    /// Shown under the options, such as how many more there are; empty for nothing.
    pub footer: String,
}

/// A search box with a list of options, in groups. Arrow keys move between options, and so do Home and End once an
/// option is active; Enter chooses the active option, or else the first match; Escape closes the list, then empties the box.
/// When the list opens, the label moves to the top of the window. After a choice it closes, and the box is empty again.
pub struct Combobox {
    /// Name of the control; also its DOM id.
    pub name: String,
    /// The words around it.
    pub words: FieldWords,
    /// Returns the options for a text.
    pub list: Memo<ComboboxList>,
    /// Shown when no option matches the text.
    pub nothing: &'static str,
    /// The typed text.
    pub query: RwSignal<String>,
    /// Called with a choice.
    pub on_choose: Callback<String>,
    /// Called with the index of the option that an arrow key has reached, to announce it: VoiceOver says nothing by itself.
    pub on_reach: Callback<usize>,
}

/// The search box with its words and list.
pub fn combobox(field: Combobox) -> Element {
    let Combobox { name, words, list: shown, nothing, query, on_choose, on_reach } = field;
    let (is_open, active, around) = (RwSignal::new(false), RwSignal::new(None), ElementRef::new());
    let list = List { shown, query, on_choose, on_reach, is_open, active, style: RwSignal::default(), field: around };
    list.stay_in_sight();
    let list_id = format!("{name}-list");
    let is_empty = move || list.is_typed() && list.is_empty();
    let options = list.view(&words.label, &name, &list_id);
    words
        .frame(div())
        .node_ref(around)
        .class("combobox")
        .child(words.label(&name))
        .child(words.messages(&name))
        .child(list.control(words.tie(input().class("input"), &name), name, list_id))
        .child(options)
        .child(move || is_empty().then(|| p().class("combobox__nothing").child(nothing)))
}

/// The list of one search box. A handle: copies share the same list.
#[derive(Clone, Copy)]
struct List {
    shown: Memo<ComboboxList>,
    query: RwSignal<String>,
    on_choose: Callback<String>,
    on_reach: Callback<usize>,
    is_open: RwSignal<bool>,
    /// The active option, which the arrow keys have reached.
    active: RwSignal<Option<usize>>,
    /// Its maximum height.
    style: RwSignal<String>,
    /// What surrounds the label, the text box and the list.
    field: ElementRef,
}

impl List {
    /// Makes an element the text box.
    fn control(self, input: Element, name: String, list_id: String) -> Element {
        let Self { query, is_open, active, .. } = self;
        input
            .attr("type", "text")
            .attr("role", "combobox")
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("autocapitalize", "none")
            .attr("aria-autocomplete", "list")
            .attr("aria-controls", list_id)
            .attr("aria-expanded", move || self.is_shown().to_string())
            .attr("aria-activedescendant", move || {
                active.get().filter(|_| self.is_shown()).map(|index| option_id(&name, index))
            })
            .prop("value", move || query.get())
            .on("input", move |event| {
                query.set(value_of(&event));
                active.set(None);
                is_open.set(true);
            })
            .on("focus", move |_| is_open.set(true))
            .on("click", move |_| is_open.set(true))
            .on("blur", move |event| self.left(&event))
            .on("keydown", move |event| {
                if let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|key| !key.is_composing())
                    && self.press(&key.key())
                {
                    event.prevent_default();
                }
            })
    }

    /// The list itself.
    fn view(self, label: &str, name: &str, list_id: &str) -> Element {
        let name = name.to_owned();
        div()
            .class("results")
            .attr("role", "listbox")
            .id(list_id)
            .attr("tabindex", "-1")
            .attr("aria-label", label)
            .attr("hidden", move || !self.is_shown())
            .style(move || self.style.get())
            // The text box keeps the focus, except where a screen reader moves it into the list.
            .on("mousedown", |event| event.prevent_default())
            .on("focusout", move |event| self.left(&event))
            .on("click", move |event| {
                let pressed = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
                let row = pressed.and_then(|pressed| pressed.closest("[role=option]").ok().flatten());
                if let Some(value) = row.and_then(|row| row.get_attribute("data-value")) {
                    self.choose(value);
                }
            })
            // Nothing is computed while the list is closed.
            .child(move || self.is_open.get().then(|| self.rows(&name)))
    }

    fn rows(self, name: &str) -> impl IntoChild + use<> {
        let ComboboxList { options, footer, .. } = self.shown.get();
        let (mut groups, mut rows, mut heading) = (Vec::new(), Vec::new(), String::new());
        for (index, option) in options.into_iter().enumerate() {
            if option.group != heading {
                groups.push(group_of(&heading, std::mem::take(&mut rows)));
                heading.clone_from(&option.group);
            }
            rows.push(self.row(name, index, option));
        }
        groups.push(group_of(&heading, rows));
        let footer =
            (!footer.is_empty()).then(|| div().class("results__more").attr("aria-hidden", "true").child(footer));
        (groups, footer)
    }

    fn row(self, name: &str, index: usize, option: ComboboxOption) -> Element {
        let ComboboxOption { value, label, detail, aside, is_chosen, .. } = option;
        let is_active = self.active.get() == Some(index);
        div()
            .class(if is_active { "result result--active" } else { "result" })
            .attr("role", "option")
            .id(option_id(name, index))
            .attr("data-value", value)
            .attr("aria-selected", is_chosen.to_string())
            .child(span().class("result__label").child(label))
            .child((!detail.is_empty()).then(|| span().class("result__detail").child(detail)))
            .child(span().class("result__aside").child(aside))
    }

    fn is_empty(self) -> bool {
        self.shown.with(|list| list.options.is_empty())
    }

    fn is_shown(self) -> bool {
        self.is_open.get() && !self.is_empty()
    }

    /// Whether the open list is for a text.
    fn is_typed(self) -> bool {
        self.is_open.get() && self.query.with(|query| !query.trim().is_empty())
    }

    /// Closes the list, unless the focus stays in the field.
    fn left(self, event: &Event) {
        let focused = event.dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target);
        let focused = focused.and_then(|focused| focused.dyn_into::<Node>().ok());
        if !self.field.get_untracked().is_some_and(|field| field.contains(focused.as_ref())) {
            self.close();
        }
    }

    fn close(self) {
        self.is_open.set(false);
        self.active.set(None);
    }

    fn value_at(self, index: usize) -> Option<String> {
        self.shown.with_untracked(|list| list.options.get(index).map(|option| option.value.clone()))
    }

    fn choose(self, value: String) {
        self.on_choose.run(value);
        self.query.set(String::new());
        if let Some(field) = self.field.get_untracked() {
            // A screen reader may have moved the focus into the list. The text box opens it with the focus, so it closes last.
            let input = field.query_selector("input").ok().flatten();
            input.and_then(|input| input.dyn_into::<HtmlElement>().ok()).map(|input| input.focus().ok());
            // Leaves room for what the choice adds above it.
            scroll_into_view(&field, ScrollLogicalPosition::Center);
        }
        self.close();
    }

    /// Moves the label to the top of the window while the list is open, and ends the list above a phone's keyboard.
    fn stay_in_sight(self) {
        effect(move || {
            if let Some(field) = self.is_shown().then(|| self.field.get_untracked()).flatten() {
                let [min, max] = HEIGHTS;
                let room = visible_height().map_or(max, |height| height - field.offset_height() - MARGINS);
                self.style.set(format!("max-height:{}px", room.clamp(min, max)));
                scroll_into_view(&field, ScrollLogicalPosition::Start);
            }
        });
    }

    fn move_to(self, index: Option<usize>) {
        self.is_open.set(true);
        self.active.set(index);
        if let (Some(index), Some(field)) = (index, self.field.get_untracked()) {
            self.on_reach.run(index);
            let rows = field.query_selector_all("[role=option]").ok();
            let row = rows.zip(u32::try_from(index).ok()).and_then(|(rows, index)| rows.item(index));
            if let Some(row) = row.as_ref().and_then(|row| row.dyn_ref::<web_sys::Element>()) {
                scroll_into_view(row, ScrollLogicalPosition::Nearest);
            }
        }
    }

    /// Handles a key; returns whether it did.
    fn press(self, key: &str) -> bool {
        let last = self.shown.with_untracked(|list| list.options.len()).checked_sub(1);
        let now = self.active.get_untracked().filter(|_| self.is_open.get_untracked());
        match key {
            "ArrowDown" => self.move_to(match now {
                Some(now) if Some(now) < last => Some(now + 1),
                _ => last.map(|_| 0),
            }),
            "ArrowUp" => self.move_to(now.and_then(|now| now.checked_sub(1)).or(last)),
            "Enter" => match untrack(|| now.or(self.is_typed().then_some(0)).and_then(|index| self.value_at(index))) {
                Some(value) => self.choose(value),
                None => self.is_open.set(true),
            },
            "Home" if now.is_some() => self.move_to(Some(0)),
            "End" if now.is_some() => self.move_to(last),
            "Escape" if self.is_open.get_untracked() => self.close(),
            "Escape" if !self.query.with_untracked(String::is_empty) => self.query.set(String::new()),
            _ => return false,
        }
        true
    }
}

/// Options under their heading; without a heading they have no group.
fn group_of(heading: &str, rows: Vec<Element>) -> AnyView {
    if heading.is_empty() {
        return rows.into_child();
    }
    div()
        .class("results__group")
        .attr("role", "group")
        .attr("aria-label", heading)
        .child(span().class("results__title").attr("aria-hidden", "true").child(heading))
        .child(rows)
        .into_child()
}

fn option_id(name: &str, index: usize) -> String {
    format!("{name}-option-{index}")
}
