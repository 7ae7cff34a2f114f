//! Drawing PDFs, as a WebAssembly module without imports. The wizard makes an instance for each PDF: when one asks for too
//! much work or memory, its instance traps, and nothing else is affected.
//!
//! `tools/pdf` limits the memory of an instance, and the work of one call of `open` or `draw`; at a limit it traps.

#![cfg_attr(target_family = "wasm", no_main)]
#![expect(unsafe_code, reason = "exporting a function needs `#[unsafe(no_mangle)]`")]

mod instance;

use std::sync::{Mutex, MutexGuard, PoisonError};

use eherkenning_wizard::pdf::Picture;
use instance::Instance;

/// The state between two calls. The module has one thread, so the lock is never contended.
static INSTANCE: Mutex<Instance> = Mutex::new(Instance::new());

/// Makes room for a file of `length` bytes and returns its address, where the host writes the file; 0 when `length` is 0 or
/// more than 32 MiB.
#[unsafe(no_mangle)]
pub extern "C" fn reserve(length: u32) -> u32 {
    instance().reserve(length).map_or(0, address_of)
}

/// Opens the file in the reserved room, of the same `length`. Returns the number of its pages; -1 when it is damaged or no
/// PDF, -2 when it opens only with a password, -3 when no room was reserved.
#[unsafe(no_mangle)]
pub extern "C" fn open(length: u32) -> i32 {
    instance().open(length)
}

/// Draws a page, counted from 0, on white. Returns 0, or -3 when there is no such page. The longer side gets at most 4,000
/// pixels.
#[unsafe(no_mangle)]
pub extern "C" fn draw(page: u32, dots_per_inch: u32) -> i32 {
    instance().draw(page, dots_per_inch)
}

/// The address of the pixels that were drawn last: row by row, each four bytes, red, green, blue and 255. 0 when there are none.
#[unsafe(no_mangle)]
pub extern "C" fn pixels() -> u32 {
    of_picture(|picture| address_of(picture.rgba()))
}

/// The width of the picture in pixels; 0 when there is none.
#[unsafe(no_mangle)]
pub extern "C" fn width() -> u32 {
    of_picture(|picture| picture.width().into())
}

/// The height of the picture in pixels; 0 when there is none.
#[unsafe(no_mangle)]
pub extern "C" fn height() -> u32 {
    of_picture(|picture| picture.height().into())
}

/// 1 when text may be missing from the picture, because the PDF does not contain all fonts that it uses; otherwise 0.
#[unsafe(no_mangle)]
pub extern "C" fn lacks_fonts() -> u32 {
    of_picture(|picture| picture.lacks_fonts.into())
}

fn instance() -> MutexGuard<'static, Instance> {
    INSTANCE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn of_picture(value: impl Fn(&Picture) -> u32) -> u32 {
    instance().picture().map_or(0, value)
}

/// The address of bytes that the host writes or reads.
fn address_of(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.as_ptr().expose_provenance()).unwrap_or_default()
}

#[cfg(not(target_family = "wasm"))]
fn main() {
    eprintln!("This program is a WebAssembly module; build it with `tools/pdf`.");
}
