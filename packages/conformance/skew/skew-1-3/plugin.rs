wit_bindgen::generate!({ path: "world.wit" });

use exports::test::skew::filter::{Guest, Options, Summary, Verdict};
use test::skew::log::{Level, write};

struct Plugin;
export!(Plugin);

impl Guest for Plugin {
    fn shorten(mut text: String, options: Options) -> Summary {
        let width = options.width as usize;
        let removed = text.len().saturating_sub(width) as u32;
        let verdict = if removed == 0 { Verdict::Kept } else { Verdict::Cut };
        if removed > 0 {
            write(Level::Warning, &format!("cut {removed}"), Some("filter"));
            text.truncate(width);
            text += options.ellipsis.as_deref().unwrap_or_default();
        }
        Summary { length: text.len() as u32, text, verdict, removed: Some(removed) }
    }
}
