wit_bindgen::generate!({ path: "world.wit" });

use exports::test::flag_sets::bits::{Eight, Guest, Nine, One, Seventeen, Sixteen, ThirtyTwo};

struct Plugin;
export!(Plugin);

#[rustfmt::skip]
impl Guest for Plugin {
    fn echo_one(value: One) -> One { value }
    fn echo_eight(value: Eight) -> Eight { value }
    fn echo_nine(value: Nine) -> Nine { value }
    fn echo_sixteen(value: Sixteen) -> Sixteen { value }
    fn echo_seventeen(value: Seventeen) -> Seventeen { value }
    fn echo_thirty_two(value: ThirtyTwo) -> ThirtyTwo { value }
    fn echo_list(values: Vec<Nine>) -> Vec<Nine> { values }
    fn highest() -> (One, Eight, Nine, Sixteen, Seventeen, ThirtyTwo) {
        (One::B0, Eight::B7, Nine::B8, Sixteen::B15, Seventeen::B16, ThirtyTwo::B31)
    }
    fn has_highest(a: Eight, b: Nine, c: ThirtyTwo) -> (bool, bool, bool) {
        (a & Eight::B7 == Eight::B7, b & Nine::B8 == Nine::B8, c & ThirtyTwo::B31 == ThirtyTwo::B31)
    }
}
