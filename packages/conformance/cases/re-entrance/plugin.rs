wit_bindgen::generate!({ path: "world.wit" });

struct Plugin;
export!(Plugin);

impl Guest for Plugin {
    fn enter() -> String {
        test::re_entrance::host::call_back()
    }

    fn hello() -> String {
        "hello".to_string()
    }
}
