wit_bindgen::generate!({ path: "world.wit" });

use exports::test::skew::filter::{Guest, Options, Summary, Verdict};
use test::skew::log::{Level, write};

struct Plugin;
export!(Plugin);

impl Guest for Plugin {
    fn shorten(mut text: String, options: Options) -> Summary {
        let width = options.width as usize;
        let verdict = if text.len() <= width { Verdict::Kept } else { Verdict::Cut };
        if verdict == Verdict::Cut {
            write(Level::Warning, &format!("cut {}", text.len() - width));
        }
        text.truncate(width);
        Summary { length: text.len() as u32, text, verdict }
    }
}
