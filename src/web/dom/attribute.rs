//! Values of attributes and classes: fixed, or a closure that follows the signals it reads.

use std::borrow::Cow;

/// The value of an attribute.
pub enum Attr {
    /// The element does not have the attribute.
    Absent,
    /// A fixed value.
    Fixed(String),
    /// A changing value; the attribute is absent while it is `None`.
    Changing(Box<dyn Fn() -> Option<String> + Send>),
}

/// What can be the value of an attribute.
pub trait IntoAttr {
    /// The value.
    fn into_attr(self) -> Attr;
}

impl Attr {
    fn now(self) -> Option<String> {
        match self {
            Self::Absent => None,
            Self::Fixed(text) => Some(text),
            Self::Changing(text) => text(),
        }
    }
}

impl IntoAttr for &str {
    #[inline(never)]
    fn into_attr(self) -> Attr {
        Attr::Fixed(self.to_owned())
    }
}

impl IntoAttr for &String {
    fn into_attr(self) -> Attr {
        self.as_str().into_attr()
    }
}

impl IntoAttr for String {
    fn into_attr(self) -> Attr {
        Attr::Fixed(self)
    }
}

/// An attribute without a value, such as `hidden`: present or absent.
impl IntoAttr for bool {
    fn into_attr(self) -> Attr {
        if self { Attr::Fixed(String::new()) } else { Attr::Absent }
    }
}

impl<T: IntoAttr> IntoAttr for Option<T> {
    fn into_attr(self) -> Attr {
        self.map_or(Attr::Absent, T::into_attr)
    }
}

impl<F, T> IntoAttr for F
where
    F: Fn() -> T + Send + 'static,
    T: IntoAttr,
{
    fn into_attr(self) -> Attr {
        Attr::Changing(Box::new(move || self().into_attr().now()))
    }
}

/// A part of the `class` of an element.
pub enum Class {
    /// One or more fixed classes.
    Fixed(Cow<'static, str>),
    /// A class that the element has while the closure returns true.
    While(&'static str, Box<dyn Fn() -> bool + Send>),
    /// Classes that change.
    Changing(Box<dyn Fn() -> String + Send>),
}

/// What can be a class.
pub trait IntoClass {
    /// The class.
    fn into_class(self) -> Class;
}

impl IntoClass for &'static str {
    fn into_class(self) -> Class {
        Class::Fixed(self.into())
    }
}

impl IntoClass for String {
    fn into_class(self) -> Class {
        Class::Fixed(self.into())
    }
}

impl<F> IntoClass for (&'static str, F)
where
    F: Fn() -> bool + Send + 'static,
{
    fn into_class(self) -> Class {
        Class::While(self.0, Box::new(self.1))
    }
}

impl<F> IntoClass for F
where
    F: Fn() -> String + Send + 'static,
{
    fn into_class(self) -> Class {
        Class::Changing(Box::new(self))
    }
}

impl Class {
    /// All the classes of an element as the value of its attribute.
    pub(super) fn join(classes: Vec<Self>) -> Attr {
        let all = |classes: &[Self]| classes.iter().filter_map(Self::now).collect::<Vec<_>>().join(" ");
        if classes.is_empty() {
            Attr::Absent
        } else if classes.iter().all(|class| matches!(class, Self::Fixed(_))) {
            Attr::Fixed(all(&classes))
        } else {
            Attr::Changing(Box::new(move || Some(all(&classes))))
        }
    }

    fn now(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Fixed(class) => Some(Cow::Borrowed(class)),
            Self::While(class, is_on) => is_on().then_some(Cow::Borrowed(*class)),
            Self::Changing(class) => Some(class().into()),
        }
    }
}
