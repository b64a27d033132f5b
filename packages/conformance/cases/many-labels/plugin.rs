wit_bindgen::generate!({ path: "world.wit" });

use exports::test::many_labels::labels::{Guest, Label};

struct Plugin;
export!(Plugin);

#[rustfmt::skip]
impl Guest for Plugin {
    fn echo(value: Label) -> Label { value }
    fn echo_list(values: Vec<Label>) -> Vec<Label> { values }
    fn number_of(value: Label) -> u32 { value as u32 }
    fn last() -> Label { Label::L256 }
}
