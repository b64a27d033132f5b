//! The macros of the crate [`log`], for a contract that has a function to write lines with. Needs the feature `log`.

use log::{LevelFilter, Log, Metadata, Record};
use std::sync::Once;

/// Sends every record from `level` up to `sink`, which hands it to the host in the contract's terms.
///
/// A plugin has no `main`: call it first thing in an export. All calls but the first do nothing. Panics if the program
/// has another logger already.
///
/// ```
/// # mod host { pub fn write(line: &str) { println!("{line}"); } }
/// use log::{LevelFilter, info};
///
/// fn transform(text: String) -> Result<String, String> {
///     polyplug_sdk::logging::init(LevelFilter::Info, |record| {
///         host::write(&format!("{}: {}", record.level(), record.args()));
///     });
///     info!("{} bytes", text.len());
///     Ok(text)
/// }
/// # transform("hello".into()).unwrap();
/// ```
pub fn init(level: LevelFilter, sink: fn(&Record)) {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        log::set_boxed_logger(Box::new(Host(sink))).expect("the first logger of this program");
        log::set_max_level(level);
    });
}

struct Host(fn(&Record));

impl Log for Host {
    fn enabled(&self, metadata: &Metadata) -> bool {
        metadata.level() <= log::max_level()
    }

    fn log(&self, record: &Record) {
        if self.enabled(record.metadata()) {
            (self.0)(record);
        }
    }

    fn flush(&self) {}
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    thread_local! {
        static LINES: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    }

    #[test]
    fn records_reach_the_host_from_their_level_up() {
        for _ in 0..2 {
            super::init(log::LevelFilter::Info, |record| {
                LINES.with_borrow_mut(|lines| lines.push(format!("{}: {}", record.level(), record.args())));
            });
        }
        log::warn!("{} left", 3);
        log::debug!("not this one");
        assert_eq!(LINES.take(), ["WARN: 3 left"]);
    }
}
