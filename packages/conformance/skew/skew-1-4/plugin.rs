wit_bindgen::generate!({ path: "world.wit" });

use exports::test::skew::filter::{Guest, Options, Summary, Verdict};

struct Plugin;
export!(Plugin);

impl Guest for Plugin {
    fn shorten(mut text: String, options: Options) -> Summary {
        text.truncate(options.width as usize);
        let verdict = if text.is_empty() { Verdict::Emptied } else { Verdict::Cut };
        Summary { length: text.len() as u64, lines: text.lines().count() as u32, text, verdict, removed: None }
    }
}
