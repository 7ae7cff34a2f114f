//! The content security policies of the pages.

use axum::http::HeaderValue;

use crate::config::origin;

/// The content security policy, up to the origins that may frame the page.
macro_rules! policy {
    () => {
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; \
         connect-src 'self'; frame-src 'self'; base-uri 'none'; object-src 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors "
    };
}

/// The policy of pages that may not be framed.
pub fn policy() -> HeaderValue {
    HeaderValue::from_static(concat!(policy!(), "'none'"))
}

/// The policy of the page that our own pages and these origins may frame.
///
/// # Errors
/// When one of them is not an origin.
pub fn frame_policy(parents: &[String]) -> Result<HeaderValue, String> {
    let mut policy = concat!(policy!(), "'self'").to_owned();
    for parent in parents {
        let parent = origin(parent).map_err(|error| format!("frame_parents: {parent}: {error}"))?;
        policy.push(' ');
        policy.push_str(parent.to_str().map_err(|error| error.to_string())?);
    }
    HeaderValue::try_from(policy).map_err(|error| error.to_string())
}
