wit_bindgen::generate!({ path: "world.wit" });

use exports::test::results::outcomes::{Failure, Guest, Reason};

struct Plugin;
export!(Plugin);

type Nested = Result<Result<u32, String>, Reason>;

impl Guest for Plugin {
    fn parse(text: String) -> Result<u32, String> {
        text.parse().map_err(|_| format!("{text} is no number"))
    }

    fn check(value: u32) -> Result<(), Failure> {
        match value {
            0..10 => Err(Failure { reason: Reason::TooSmall, limit: 10 }),
            10..=20 => Ok(()),
            _ => Err(Failure { reason: Reason::TooLarge, limit: 20 }),
        }
    }

    #[rustfmt::skip]
    fn half(value: u32) -> Result<u32, ()> { if value % 2 == 0 { Ok(value / 2) } else { Err(()) } }

    #[rustfmt::skip]
    fn even(value: u32) -> Result<(), ()> { if value % 2 == 0 { Ok(()) } else { Err(()) } }

    #[rustfmt::skip]
    fn echo_nested(value: Nested) -> Nested { value }

    #[rustfmt::skip]
    fn echo_list(values: Vec<Result<String, f64>>) -> Vec<Result<String, f64>> { values }

    fn flip(value: (Result<u8, u64>,)) -> (Result<u64, u8>,) {
        (match value.0 {
            Ok(small) => Err(small),
            Err(large) => Ok(large),
        },)
    }
}
