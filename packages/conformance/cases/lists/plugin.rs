wit_bindgen::generate!({ path: "world.wit" });

use exports::test::lists::{echo, work};

struct Plugin;
export!(Plugin);

#[rustfmt::skip]
impl echo::Guest for Plugin {
    fn bools(values: Vec<bool>) -> Vec<bool> { values }
    fn chars(values: Vec<char>) -> Vec<char> { values }
    fn strings(values: Vec<String>) -> Vec<String> { values }
    fn nested(values: Vec<Vec<Vec<String>>>) -> Vec<Vec<Vec<String>>> { values }
    fn bytes(values: Vec<Vec<u8>>) -> Vec<Vec<u8>> { values }
    fn pairs(values: Vec<(u8, String, f64)>) -> Vec<(u8, String, f64)> { values }
}

impl work::Guest for Plugin {
    fn reverse(values: Vec<String>) -> Vec<String> {
        values.into_iter().rev().collect()
    }

    fn measure(values: Vec<String>) -> (u32, u32) {
        (values.len() as u32, values.iter().map(String::len).sum::<usize>() as u32)
    }
}
