wit_bindgen::generate!({ path: "world.wit" });

use exports::test::number_lists::{echo, work};

struct Plugin;
export!(Plugin);

#[rustfmt::skip]
impl echo::Guest for Plugin {
    fn u8(values: Vec<u8>) -> Vec<u8> { values }
    fn s8(values: Vec<i8>) -> Vec<i8> { values }
    fn u16(values: Vec<u16>) -> Vec<u16> { values }
    fn s16(values: Vec<i16>) -> Vec<i16> { values }
    fn u32(values: Vec<u32>) -> Vec<u32> { values }
    fn s32(values: Vec<i32>) -> Vec<i32> { values }
    fn u64(values: Vec<u64>) -> Vec<u64> { values }
    fn s64(values: Vec<i64>) -> Vec<i64> { values }
    fn f32(values: Vec<f32>) -> Vec<f32> { values }
    fn f64(values: Vec<f64>) -> Vec<f64> { values }
}

#[rustfmt::skip]
impl work::Guest for Plugin {
    fn sum(values: Vec<f64>) -> f64 { values.iter().fold(0.0, |sum, value| sum + value) }
    fn count(length: u32) -> Vec<u16> { (0..length as u16).collect() }
}
