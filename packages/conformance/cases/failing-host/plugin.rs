wit_bindgen::generate!({ path: "world.wit" });

struct Plugin;
export!(Plugin);

impl Guest for Plugin {
    fn ask() -> String {
        test::failing_host::host::fail("no reason").unwrap_or_else(|error| error)
    }

    fn hello() -> String {
        "hello".to_string()
    }
}
