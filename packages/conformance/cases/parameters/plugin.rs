wit_bindgen::generate!({ path: "world.wit" });

use exports::test::parameters::{many, results};
use test::parameters::host;

struct Plugin;
export!(Plugin);

/// Each counts by its place, so that two that are exchanged show.
fn weigh(values: &[u32]) -> f64 {
    values.iter().zip(1..).map(|(&value, place)| f64::from(value) * f64::from(place)).sum()
}

#[rustfmt::skip]
impl many::Guest for Plugin {
    fn sixteen(a: u32, b: u32, c: u32, d: u32, e: u32, f: u32, g: u32, h: u32, i: u32, j: u32, k: u32, l: u32, m: u32, n: u32, o: u32, p: u32) -> f64 {
        weigh(&[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p])
    }
    fn seventeen(a: u32, b: u32, c: u32, d: u32, e: u32, f: u32, g: u32, h: u32, i: u32, j: u32, k: u32, l: u32, m: u32, n: u32, o: u32, p: u32, q: u32) -> f64 {
        weigh(&[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q])
    }
    fn strings(a: String, b: String, c: String, d: String, e: String, f: String, g: String, h: String, i: String) -> String {
        [a, b, c, d, e, f, g, h, i].concat()
    }
    fn mixed(a: u8, b: f64, c: bool, d: String, e: u16, f: i64, g: char, h: f32, i: u8, j: Option<u64>, k: i8, l: String, m: u64) -> String {
        let j = j.map_or("none".to_string(), |j| j.to_string());
        format!("{a} {b:.2} {} {d} {e} {f} {} {h:.2} {i} {j} {k} {l} {m}", c as u8, g as u32)
    }
}

#[rustfmt::skip]
impl results::Guest for Plugin {
    fn numbers(s: u8) -> (u8, u16, u32, u64, i8, i16, i32, i64, f32, f64, u8, u16, u32, u64, i8, i16, i32, i64) {
        let at = |place| s + place;
        (at(0), at(1) as _, at(2) as _, at(3) as _, at(4) as _, at(5) as _, at(6) as _, at(7) as _, at(8) as _, at(9) as _,
         at(10), at(11) as _, at(12) as _, at(13) as _, at(14) as _, at(15) as _, at(16) as _, at(17) as _)
    }
    fn words() -> (String, String, String) { ("one".into(), "".into(), "three".into()) }
}

impl Guest for Plugin {
    fn ask() -> (u32, String) {
        host::seventeen(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17)
    }
}
