//! The rules as a WebAssembly module without imports, for backends in any language. It takes an application and
//! returns the same verdict as `check`. `docs/verdict.md` describes the protocol.
//!
//! Every call returns normally, whatever the host passes. The code never dereferences an address: the host writes into
//! a buffer that this module owns and passes its address back, which is looked up among the buffers in use.

#![cfg_attr(target_family = "wasm", no_main)]
#![expect(unsafe_code, reason = "exporting a function needs `#[unsafe(no_mangle)]`")]

mod buffers;

use std::sync::{Mutex, MutexGuard, PoisonError};

use buffers::{Buffers, Span};
use eherkenning_wizard::domain::application::Facts;
use eherkenning_wizard::domain::catalogue::CATALOGUE_FORMAT;
use eherkenning_wizard::domain::draft::APPLICATION_FORMAT;
use eherkenning_wizard::domain::offer::OFFER_FORMAT;
use eherkenning_wizard::domain::scheme::Date;
use eherkenning_wizard::domain::verdict::{
    Fault, Input, Unreadable, VERDICT_FORMAT, Verdict, read_catalogue, read_day, read_offer,
};

/// Version of the protocol: the names and meaning of the functions below.
const PROTOCOL: u32 = 1;

/// The state between two calls. The module has one thread, so the lock is never contended.
static MODULE: Mutex<Module> = Mutex::new(Module { buffers: Buffers::new(), facts: None });

struct Module {
    buffers: Buffers,
    /// The result of `prepare`. Each `check` sets the day.
    facts: Option<Result<Facts, Unreadable>>,
}

/// Allocates a buffer of `len` bytes and returns its address; 0 when `len` is 0 or too large.
#[unsafe(no_mangle)]
pub extern "C" fn alloc(len: u32) -> u32 {
    module().buffers.alloc(len)
}

/// Frees a buffer: one from `alloc`, or one that was returned. Other addresses are ignored.
#[unsafe(no_mangle)]
pub extern "C" fn free(address: u32, len: u32) {
    module().buffers.free(address, len);
}

/// Sets the offer and the catalogue for later calls of `check`.
///
/// Returns nothing, or the error that `check` will return until both can be read.
#[unsafe(no_mangle)]
pub extern "C" fn prepare(offer: u32, offer_len: u32, catalogue: u32, catalogue_len: u32) -> Span {
    let Module { buffers, facts } = &mut *module();
    let read = || {
        let offer = read_offer(text(buffers, Input::Offer, offer, offer_len)?)?;
        let catalogue = read_catalogue(text(buffers, Input::Catalogue, catalogue, catalogue_len)?)?;
        Ok(Facts { offer, catalogue, today: Date::in_the_netherlands(0) })
    };
    let refusal = match facts.insert(read()) {
        Ok(_) => String::new(),
        Err(unreadable) => Verdict::Unreadable(unreadable.clone()).print(),
    };
    buffers.put(refusal)
}

/// Checks an application for a day, `YYYY-MM-DD`. Returns the same bytes as the program `check` prints.
#[unsafe(no_mangle)]
pub extern "C" fn check(application: u32, len: u32, today: u32, today_len: u32) -> Span {
    let Module { buffers, facts } = &mut *module();
    let verdict = match facts.get_or_insert_with(|| Err(not_prepared())) {
        Err(unreadable) => Verdict::Unreadable(unreadable.clone()),
        Ok(facts) => {
            verdict(buffers, facts, [(application, len), (today, today_len)]).unwrap_or_else(Verdict::Unreadable)
        }
    };
    buffers.put(verdict.print())
}

/// The day in the Netherlands, `YYYY-MM-DD`, at a Unix time in seconds.
#[unsafe(no_mangle)]
pub extern "C" fn day_at(unix_seconds: i64) -> Span {
    module().buffers.put(Date::in_the_netherlands(unix_seconds).to_string())
}

/// The version of the module, the protocol and the formats it knows, as JSON.
#[unsafe(no_mangle)]
pub extern "C" fn version() -> Span {
    let version = env!("CARGO_PKG_VERSION");
    let formats = [APPLICATION_FORMAT, OFFER_FORMAT, CATALOGUE_FORMAT, VERDICT_FORMAT].join("\",\"");
    let text = format!("{{\"version\":\"{version}\",\"protocol\":{PROTOCOL},\"formats\":[\"{formats}\"]}}");
    module().buffers.put(text)
}

fn module() -> MutexGuard<'static, Module> {
    MODULE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn verdict(buffers: &Buffers, facts: &mut Facts, spans: [(u32, u32); 2]) -> Result<Verdict, Unreadable> {
    let [(application, len), (today, today_len)] = spans;
    facts.today = read_day(text(buffers, Input::Today, today, today_len)?)?;
    Ok(Verdict::to(text(buffers, Input::Application, application, len)?, facts))
}

/// The text in the buffer at an address. Text that is too large never got a buffer.
fn text(buffers: &Buffers, of: Input, address: u32, len: u32) -> Result<&[u8], Unreadable> {
    let bytes = usize::try_from(len).unwrap_or(usize::MAX);
    match buffers.text(address, bytes) {
        Some(text) => Ok(text),
        None if bytes > of.max_bytes() => Err(Unreadable::too_large(of, bytes)),
        None => Err(Unreadable::new(of, Fault::Buffer, "no buffer of this length at this address")),
    }
}

fn not_prepared() -> Unreadable {
    Unreadable::new(Input::Offer, Fault::Missing, "prepare was not called")
}

#[cfg(not(target_family = "wasm"))]
fn main() {
    eprintln!("This program is a WebAssembly module; build it with `make rules`.");
}
