wit_bindgen::generate!({ path: "world.wit" });

use acme::text::log;

struct Shout;
export!(Shout);

impl Guest for Shout {
    fn transform(text: String) -> Result<String, String> {
        log::write("Rust is asked to shout");
        if text.is_empty() {
            return Err("there is nothing to shout".into());
        }
        Ok(text.to_ascii_uppercase())
    }
}
