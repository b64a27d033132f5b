wit_bindgen::generate!({ path: "world.wit", generate_all });

use exports::test::{greeter0_1_0, greeter0_2_3};
use test::{clock1_2_0, clock2_0_0};

struct Plugin;
export!(Plugin);

impl greeter0_1_0::greet::Guest for Plugin {
    fn hello(name: String) -> String {
        format!("hello {name} at {}", clock1_2_0::now::hours())
    }
}

impl greeter0_2_3::greet::Guest for Plugin {
    fn hello(names: Vec<String>) -> String {
        format!("hello {} at {}", names.join(" and "), clock2_0_0::now::hours())
    }
}
