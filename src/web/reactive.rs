//! Values that change, and what follows from them, with one type beneath for all.
//!
//! Leptos spells out its whole reactive machine for every type of value; the widget would carry some thirty
//! copies. Here the machine sees one boxed value, and [`State`] and [`Derived`] give it its type back.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::{Effect, Get, GetUntracked, Memo, Read, ReadUntracked, RwSignal, Set, Write};

type Boxed = Box<dyn Any + Send + Sync>;

/// A value that is set from outside. A handle: copies are the same value; it lives as long as its owner.
pub struct State<T>(RwSignal<Boxed>, PhantomData<fn() -> T>);

impl<T> Clone for State<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for State<T> {}

impl<T: Send + Sync + 'static> State<T> {
    /// A fresh value.
    pub fn new(value: T) -> Self {
        Self(RwSignal::new(Box::new(value)), PhantomData)
    }

    /// Reads it, and listens.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(known(self.0.read().as_ref()))
    }

    /// Reads it without listening.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(known(self.0.read_untracked().as_ref()))
    }

    /// Reads it without listening, unless its owner is gone.
    pub fn try_with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        self.0.try_read_untracked().map(|value| read(known(value.as_ref())))
    }

    /// Sets it; whoever listens hears of it.
    pub fn set(self, value: T) {
        self.0.set(Box::new(value));
    }

    /// Sets it, unless its owner is gone; says whether it did.
    pub fn try_set(self, value: T) -> bool {
        self.0.try_set(Box::new(value)).is_none()
    }

    /// Changes it in place; whoever listens hears of it.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.try_update(change);
    }

    /// Changes it in place, unless its owner is gone.
    pub fn try_update(self, change: impl FnOnce(&mut T)) {
        let value = self.0.try_write();
        if let Some(mut value) = value
            && let Some(value) = value.as_mut().downcast_mut()
        {
            change(value);
        }
    }
}

impl<T: Clone + Send + Sync + 'static> State<T> {
    /// A copy of it; listens.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// A copy of it, without listening.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// A copy of it without listening, unless its owner is gone.
    pub fn try_get_untracked(self) -> Option<T> {
        self.try_with_untracked(T::clone)
    }
}

/// A value that follows from others; what depends on it hears of changes only.
pub struct Derived<T>(Memo<Value>, PhantomData<fn() -> T>);

impl<T> Clone for Derived<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Derived<T> {}

impl<T: Send + Sync + 'static> Derived<T> {
    /// Reads it, and listens.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(known(self.0.get().value.as_ref()))
    }

    /// Reads it without listening.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(known(self.0.get_untracked().value.as_ref()))
    }

    /// Reads it without listening, unless it is gone.
    pub fn try_with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        self.0.try_get_untracked().map(|value| read(known(value.value.as_ref())))
    }
}

impl<T: Clone + Send + Sync + 'static> Derived<T> {
    /// A copy of it; listens.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// A copy of it, without listening.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> From<State<T>> for Derived<T> {
    fn from(state: State<T>) -> Self {
        derived(move || state.get())
    }
}

/// A value that follows from what `value` reads.
pub fn derived<T>(value: impl Fn() -> T + Send + Sync + 'static) -> Derived<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    let value = move || Value { value: Arc::new(value()), is_same: is_same::<T> };
    Derived(following(Box::new(value)), PhantomData)
}

fn following(value: Box<dyn Fn() -> Value + Send + Sync>) -> Memo<Value> {
    Memo::new(move |_| value())
}

/// Runs now, and again when what it read changes.
pub fn effect(run: impl Fn() + 'static) {
    let run: Box<dyn Fn()> = Box::new(run);
    Effect::new(move |_| run());
}

/// A value of any type that can still be compared.
#[derive(Clone)]
struct Value {
    value: Arc<dyn Any + Send + Sync>,
    is_same: fn(&dyn Any, &dyn Any) -> bool,
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        (self.is_same)(self.value.as_ref(), other.value.as_ref())
    }
}

fn is_same<T: PartialEq + 'static>(one: &dyn Any, other: &dyn Any) -> bool {
    match (one.downcast_ref::<T>(), other.downcast_ref::<T>()) {
        (Some(one), Some(other)) => one == other,
        _ => false,
    }
}

/// The value in its own type, which is the handle's.
#[expect(clippy::expect_used, reason = "a handle of T is only made with a T, and only T is set by it")]
fn known<T: 'static>(value: &(dyn Any + Send + Sync)) -> &T {
    value.downcast_ref().expect("a value of the handle's type")
}
