wit_bindgen::generate!({ path: "world.wit" });

use exports::test::strings::text::Guest;

struct Plugin;
export!(Plugin);

impl Guest for Plugin {
    fn echo(value: String) -> String {
        value
    }

    fn join(left: String, right: String) -> String {
        left + &right
    }

    fn bytes(value: String) -> Vec<u8> {
        value.into_bytes()
    }

    fn make() -> String {
        "ä\0😀".to_string()
    }
}
