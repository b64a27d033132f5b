wit_bindgen::generate!({ path: "world.wit" });

use exports::test::keywords::class::{Cases, Choices, Fields, Guest, GuestStruct, Labels};
use test::keywords::new::delete;

struct Plugin;
export!(Plugin);

struct Struct(u8);

#[rustfmt::skip]
impl GuestStruct for Struct {
    fn new(class: u8) -> Self { Struct(class) }
    fn delete(&self) -> u8 { self.0 }
    fn typeof_(&self, void: u8) -> u8 { self.0 + void }
}

#[rustfmt::skip]
impl Guest for Plugin {
    type Struct = Struct;
    fn fn_(this: Fields) -> Fields { this }
    fn switch(case: Cases) -> Cases { case }
    fn go(goto: Labels) -> Labels { goto }
    fn typeof_(template: Choices) -> Choices { template }
    fn yield_(await_: String, async_: u8) -> String { delete(&await_, async_) }
    #[allow(clippy::too_many_arguments)]
    fn import(
        char: u8, double: u8, long: u8, operator: u8, return_: u8, var: u8, self_: u8, size_t: u8, len: u8, ptr: u8, ret: u8,
        result: u8,
    ) -> u32 {
        [char, double, long, operator, return_, var, self_, size_t, len, ptr, ret, result].into_iter().map(u32::from).sum()
    }
}
