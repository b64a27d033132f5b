use std::panic::{self, PanicHookInfo};
use std::sync::Once;

/// From here on a panic says on stderr what is wrong and in which crate, in one line: the host puts it into its error.
pub fn speak_plainly() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| panic::set_hook(Box::new(speak)));
}

fn speak(panic: &PanicHookInfo) {
    let message = panic.payload_as_str().unwrap_or("it panicked");
    match panic.location() {
        Some(place) => eprintln!("{message} ({}:{})", in_crate(place.file()), place.line()),
        None => eprintln!("{message}"),
    }
}

/// Where a crate lies says more of the machine that this was built on than of the fault.
fn in_crate(path: &str) -> &str {
    match path.split_once("/registry/src/") {
        Some((_, below)) => below.split_once('/').map_or(below, |(_, path)| path),
        None => path,
    }
}
