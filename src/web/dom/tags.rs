//! One function for each tag that the wizard uses.

use super::Element;

macro_rules! tags {
    ($($tag:ident)*) => {
        $(
            #[doc = concat!("A `<", stringify!($tag), ">`.")]
            pub fn $tag() -> Element {
                Element::new(stringify!($tag))
            }
        )*
    };
}

tags! {
    a article aside button canvas dd details div dl dt fieldset footer h2 h3 img input label legend li nav ol option p
    progress section select slot span summary textarea ul
}
