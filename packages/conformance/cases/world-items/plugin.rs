wit_bindgen::generate!({ path: "world.wit" });

struct Plugin;
export!(Plugin);

impl Guest for Plugin {
    fn say_hello(name: String) {
        print_line(&format!("hello {name}"));
    }

    fn twice_swapped(value: Pair) -> Pair {
        swap(&swap(&value))
    }
}

impl exports::tools::Guest for Plugin {
    fn double_it(name: String) -> u32 {
        settings::get_number(&name).map_or(0, |number| number * 2)
    }
}
