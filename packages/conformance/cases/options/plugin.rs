wit_bindgen::generate!({ path: "world.wit" });

use exports::test::options::values::{Guest, Settings};

struct Plugin;
export!(Plugin);

type Deep = Option<Option<Option<String>>>;

#[rustfmt::skip]
impl Guest for Plugin {
    fn echo_number(value: Option<u32>) -> Option<u32> { value }
    fn echo_text(value: Option<String>) -> Option<String> { value }
    fn echo_twice(value: Option<Option<u32>>) -> Option<Option<u32>> { value }
    fn echo_thrice(value: Deep) -> Deep { value }
    fn echo_list(values: Vec<Option<String>>) -> Vec<Option<String>> { values }
    fn echo_settings(value: Settings) -> Settings { value }
    fn depth(value: Deep) -> u32 {
        match value {
            None => 0,
            Some(None) => 1,
            Some(Some(None)) => 2,
            Some(Some(Some(_))) => 3,
        }
    }
}
