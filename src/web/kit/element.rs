//! Elements, written with one type for all of them.
//!
//! Leptos's `view!` gives every piece of markup a type of its own; over thirty screens that is most of the
//! widget's bytes. Here every element, attribute and child has the same few types, so that a piece of markup
//! costs no more than its names. Nothing goes through `innerHTML`, which Trusted Types refuses.

use std::hash::Hash;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev::Custom as CustomEvent;
use leptos::prelude::*;
use leptos::tachys::html::element::{Custom, custom};
use leptos::tachys::html::event::on;
use leptos::tachys::html::node_ref::node_ref;
use leptos::tachys::html::property::prop;
use leptos::tachys::view::iterators::StaticVec;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

use super::fresh::Fresh;

/// Where the element can be found once it is on the page.
pub type ElementRef = NodeRef<Custom<&'static str>>;

type Condition = Box<dyn Fn() -> bool + Send>;

/// An element being written. One pointer, as it is handed on from call to call.
pub struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    class: &'static str,
    classes: Vec<(&'static str, Condition)>,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element with its class; an empty class for none.
pub fn element(tag: &'static str, class: &'static str) -> Element {
    Element(Box::new(Parts { tag, class, classes: Vec::new(), attributes: Vec::new(), children: Vec::new() }))
}

/// A button that runs something; `action` is its `data-action`, empty for none.
pub fn button(class: &'static str, action: impl AsRef<str>, run: impl Fn() + 'static) -> Element {
    named_button(class, action.as_ref(), Box::new(move |_| run()))
}

fn named_button(class: &'static str, action: &str, run: Box<dyn Fn(Event)>) -> Element {
    let button = element("button", class).attr("type", "button").listening("click", run);
    if action.is_empty() { button } else { button.attr("data-action", action) }
}

/// A paragraph with a class, or with none.
pub fn paragraph(class: &'static str, words: impl AsRef<str>) -> AnyView {
    element("p", class).text(words).view()
}

impl Element {
    /// An attribute that stays.
    pub fn attr(self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.fixed(name, value.as_ref())
    }

    /// One copy of the text is made here, not one piece of code for copying wherever there is a text.
    #[inline(never)]
    fn fixed(mut self, name: &'static str, value: &str) -> Self {
        self.0.attributes.push(custom_attribute(name, value.to_owned()).into_any_attr());
        self
    }

    /// An attribute that changes; nothing takes it away.
    pub fn attr_with(self, name: &'static str, value: impl Fn() -> Option<String> + Send + 'static) -> Self {
        self.changing(name, Box::new(value))
    }

    fn changing(mut self, name: &'static str, value: Box<dyn Fn() -> Option<String> + Send>) -> Self {
        self.0.attributes.push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// An attribute without a value that comes and goes, such as `hidden`.
    pub fn flag(self, name: &'static str, when: impl Fn() -> bool + Send + 'static) -> Self {
        self.attr_with(name, move || when().then(String::new))
    }

    /// One more class while something holds.
    pub fn class_when(mut self, class: &'static str, when: impl Fn() -> bool + Send + 'static) -> Self {
        self.0.classes.push((class, Box::new(when)));
        self
    }

    /// The text in a control.
    pub fn value(self, value: impl Fn() -> String + Send + 'static) -> Self {
        self.text_property("value", Box::new(value))
    }

    /// Declarations that change, such as `left:10%`: set as a property, because policies refuse the attribute.
    pub fn style(self, declarations: impl Fn() -> String + Send + 'static) -> Self {
        self.text_property("style", Box::new(declarations))
    }

    /// A name for those who do not see it, which changes.
    pub fn labelled(self, name: impl Fn() -> String + Send + 'static) -> Self {
        self.changing("aria-label", Box::new(move || Some(name())))
    }

    fn text_property(mut self, name: &'static str, value: Box<dyn Fn() -> String + Send>) -> Self {
        self.0.attributes.push(prop(name, value).into_any_attr());
        self
    }

    /// A property of a control that holds or not, such as `checked`.
    pub fn property(self, name: &'static str, value: impl Fn() -> bool + Send + 'static) -> Self {
        self.flag_property(name, Box::new(value))
    }

    fn flag_property(mut self, name: &'static str, value: Condition) -> Self {
        self.0.attributes.push(prop(name, value).into_any_attr());
        self
    }

    /// Runs when an event arrives; never after what the element was made in is gone.
    pub fn on(self, event: &'static str, run: impl Fn(Event) + 'static) -> Self {
        self.listening(event, Box::new(run))
    }

    /// The browser sends `change`, `blur` and `focusout` to a field while it takes it off the page. By then Leptos has
    /// disposed of what the handler reads, and reading it would end the widget. So each handler has a token that goes
    /// together with its screen, and does nothing without it.
    fn listening(mut self, event: &'static str, run: Box<dyn Fn(Event)>) -> Self {
        let token = StoredValue::new(());
        let handler = move |event: Event| {
            if !token.is_disposed() {
                run(event);
            }
        };
        self.0.attributes.push(on(CustomEvent::<Event>::new(event), handler).into_any_attr());
        self
    }

    /// Keeps hold of the element.
    pub fn node(mut self, node: ElementRef) -> Self {
        self.0.attributes.push(node_ref(node).into_any_attr());
        self
    }

    /// A child.
    pub fn child(mut self, child: AnyView) -> Self {
        self.0.children.push(child);
        self
    }

    /// A child, if there is one.
    pub fn maybe(mut self, child: Option<AnyView>) -> Self {
        self.0.children.extend(child);
        self
    }

    /// Children.
    pub fn children(mut self, children: impl IntoIterator<Item = AnyView>) -> Self {
        self.0.children.extend(children);
        self
    }

    /// Text that stays.
    pub fn text(self, words: impl AsRef<str>) -> Self {
        self.fixed_text(words.as_ref())
    }

    #[inline(never)]
    fn fixed_text(self, words: &str) -> Self {
        self.child(words.to_owned().into_any())
    }

    /// Text that changes.
    pub fn text_with(self, words: impl Fn() -> String + Send + 'static) -> Self {
        self.child(changing_text(Box::new(words)))
    }

    /// A child that is written anew at each change.
    pub fn child_with(self, child: impl Fn() -> AnyView + Send + 'static) -> Self {
        self.child(dynamic(child))
    }

    /// A child that comes and goes; each time it is written anew.
    pub fn maybe_with(self, child: impl Fn() -> Option<AnyView> + Send + 'static) -> Self {
        self.child(dynamic(move || child().unwrap_or_else(nothing)))
    }

    /// The element, finished.
    pub fn view(mut self) -> AnyView {
        if !self.0.classes.is_empty() {
            let (class, classes) = (self.0.class, std::mem::take(&mut self.0.classes));
            self = self.attr_with("class", move || {
                let mut all = class.to_owned();
                for (class, _) in classes.iter().filter(|(_, when)| when()) {
                    all.push(' ');
                    all.push_str(class);
                }
                Some(all)
            });
        } else if !self.0.class.is_empty() {
            let class = self.0.class;
            self = self.attr("class", class);
        }
        if let Some(part) = part(self.0.class) {
            self = self.attr("part", part);
        }
        if let Some(level) = heading_level(self.0.tag) {
            self = self.attr("aria-level", level);
        }
        let Parts { tag, attributes, children, .. } = *self.0;
        let children: StaticVec<AnyView> = children.into();
        Fresh(custom(tag).add_any_attr(attributes).child(children)).into_any()
    }
}

/// Nothing to see.
pub fn nothing() -> AnyView {
    ().into_any()
}

/// Several views side by side.
pub fn group(views: impl IntoIterator<Item = AnyView>) -> AnyView {
    let views: StaticVec<AnyView> = views.into_iter().collect::<Vec<_>>().into();
    views.into_any()
}

/// A view that is written anew at each change.
pub fn dynamic(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let view: Box<dyn Fn() -> AnyView + Send> = Box::new(view);
    changing_view(view)
}

fn changing_view(view: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || view()).into_any()
}

fn changing_text(words: Box<dyn Fn() -> String + Send>) -> AnyView {
    (move || words()).into_any()
}

/// A view per key; those whose key stays keep their state, and the focus.
pub fn each<K>(
    keys: impl Fn() -> Vec<K> + Send + 'static,
    row: impl Fn(K) -> AnyView + Send + Sync + 'static,
) -> AnyView
where
    K: Copy + Eq + Hash + Send + 'static,
{
    let keys: Box<dyn Fn() -> Vec<K> + Send> = Box::new(keys);
    let row: Arc<dyn Fn(K) -> AnyView + Send + Sync> = Arc::new(row);
    keyed(keys, row)
}

fn keyed<K>(keys: Box<dyn Fn() -> Vec<K> + Send>, row: Arc<dyn Fn(K) -> AnyView + Send + Sync>) -> AnyView
where
    K: Copy + Eq + Hash + Send + 'static,
{
    For(ForProps::builder().each(keys).key(|key: &K| *key).children(move |key| row(key)).build()).into_any()
}

/// The level of the main heading, which is written as `h2`.
static HEADING_LEVEL: AtomicUsize = AtomicUsize::new(2);

/// Says at which level the main heading stands, 1 to 6; all wizards of a page share it. Those below are one deeper.
pub fn set_heading_level(level: usize) {
    HEADING_LEVEL.store(level, Ordering::Relaxed);
}

/// The level of a heading, where it is not the one that its tag says.
fn heading_level(tag: &str) -> Option<&'static str> {
    let below = ["h2", "h3"].into_iter().position(|heading| heading == tag)?;
    let level = HEADING_LEVEL.load(Ordering::Relaxed);
    ["1", "2", "3", "4", "5", "6", "6"].get(level + below - 1).filter(|_| level != 2).copied()
}

/// The classes of the main pieces, each with the part under which style rules of the host page find it.
const PARTS: &str = "wizard=container progress=progress panel=panel screen__title=heading screen__intro=intro field=field \
                     field__label=label field__hint=hint field__error=error summary=error-summary button=button";

fn part(class: &str) -> Option<&'static str> {
    let own = class.split(' ').next();
    PARTS
        .split(' ')
        .find_map(|piece| piece.split_once('=').filter(|(class, _)| Some(*class) == own))
        .map(|(_, part)| part)
}

/// What was typed or chosen in the control of an event.
pub fn value_of(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        return input.value();
    }
    if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
        return select.value();
    }
    target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value).unwrap_or_default()
}

/// Whether the control of an event is ticked.
pub fn is_checked(event: &Event) -> bool {
    let target = event.target();
    target.is_some_and(|target| target.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked))
}
