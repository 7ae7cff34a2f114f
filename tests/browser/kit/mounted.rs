//! A control on the page as in the wizard: in a shadow root, with the wizard's style sheets.

use std::any::Any;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::rc::Rc;

use eherkenning_wizard::domain::scheme::Lang;
use eherkenning_wizard::web::dom::IntoChild;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, Node, ShadowRoot, ShadowRootInit, ShadowRootMode,
};

use super::given::{self, Given, NAME};
use super::page;

/// The sheets that style the kit.
const SHEETS: [&str; 14] = [
    include_str!("../../../style/tokens.css"),
    include_str!("../../../style/base.css"),
    include_str!("../../../style/kit/check_box.css"),
    include_str!("../../../style/kit/choice_field.css"),
    include_str!("../../../style/kit/combobox.css"),
    include_str!("../../../style/kit/date_field.css"),
    include_str!("../../../style/kit/disclosure.css"),
    include_str!("../../../style/kit/error_summary.css"),
    include_str!("../../../style/kit/field.css"),
    include_str!("../../../style/kit/file_slot.css"),
    include_str!("../../../style/kit/notice.css"),
    include_str!("../../../style/kit/select_field.css"),
    include_str!("../../../style/kit/signature_pad.css"),
    include_str!("../../../style/kit/text_field.css"),
];

/// What can take the focus by itself.
const FOCUSABLE: &str = "a[href], button, input, select, textarea, summary, [tabindex]";

/// Attributes with text for people.
const SPOKEN_ATTRIBUTES: [&str; 5] = ["alt", "aria-description", "aria-label", "placeholder", "title"];

/// A control on the page.
pub struct Mounted {
    /// Its inputs.
    pub given: Given,
    host: HtmlElement,
    root: ShadowRoot,
    is_shown: RwSignal<bool>,
    owner: Owner,
    handle: Box<dyn Any>,
    uncaught: Rc<Cell<u32>>,
}

impl Mounted {
    /// Puts a control on the page, on a screen that can be left.
    pub async fn new(lang: Lang, build: fn(Given) -> AnyView) -> Self {
        let document = web_sys::window().unwrap().document().unwrap();
        let host: HtmlElement = document.create_element("div").unwrap().dyn_into().unwrap();
        document.body().unwrap().append_child(&host).unwrap();
        let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap();
        // As on a phone, where a control shows the most.
        page::adopt(&root, &SHEETS.concat().replace("(hover: none)", "all"));
        let wrapper: HtmlElement = document.create_element("div").unwrap().dyn_into().unwrap();
        wrapper.set_class_name("wizard");
        wrapper.set_attribute("lang", lang.code()).unwrap();
        root.append_child(&wrapper).unwrap();

        let owner = Owner::new();
        let (given, is_shown) = owner.with(|| {
            let given = Given {
                lang,
                value: RwSignal::new(String::new()),
                error: RwSignal::new(None),
                told: RwSignal::new(Vec::new()),
                screen: RwSignal::new(()),
            };
            (given, RwSignal::new(true))
        });
        let screen = move || build(Given { screen: RwSignal::new(()), ..given });
        let handle = mount_to(wrapper, move || (move || is_shown.get().then(screen)).into_child());
        let mounted = Self { given, host, root, is_shown, owner, handle: Box::new(handle), uncaught: uncaught() };
        tick().await;
        mounted
    }

    /// Leaves the screen of the control.
    pub async fn leave_screen(&self) {
        self.is_shown.set(false);
        tick().await;
    }

    /// Removes everything from the page. Fails if a handler panicked.
    pub fn unmount(self) {
        drop(self.handle);
        self.owner.cleanup();
        self.host.remove();
        assert_eq!(self.uncaught.get(), 0, "a handler panicked");
    }

    /// Sets what is wrong with the answer, or that nothing is.
    pub async fn set_wrong(&self, is_wrong: bool) {
        self.given.error.set(is_wrong.then(|| given::error(self.given.lang)));
        tick().await;
    }

    /// The elements that a selector finds.
    pub fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).map(|index| found.item(index).unwrap().dyn_into().unwrap()).collect()
    }

    /// The one element that a selector finds.
    pub fn only(&self, selector: &str) -> HtmlElement {
        let mut found = self.all(selector);
        assert_eq!(found.len(), 1, "{selector}");
        found.remove(0)
    }

    /// The same, with a known type.
    pub fn only_as<T: JsCast>(&self, selector: &str) -> T {
        self.only(selector).dyn_into().unwrap()
    }

    /// The control of the question, or the group of its parts: the element with its name as id.
    pub fn asked(&self) -> HtmlElement {
        self.root.get_element_by_id(NAME).unwrap().dyn_into().unwrap()
    }

    /// Whether an element has this id.
    pub fn has_id(&self, id: &str) -> bool {
        self.root.get_element_by_id(id).is_some()
    }

    /// Where the Tab key stops, in order; of radio buttons each one.
    pub fn stops(&self) -> Vec<HtmlElement> {
        self.all(FOCUSABLE)
            .into_iter()
            .filter(|element| page::is_visible(element) && element.tab_index() >= 0)
            .collect()
    }

    /// The texts of the elements by which an element is described, in order. Fails if one of them is not there.
    pub fn descriptions(&self, element: &Element) -> Vec<String> {
        let ids = element.get_attribute("aria-describedby").unwrap_or_default();
        let text = |id: &str| {
            let found = self.root.get_element_by_id(id).unwrap_or_else(|| panic!("no element has the id {id}"));
            found.text_content().unwrap().trim().to_owned()
        };
        ids.split_whitespace().map(text).collect()
    }

    /// Everything the control says: its texts, and the attributes that are read out.
    pub fn said(&self) -> BTreeSet<String> {
        let mut said = BTreeSet::new();
        collect_texts(&self.root, &mut said);
        for element in self.all("*") {
            said.extend(SPOKEN_ATTRIBUTES.iter().filter_map(|name| element.get_attribute(name)));
        }
        said
    }

    /// What the control has reported so far.
    pub fn told(&self) -> Vec<String> {
        self.given.told.get_untracked()
    }

    /// Moves the focus to an element. Fails if the element does not take it.
    pub fn focus(&self, element: &HtmlElement) {
        element.focus().unwrap();
        assert!(has_focus(element), "no focus: {}", element.outer_html());
    }

    /// Types in a control as a person does.
    pub fn type_into(&self, selector: &str, text: &str) {
        self.focus(&self.only(selector));
        page::insert_text(text);
    }

    /// Chooses an option of a drop-down list.
    pub fn select(&self, selector: &str, value: &str) {
        let list = self.only_as::<HtmlSelectElement>(selector);
        self.focus(&list);
        list.set_value(value);
        list.dispatch_event(&Event::new("change").unwrap()).unwrap();
    }

    /// Chooses files in the dialog of a file input.
    pub fn choose_files(&self, selector: &str, names: &[&str]) {
        page::choose_files(&self.only_as::<HtmlInputElement>(selector), owned(names));
    }

    /// Fails if axe finds something wrong.
    pub async fn assert_accessible(&self) {
        let violations = page::violations(&self.host).await;
        assert!(violations.is_empty(), "{:?}: {violations}", self.given.lang);
    }
}

/// Whether an element has the focus.
pub fn has_focus(element: &Element) -> bool {
    element.matches(":focus").unwrap()
}

/// Waits until everything is updated.
pub async fn tick() {
    gloo_timers::future::TimeoutFuture::new(0).await;
}

pub fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

fn collect_texts(node: &Node, said: &mut BTreeSet<String>) {
    let children = node.child_nodes();
    for child in (0..children.length()).map(|index| children.item(index).unwrap()) {
        let text = child.node_value().unwrap_or_default();
        if child.node_type() == Node::TEXT_NODE && !text.trim().is_empty() {
            said.insert(text.trim().to_owned());
        }
        collect_texts(&child, said);
    }
}

/// Counts uncaught errors, such as that of a panic in a handler, which ends all wizards on the page.
fn uncaught() -> Rc<Cell<u32>> {
    let count = Rc::new(Cell::new(0));
    let counted = Rc::clone(&count);
    let listener = Closure::<dyn Fn(JsValue)>::new(move |_| counted.set(counted.get() + 1)).into_js_value();
    let window = web_sys::window().unwrap();
    window.add_event_listener_with_callback("error", listener.unchecked_ref()).unwrap();
    count
}
