//! An element and how it is built.

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev::Custom as CustomEvent;
use leptos::prelude::*;
use leptos::tachys::html::element::{Custom, custom};
use leptos::tachys::html::event::on;
use leptos::tachys::html::node_ref::node_ref;
use leptos::tachys::html::property::{IntoProperty, prop};
use leptos::tachys::view::iterators::StaticVec;
use web_sys::Event;

use super::attribute::{Attr, Class, IntoAttr, IntoClass};
use super::child::IntoChild;
use super::fresh::Fresh;

/// Finds an element once it is on the page.
pub type ElementRef = NodeRef<Custom<&'static str>>;

/// An element that is being built. Boxed, so that each builder call moves one pointer.
#[must_use]
pub struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    classes: Vec<Class>,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

impl Element {
    pub(super) fn new(tag: &'static str) -> Self {
        Self(Box::new(Parts { tag, classes: Vec::new(), attributes: Vec::new(), children: Vec::new() }))
    }

    /// Adds a class: a string, `("name", move || …)` for a conditional one, or a closure that returns a string.
    pub fn class(mut self, class: impl IntoClass) -> Self {
        self.0.classes.push(class.into_class());
        self
    }

    /// Sets an attribute: a string, `true` for one without a value, an `Option` or a closure that returns any of these.
    pub fn attr(self, name: &'static str, value: impl IntoAttr) -> Self {
        self.set_attribute(name, value.into_attr())
    }

    #[inline(never)]
    fn set_attribute(mut self, name: &'static str, value: Attr) -> Self {
        self.0.attributes.extend(match value {
            Attr::Absent => None,
            Attr::Fixed(text) => Some(custom_attribute(name, text).into_any_attr()),
            Attr::Changing(text) => Some(custom_attribute(name, text).into_any_attr()),
        });
        self
    }

    /// Sets the `id`.
    pub fn id(self, id: impl IntoAttr) -> Self {
        self.attr("id", id)
    }

    /// Keeps a property, such as `value` or `checked`, at what the closure returns.
    pub fn prop<V>(self, name: &'static str, value: impl Fn() -> V + Send + 'static) -> Self
    where
        V: IntoProperty + 'static,
        V::State: 'static,
    {
        self.set_property(name, Box::new(value))
    }

    #[inline(never)]
    fn set_property<V>(mut self, name: &'static str, value: Box<dyn Fn() -> V + Send>) -> Self
    where
        V: IntoProperty + 'static,
        V::State: 'static,
    {
        self.0.attributes.push(prop(name, value).into_any_attr());
        self
    }

    /// Keeps the style at these declarations, such as `left:10%`. Set as a property: policies refuse the attribute.
    pub fn style(self, declarations: impl Fn() -> String + Send + 'static) -> Self {
        self.prop("style", declarations)
    }

    /// Runs a handler for an event, as long as the owner in which the element was made exists.
    pub fn on(self, event: &'static str, run: impl Fn(Event) + 'static) -> Self {
        self.listen(event, Box::new(run))
    }

    /// The browser sends `change`, `blur` and `focusout` to a field while removing it from the page. By then Leptos has
    /// disposed of the signals that the handler reads, and reading one would panic, which ends all wizards on the page.
    /// So each handler has a token that is disposed of together with its screen, and does nothing without it.
    #[inline(never)]
    fn listen(mut self, event: &'static str, run: Box<dyn Fn(Event)>) -> Self {
        let token = StoredValue::new(());
        let handler = move |event: Event| {
            if !token.is_disposed() {
                run(event);
            }
        };
        self.0.attributes.push(on(CustomEvent::<Event>::new(event), handler).into_any_attr());
        self
    }

    /// Lets the reference find the element.
    pub fn node_ref(mut self, node: ElementRef) -> Self {
        self.0.attributes.push(node_ref(node).into_any_attr());
        self
    }

    /// Adds a child: an element, text, an `Option`, a list, a tuple, or a closure that returns any of these.
    pub fn child(mut self, child: impl IntoChild) -> Self {
        child.add_to(&mut self.0.children);
        self
    }

    /// The element as a view of Leptos.
    fn build(mut self) -> AnyView {
        let classes = std::mem::take(&mut self.0.classes);
        let Parts { tag, attributes, children, .. } = *self.set_attribute("class", Class::join(classes)).0;
        Fresh(custom(tag).add_any_attr(attributes).child(StaticVec::from(children))).into_any()
    }
}

impl IntoChild for Element {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self.build());
    }
}
