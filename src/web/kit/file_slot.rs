//! Where a document is chosen, dropped or photographed, with what was taken in.

use leptos::html;
use leptos::prelude::*;

use super::FieldWords;

/// A file that was taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRow {
    /// What it is found by.
    pub id: String,
    /// Name, size and state in words.
    pub text: String,
    /// Address of a preview.
    pub preview: Option<String>,
    /// Alternative text of the preview.
    pub alternative: String,
    /// Name of the button that removes it.
    pub remove: String,
}

/// The words of a slot.
#[derive(Clone, Copy)]
pub struct FileSlotWords {
    /// On the button.
    pub choose: Signal<String>,
    /// Beside the button, for those who drag.
    pub drop: Signal<String>,
    /// Types and largest size, said before choosing.
    pub limits: Signal<String>,
    /// While a file is being checked; empty otherwise.
    pub busy: Signal<String>,
}

/// Where a document is chosen, dropped or photographed.
#[component]
pub fn FileSlot(
    /// Name of the control; also its DOM id.
    name: String,
    /// The words around it.
    words: FieldWords,
    /// The words of the slot.
    phrases: FileSlotWords,
    /// Types offered by the file dialog.
    accept: &'static str,
    /// The files taken in so far.
    #[prop(into)]
    files: Signal<Vec<FileRow>>,
    /// Takes a file.
    #[prop(into)]
    on_file: Callback<web_sys::File>,
    /// Takes out a file.
    #[prop(into)]
    on_remove: Callback<String>,
) -> AnyView {
    let id = name.clone();
    let messages = words.messages(&id, &name);
    let limits_id = format!("{id}-limits");
    let described = {
        let (id, limits_id) = (id.clone(), limits_id.clone());
        move || words.described_by(&id).map_or_else(|| limits_id.clone(), |ids| format!("{ids} {limits_id}"))
    };
    let input = NodeRef::<html::Input>::new();
    let is_over = RwSignal::new(false);
    let take_all = move |list: Option<web_sys::FileList>| {
        let Some(list) = list else { return };
        for index in 0..list.length() {
            if let Some(file) = list.get(index) {
                on_file.run(file);
            }
        }
    };
    let rows = move || {
        files.get().into_iter().map(|file| {
            let id = file.id.clone();
            let preview = file.preview.map(|address| view! { <img class={"file__preview"} src=address alt=file.alternative /> });
            view! {
                <li class={"file"}>
                    {preview}
                    <span class={"file__text"}>{file.text}</span>
                    <button type="button" class={"button button--quiet"} aria-label=file.remove.clone()
                        on:click=move |_| { on_remove.run(id.clone()); if let Some(input) = input.get_untracked() { input.focus().ok(); } }>
                        {file.remove.split_whitespace().next().unwrap_or_default().to_owned()}
                    </button>
                </li>
            }
            .into_any()
        }).collect_view()
    };
    view! {
        <div class={"field slot"} class:field--wrong=move || words.is_wrong() class:slot--over=is_over
            on:dragover=move |event| { event.prevent_default(); is_over.set(true); }
            on:dragleave=move |_| is_over.set(false)
            on:drop=move |event| {
                event.prevent_default();
                is_over.set(false);
                take_all(event.data_transfer().and_then(|transfer| transfer.files()));
            }>
            <label class={"field__label"} for=id.clone()>{words.label_view()}</label>
            {messages}
            <p class={"field__hint"} id=limits_id>{phrases.limits}</p>
            <ul class={"files"}>{rows}</ul>
            <div class={"slot__choose"}>
                <input class={"slot__input"} type="file" id=id.clone() name=name accept=accept multiple=true node_ref=input
                    aria-describedby=described aria-invalid=move || words.is_wrong().then_some("true")
                    on:change:target=move |event| {
                        let input = event.target();
                        take_all(input.files());
                        input.set_value("");
                    } />
                <label class={"button button--secondary slot__button"} for=id aria-hidden="true">{phrases.choose}</label>
                <span class={"slot__drop"} aria-hidden="true">{phrases.drop}</span>
            </div>
            <p class={"slot__busy"} role="status">{phrases.busy}</p>
        </div>
    }
    .into_any()
}
