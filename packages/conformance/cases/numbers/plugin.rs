wit_bindgen::generate!({ path: "world.wit" });

use exports::test::numbers::{echo, limits};

struct Plugin;
export!(Plugin);

#[rustfmt::skip]
impl echo::Guest for Plugin {
    fn bool(value: bool) -> bool { value }
    fn u8(value: u8) -> u8 { value }
    fn s8(value: i8) -> i8 { value }
    fn u16(value: u16) -> u16 { value }
    fn s16(value: i16) -> i16 { value }
    fn u32(value: u32) -> u32 { value }
    fn s32(value: i32) -> i32 { value }
    fn u64(value: u64) -> u64 { value }
    fn s64(value: i64) -> i64 { value }
    fn f32(value: f32) -> f32 { value }
    fn f64(value: f64) -> f64 { value }
    fn char(value: char) -> char { value }
}

#[rustfmt::skip]
impl limits::Guest for Plugin {
    fn integers() -> (u8, i8, u16, i16, u32, i32, u64, i64) {
        (u8::MAX, i8::MIN, u16::MAX, i16::MIN, u32::MAX, i32::MIN, u64::MAX, i64::MIN)
    }
    fn floats() -> (f32, f64, f64) { (f32::MAX, f64::NEG_INFINITY, f64::NAN) }
    fn largest_char() -> char { char::MAX }
    fn is_nan(single: f32, double: f64) -> (bool, bool) { (single.is_nan(), double.is_nan()) }
    fn is_negative(single: f32, double: f64) -> (bool, bool) { (single.is_sign_negative(), double.is_sign_negative()) }
}
