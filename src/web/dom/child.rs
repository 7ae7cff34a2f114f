//! Children of an element: other elements, text, lists, and closures that return any of these.

use std::hash::Hash;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::tachys::view::iterators::StaticVec;

/// What can be a child. It is immediately erased to one of a few types.
pub trait IntoChild: Sized {
    /// Adds it to the children of an element: nothing, one, or several.
    fn add_to(self, children: &mut Vec<AnyView>);

    /// Everything as one view.
    fn into_child(self) -> AnyView {
        let mut children = Vec::new();
        self.add_to(&mut children);
        one_view(children)
    }
}

fn one_view(mut children: Vec<AnyView>) -> AnyView {
    match children.len() {
        0 => ().into_any(),
        1 => children.remove(0),
        _ => StaticVec::from(children).into_any(),
    }
}

impl IntoChild for AnyView {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self);
    }
}

impl IntoChild for String {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self.into_any());
    }
}

impl IntoChild for &String {
    fn add_to(self, children: &mut Vec<AnyView>) {
        self.clone().add_to(children);
    }
}

impl IntoChild for &str {
    fn add_to(self, children: &mut Vec<AnyView>) {
        self.to_owned().add_to(children);
    }
}

impl<C: IntoChild> IntoChild for Option<C> {
    fn add_to(self, children: &mut Vec<AnyView>) {
        if let Some(child) = self {
            child.add_to(children);
        }
    }
}

impl<C: IntoChild> IntoChild for Vec<C> {
    fn add_to(self, children: &mut Vec<AnyView>) {
        self.into_iter().for_each(|child| child.add_to(children));
    }
}

impl<C: IntoChild, const N: usize> IntoChild for [C; N] {
    fn add_to(self, children: &mut Vec<AnyView>) {
        self.into_iter().for_each(|child| child.add_to(children));
    }
}

/// A child that is rebuilt when a signal that the closure reads has changed.
impl<F, C> IntoChild for F
where
    F: Fn() -> C + Send + 'static,
    C: IntoChild,
{
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(changing(Box::new(move || self().into_child())));
    }
}

fn changing(child: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || child()).into_any()
}

macro_rules! tuple {
    ($($child:ident)*) => {
        impl<$($child: IntoChild),*> IntoChild for ($($child,)*) {
            #[expect(non_snake_case, reason = "each variable is named after its type")]
            fn add_to(self, children: &mut Vec<AnyView>) {
                let ($($child,)*) = self;
                $($child.add_to(children);)*
            }
        }
    };
}

tuple!(A B);
tuple!(A B C);
tuple!(A B C D);
tuple!(A B C D E);
tuple!(A B C D E F);

/// A child for each key. Rows whose key stays keep their state and the focus.
pub fn keyed<K, C>(keys: impl Fn() -> Vec<K> + Send + 'static, row: impl Fn(K) -> C + Send + Sync + 'static) -> AnyView
where
    K: Copy + Eq + Hash + Send + 'static,
    C: IntoChild,
{
    keyed_rows(Box::new(keys), Arc::new(move |key| row(key).into_child()))
}

fn keyed_rows<K>(keys: Box<dyn Fn() -> Vec<K> + Send>, row: Arc<dyn Fn(K) -> AnyView + Send + Sync>) -> AnyView
where
    K: Copy + Eq + Hash + Send + 'static,
{
    For(ForProps::builder().each(keys).key(|key: &K| *key).children(move |key| row(key)).build()).into_any()
}
