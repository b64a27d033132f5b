wit_bindgen::generate!({ path: "world.wit" });

use exports::test::owned_resources::boxes::{Box as Handle, Guest, GuestBox};
use std::cell::Cell;

struct Plugin;
export!(Plugin);

struct Content(u32);

thread_local!(static DESTROYED: Cell<u32> = const { Cell::new(0) });

impl Drop for Content {
    fn drop(&mut self) {
        DESTROYED.set(DESTROYED.get() + 1);
    }
}

#[rustfmt::skip]
impl GuestBox for Content {
    fn new(content: u32) -> Self { Content(content) }
    fn content(&self) -> u32 { self.0 }
}

#[rustfmt::skip]
impl Guest for Plugin {
    type Box = Content;
    fn merge(a: Handle, b: Handle) -> Handle { Handle::new(Content(a.get::<Content>().0 + b.get::<Content>().0)) }
    fn pass(of: Handle) -> Handle { of }
    fn maybe(of: Option<Handle>) -> Option<Handle> { of }
    fn pair((a, b): (Handle, Handle)) -> (Handle, Handle) { (b, a) }
    fn destroyed() -> u32 { DESTROYED.get() }
}
