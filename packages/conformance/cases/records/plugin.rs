wit_bindgen::generate!({ path: "world.wit" });

use exports::test::records::shapes::{Guest, Mixed, Single, Tree};

struct Plugin;
export!(Plugin);

#[rustfmt::skip]
impl Guest for Plugin {
    fn echo_mixed(value: Mixed) -> Mixed { value }
    fn echo_tree(value: Tree) -> Tree { value }
    fn echo_single(value: Single) -> Single { value }
    fn swap((text, number): (String, u64)) -> (u64, String) { (number, text) }
    fn echo_one(value: (f32,)) -> (f32,) { value }
    fn weigh(value: Tree) -> f64 {
        value.trunk.leaves.iter().fold(value.trunk.left.weight, |sum, leaf| sum + leaf.weight)
    }
}
