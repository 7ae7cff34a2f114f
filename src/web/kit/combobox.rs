//! A search box with a list of options, after the ARIA pattern of a combobox.

use leptos::html;
use leptos::prelude::*;

use super::FieldWords;

/// An option of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComboboxOption {
    /// What it stands for.
    pub value: String,
    /// The option.
    pub label: String,
    /// Under it, in small.
    pub detail: String,
    /// At the end of the row, such as a level.
    pub aside: String,
    /// Whether it is chosen already.
    pub is_chosen: bool,
}

/// A search box with a list of options. Arrow keys move, Enter chooses, Escape closes; the list stays
/// open after a choice, because more than one can be chosen.
#[component]
pub fn Combobox(
    /// Name of the control; also its DOM id.
    name: String,
    /// The words around it.
    words: FieldWords,
    /// The options for the text.
    #[prop(into)]
    options: Signal<Vec<ComboboxOption>>,
    /// Said when there is no option for the text.
    #[prop(into)]
    nothing: Signal<String>,
    /// What was typed.
    #[prop(into)]
    query: RwSignal<String>,
    /// Takes a choice.
    #[prop(into)]
    on_choose: Callback<String>,
) -> AnyView {
    let id = name.clone();
    let list_id = format!("{id}-list");
    let described = {
        let id = id.clone();
        move || words.described_by(&id)
    };
    let messages = words.messages(&id, &name);
    let is_open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let list = NodeRef::<html::Ul>::new();
    let option_id = {
        let id = id.clone();
        move |index: usize| format!("{id}-option-{index}")
    };

    let choose = move |index: usize| {
        let value = options.with_untracked(|options| options.get(index).map(|option| option.value.clone()));
        if let Some(value) = value {
            on_choose.run(value);
        }
    };
    let move_to = move |index: Option<usize>| {
        is_open.set(true);
        active.set(index);
        if let (Some(index), Some(list)) = (index, list.get_untracked()) {
            let row = u32::try_from(index).ok().and_then(|index| list.children().item(index));
            if let Some(row) = row {
                let options = web_sys::ScrollIntoViewOptions::new();
                options.set_block(web_sys::ScrollLogicalPosition::Nearest);
                row.scroll_into_view_with_scroll_into_view_options(&options);
            }
        }
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let last = options.with_untracked(Vec::len).checked_sub(1);
        let now = active.get_untracked().filter(|_| is_open.get_untracked());
        match event.key().as_str() {
            "ArrowDown" => {
                move_to(now.map_or(last.map(|_| 0), |now| Some(now + 1).filter(|next| Some(*next) <= last).or(Some(0))))
            }
            "ArrowUp" => move_to(now.and_then(|now| now.checked_sub(1)).or(last)),
            "Enter" => match now {
                Some(index) => choose(index),
                None => is_open.set(true),
            },
            "Escape" if is_open.get_untracked() => {
                is_open.set(false);
                active.set(None);
            }
            _ => return,
        }
        event.prevent_default();
    };
    let rows = {
        let option_id = option_id.clone();
        move || {
            let option_id = option_id.clone();
            options
                .get()
                .into_iter()
                .enumerate()
                .map(move |(index, option)| {
                    let is_active = move || active.get() == Some(index);
                    view! {
                        <li role="option" class={"result"} class:result--active=is_active id=option_id(index)
                            data-value=option.value aria-selected=option.is_chosen.to_string()
                            on:mousedown=|event| event.prevent_default() on:click=move |_| choose(index)>
                            <span class={"result__label"}>{option.label}</span>
                            <span class={"result__detail"}>{option.detail}</span>
                            <span class={"result__aside"}>{option.aside}</span>
                        </li>
                    }
                    .into_any()
                })
                .collect_view()
        }
    };
    let is_shown = move || is_open.get() && options.with(|options| !options.is_empty());
    let is_empty = move || is_open.get() && query.with(|query| !query.trim().is_empty()) && options.with(Vec::is_empty);
    let active_id = move || active.get().filter(|_| is_shown()).map(&option_id);
    view! {
        <div class={"field combobox"} class:field--wrong=move || words.is_wrong()>
            <label class={"field__label"} for=id.clone()>{words.label_view()}</label>
            {messages}
            <input class={"input"} type="text" role="combobox" id=id name=name autocomplete="off" spellcheck="false"
                autocapitalize="none" aria-autocomplete="list" aria-expanded=move || is_shown().to_string()
                aria-controls=list_id.clone() aria-activedescendant=active_id aria-describedby=described
                aria-invalid=move || words.is_wrong().then_some("true") prop:value=query
                on:input:target=move |event| {
                    query.set(event.target().value());
                    active.set(None);
                    is_open.set(true);
                }
                on:focus=move |_| is_open.set(true)
                on:click=move |_| is_open.set(true)
                on:blur=move |_| { is_open.set(false); active.set(None); }
                on:keydown=on_key />
            <ul class={"results"} role="listbox" id=list_id node_ref=list tabindex="-1" aria-label=words.label hidden=move || !is_shown()>
                {rows}
            </ul>
            {move || is_empty().then(|| view! { <p class={"combobox__nothing"}>{nothing}</p> })}
        </div>
    }
    .into_any()
}
