wit_bindgen::generate!({ path: "world.wit" });

use exports::test::callbacks::guest::Guest;
use test::callbacks::host;
use test::callbacks::types::{Point, Shape};

struct Plugin;
export!(Plugin);

#[rustfmt::skip]
impl Guest for Plugin {
    fn nothing() { host::nothing(); }
    fn number(value: i64) -> i64 { host::number(value) }
    fn text(value: String) -> String { host::text(&value) }
    fn move_(value: Point, by: i32) -> Point { host::move_(&value, by) }
    fn draw(value: Shape) -> Shape { host::draw(&value) }
    fn bytes(values: Vec<u8>) -> Vec<u8> { host::bytes(&values) }
    fn parse(text: String) -> Result<u32, String> { host::parse(&text) }
    fn maybe(value: Option<String>) -> Option<String> { host::maybe(value.as_deref()) }
    fn check(value: u32) -> Result<(), Shape> { host::check(value) }
}
