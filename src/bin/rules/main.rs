//! The rules as a WebAssembly module without imports, for backends in any language: an application goes in, the answer
//! of `check` comes out. The protocol stands in `docs/backends.md`.
//!
//! Whatever a host does, it gets an answer. No memory is read or written by address here: a host writes into a buffer
//! that this module owns and names it, and a name that was not given out is told from one that was.

#![cfg_attr(target_family = "wasm", no_main)]
#![expect(unsafe_code, reason = "a name for other languages is given by an attribute that Rust calls unsafe")]

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

/// Version of this protocol: names and meaning of the functions below.
const PROTOCOL: u32 = 1;

/// All that is kept between two calls. A module has one thread.
static MODULE: Mutex<Module> = Mutex::new(Module { buffers: Buffers::new(), facts: None });

struct Module {
    buffers: Buffers,
    /// What was prepared, or why it cannot be worked with; the day is set anew for each application.
    facts: Option<Result<Facts, Unreadable>>,
}

/// A buffer of `len` bytes to write into; its address, or 0 for one that is empty or too large.
#[unsafe(no_mangle)]
pub extern "C" fn alloc(len: u32) -> u32 {
    module().buffers.alloc(len)
}

/// Gives a buffer back: one of `alloc`, or an answer. Another address is passed over.
#[unsafe(no_mangle)]
pub extern "C" fn free(address: u32, len: u32) {
    module().buffers.free(address, len);
}

/// Takes the offer and the catalogue against which is checked from now on.
///
/// The answer is empty, or the one that `check` gives from now on because they cannot be read.
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
    buffers.give(refusal)
}

/// Checks an application on a day, `YYYY-MM-DD`: the answer, byte for byte that of `check`.
#[unsafe(no_mangle)]
pub extern "C" fn check(application: u32, len: u32, today: u32, today_len: u32) -> Span {
    let Module { buffers, facts } = &mut *module();
    let answer = match facts.get_or_insert_with(|| Err(not_prepared())) {
        Err(unreadable) => Verdict::Unreadable(unreadable.clone()),
        Ok(facts) => {
            answer(buffers, facts, [(application, len), (today, today_len)]).unwrap_or_else(Verdict::Unreadable)
        }
    };
    buffers.give(answer.print())
}

/// The day in the Netherlands, `YYYY-MM-DD`, at a moment: seconds since 1970 in UTC.
#[unsafe(no_mangle)]
pub extern "C" fn day_at(unix_seconds: i64) -> Span {
    module().buffers.give(Date::in_the_netherlands(unix_seconds).to_string())
}

/// What this is, as JSON: its version, and the protocol and the formats that it knows.
#[unsafe(no_mangle)]
pub extern "C" fn version() -> Span {
    let version = env!("CARGO_PKG_VERSION");
    let formats = [APPLICATION_FORMAT, OFFER_FORMAT, CATALOGUE_FORMAT, VERDICT_FORMAT].join("\",\"");
    let text = format!("{{\"version\":\"{version}\",\"protocol\":{PROTOCOL},\"formats\":[\"{formats}\"]}}");
    module().buffers.give(text)
}

fn module() -> MutexGuard<'static, Module> {
    MODULE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn answer(buffers: &Buffers, facts: &mut Facts, spans: [(u32, u32); 2]) -> Result<Verdict, Unreadable> {
    let [(application, len), (today, today_len)] = spans;
    facts.today = read_day(text(buffers, Input::Today, today, today_len)?)?;
    Ok(Verdict::to(text(buffers, Input::Application, application, len)?, facts))
}

/// The text that a host says stands there. What is too large never got a buffer.
fn text(buffers: &Buffers, of: Input, address: u32, len: u32) -> Result<&[u8], Unreadable> {
    let bytes = usize::try_from(len).unwrap_or(usize::MAX);
    match buffers.text(address, bytes) {
        Some(text) => Ok(text),
        None if bytes > of.max_bytes() => Err(Unreadable::too_large(of, bytes)),
        None => Err(Unreadable::new(of, Fault::Buffer, "no buffer of that length stands at that address")),
    }
}

fn not_prepared() -> Unreadable {
    Unreadable::new(Input::Offer, Fault::Missing, "nothing was prepared")
}

#[cfg(not(target_family = "wasm"))]
fn main() {
    eprintln!("This is a WebAssembly module: make rules");
}
