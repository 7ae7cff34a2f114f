//! The webhook: tells a system of the operator that an application is stored.

mod message;
mod sender;
mod signature;

pub use sender::{Delivery, PATIENCE, Webhook};
