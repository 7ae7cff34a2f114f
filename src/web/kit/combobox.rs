//! A search box with a list of options, after the ARIA pattern of a combobox.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::FieldWords;
use super::element::{ElementRef, element, group, nothing as nothing_to_see, paragraph, value_of};
use crate::web::reactive::{Derived, State};

/// An option of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComboboxOption {
    /// What it stands for.
    pub value: String,
    /// The heading under which it stands, with the options beside it that have the same; empty for none.
    pub group: String,
    /// The option.
    pub label: String,
    /// Under it, in small.
    pub detail: String,
    /// At the end of the row, such as a level.
    pub aside: String,
    /// Whether it is chosen already.
    pub is_chosen: bool,
}

/// What the list shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComboboxList {
    /// The options; those of one group stand together.
    pub options: Vec<ComboboxOption>,
    /// How many there are, these included.
    pub total: usize,
    /// Under the options, for instance how many more there are; empty for nothing.
    pub footer: String,
}

/// A search box with a list of options, in groups. Arrow keys move, and so do Home and End once an option is reached;
/// Enter chooses; Escape closes the list, then empties the box. The list stays open after a choice, because more than
/// one can be chosen.
pub struct Combobox {
    /// Name of the control; also its DOM id.
    pub name: String,
    /// The words around it.
    pub words: FieldWords,
    /// The options for the text.
    pub list: Derived<ComboboxList>,
    /// Said when there is no option for the text.
    pub nothing: &'static str,
    /// What was typed.
    pub query: State<String>,
    /// Takes a choice.
    pub on_choose: Callback<String>,
}

/// What the list of one search box is doing.
#[derive(Clone, Copy)]
struct Open {
    shown: Derived<ComboboxList>,
    query: State<String>,
    on_choose: Callback<String>,
    is_open: State<bool>,
    active: State<Option<usize>>,
    list: ElementRef,
}

impl Combobox {
    /// The search box with its words and list.
    pub fn view(self) -> AnyView {
        let Self { name, words, list: shown, nothing, query, on_choose } = self;
        let (is_open, active) = (State::new(false), State::new(None::<usize>));
        let open = Open { shown, query, on_choose, is_open, active, list: ElementRef::new() };
        let list_id = [name.as_str(), "-list"].concat();
        let count = move || shown.with(|list| list.options.len());
        let is_shown = move || is_open.get() && count() > 0;
        let is_empty = move || is_open.get() && count() == 0 && query.with(|query| !query.trim().is_empty());
        let of_active = name.clone();
        let control = element("input", "input")
            .attr("type", "text")
            .attr("role", "combobox")
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("autocapitalize", "none")
            .attr("aria-autocomplete", "list")
            .attr("aria-controls", list_id.as_str())
            .attr_with("aria-expanded", move || Some(is_shown().to_string()))
            .attr_with("aria-activedescendant", move || {
                active.get().filter(|_| is_shown()).map(|index| option_id(&of_active, index))
            });
        let control = words
            .tie(control, &name)
            .value(move || query.get())
            .on("input", move |event| {
                query.set(value_of(&event));
                active.set(None);
                is_open.set(true);
            })
            .on("focus", move |_| is_open.set(true))
            .on("click", move |_| is_open.set(true))
            .on("blur", move |_| open.close())
            .on("keydown", move |event| {
                if let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|key| !key.is_composing())
                    && open.takes(&key.key())
                {
                    event.prevent_default();
                }
            });
        let of_rows = name.clone();
        // What is not seen is not made: neither the rows nor what the options follow from.
        let rows = move || {
            if !is_open.get() {
                return nothing_to_see();
            }
            let ComboboxList { options, footer, .. } = shown.get();
            let (mut groups, mut rows, mut heading) = (Vec::new(), Vec::new(), String::new());
            for (index, option) in options.into_iter().enumerate() {
                if option.group != heading {
                    groups.push(group_of(&heading, std::mem::take(&mut rows)));
                    heading.clone_from(&option.group);
                }
                rows.push(open.row(&of_rows, index, option));
            }
            groups.push(group_of(&heading, rows));
            if !footer.is_empty() {
                groups.push(element("div", "results__more").attr("aria-hidden", "true").text(footer).view());
            }
            group(groups)
        };
        let list = element("div", "results")
            .attr("role", "listbox")
            .attr("id", list_id)
            .attr("tabindex", "-1")
            .attr("aria-label", words.label.as_str())
            .flag("hidden", move || !is_shown())
            .node(open.list)
            // The box keeps the focus.
            .on("mousedown", |event| event.prevent_default())
            .on("click", move |event| {
                let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                let row = pressed.and_then(|pressed| pressed.closest("[role=option]").ok().flatten());
                if let Some(value) = row.and_then(|row| row.get_attribute("data-value")) {
                    on_choose.run(value);
                }
            })
            .child_with(rows);
        words
            .frame("div", "field combobox")
            .child(words.label_for(&name))
            .child(words.messages(&name))
            .child(control.view())
            .child(list.view())
            .maybe_with(move || is_empty().then(|| paragraph("combobox__nothing", nothing)))
            .view()
    }
}

impl Open {
    fn close(self) {
        self.is_open.set(false);
        self.active.set(None);
    }

    fn choose(self, index: usize) {
        let value = self.shown.with_untracked(|list| list.options.get(index).map(|option| option.value.clone()));
        if let Some(value) = value {
            self.on_choose.run(value);
        }
    }

    fn move_to(self, index: Option<usize>) {
        self.is_open.set(true);
        self.active.set(index);
        if let (Some(index), Some(list)) = (index, self.list.get_untracked()) {
            let rows = list.query_selector_all("[role=option]").ok();
            let row = rows.zip(u32::try_from(index).ok()).and_then(|(rows, index)| rows.item(index));
            if let Some(row) = row.as_ref().and_then(|row| row.dyn_ref::<Element>()) {
                let options = ScrollIntoViewOptions::new();
                options.set_block(ScrollLogicalPosition::Nearest);
                row.scroll_into_view_with_scroll_into_view_options(&options);
            }
        }
    }

    /// Does what a key asks; says whether it asked anything.
    fn takes(self, key: &str) -> bool {
        let last = self.shown.with_untracked(|list| list.options.len()).checked_sub(1);
        let now = self.active.get_untracked().filter(|_| self.is_open.get_untracked());
        match key {
            "ArrowDown" => self.move_to(match now {
                Some(now) if Some(now) < last => Some(now + 1),
                _ => last.map(|_| 0),
            }),
            "ArrowUp" => self.move_to(now.and_then(|now| now.checked_sub(1)).or(last)),
            "Enter" => match now {
                Some(index) => self.choose(index),
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

    fn row(self, name: &str, index: usize, option: ComboboxOption) -> AnyView {
        let detail = (!option.detail.is_empty()).then(|| element("span", "result__detail").text(option.detail).view());
        let is_active = self.active.get() == Some(index);
        element("div", if is_active { "result result--active" } else { "result" })
            .attr("role", "option")
            .attr("id", option_id(name, index))
            .attr("data-value", option.value)
            .attr("aria-selected", option.is_chosen.to_string())
            .child(element("span", "result__label").text(option.label).view())
            .maybe(detail)
            .child(element("span", "result__aside").text(option.aside).view())
            .view()
    }
}

/// Options under their heading; without one they stand by themselves.
fn group_of(heading: &str, rows: Vec<AnyView>) -> AnyView {
    if heading.is_empty() {
        return group(rows);
    }
    element("div", "results__group")
        .attr("role", "group")
        .attr("aria-label", heading)
        .child(element("span", "results__title").attr("aria-hidden", "true").text(heading).view())
        .children(rows)
        .view()
}

fn option_id(name: &str, index: usize) -> String {
    format!("{name}-option-{index}")
}
