//! The content security policies.

use axum::http::HeaderValue;

use crate::config::origin;

/// All of the policy but which pages may hold ours in a frame.
macro_rules! policy {
    () => {
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; \
         connect-src 'self'; frame-src 'self'; base-uri 'none'; object-src 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors "
    };
}

/// The policy of pages that nobody may hold in a frame.
pub fn policy() -> HeaderValue {
    HeaderValue::from_static(concat!(policy!(), "'none'"))
}

/// The policy of the page that our own pages and those of these origins may hold in a frame.
///
/// # Errors
/// When one of them is no origin.
pub fn frame_policy(parents: &[String]) -> Result<HeaderValue, String> {
    let mut policy = concat!(policy!(), "'self'").to_owned();
    for parent in parents {
        let parent = origin(parent).map_err(|error| format!("frame_parents: {parent}: {error}"))?;
        policy.push(' ');
        policy.push_str(parent.to_str().map_err(|error| error.to_string())?);
    }
    HeaderValue::try_from(policy).map_err(|error| error.to_string())
}
