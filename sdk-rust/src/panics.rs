//! What a panic says, for the host to find where there is no stderr.

use std::panic::PanicHookInfo;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// Six words: the address and the length in bytes of the message, both of the file's name, then line and column. Texts are
/// UTF-16. The host looks here after a trap, when nothing of the plugin runs any more; until there is a panic all are 0.
#[allow(
    unsafe_code,
    reason = "the host has to find it by a name, and no other crate has that"
)]
#[unsafe(export_name = "polyplug_abort")]
static RECORD: [AtomicU32; 6] = [const { AtomicU32::new(0) }; 6];

/// Leaves what panics say where the host finds it. For [`generate!`](crate::generate) alone.
pub extern "C" fn leave_panics() {
    std::panic::set_hook(Box::new(leave));
}

fn leave(panic: &PanicHookInfo<'_>) {
    let payload = panic.payload();
    let text = payload.downcast_ref::<&str>().copied();
    let message = text
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("Box<dyn Any>");
    let (message, size) = kept(message);
    let (file, file_size) = kept(panic.location().map_or("", |place| place.file()));
    let (line, column) = panic.location().map_or((0, 0), |place| (place.line(), place.column()));
    for (word, value) in RECORD.iter().zip([message, size, file, file_size, line, column]) {
        word.store(value, Relaxed);
    }
}

/// A text in UTF-16 that nobody frees: where it is, and how long.
fn kept(text: &str) -> (u32, u32) {
    let units = text.encode_utf16().collect::<Vec<u16>>().leak();
    (units.as_ptr() as usize as u32, size_of_val(units) as u32)
}
