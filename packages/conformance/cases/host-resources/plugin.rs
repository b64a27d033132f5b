wit_bindgen::generate!({ path: "world.wit" });

use exports::test::host_resources::guest::Guest;
use test::host_resources::journals::{Journal, close, open, read};

struct Plugin;
export!(Plugin);

#[rustfmt::skip]
impl Guest for Plugin {
    fn write_all(title: String, lines: Vec<String>) -> (Vec<String>, String) {
        let journal = Journal::new(&title);
        for line in lines { journal.write(&line); }
        (read(&journal), close(journal))
    }
    fn forget(title: String) { drop(open(&title)); }
    fn lend(of: &Journal, line: String) -> u32 { of.write(&format!("{}: {line}", of.title())) }
    fn pass(of: Journal) -> Journal { of }
    fn make(title: String) -> Journal { open(&title) }
    fn opened() -> u32 { Journal::opened() }
}
