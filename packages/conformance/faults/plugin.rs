//! What a plugin in Rust can fail in. Nothing is inlined, so that each function is a frame of its own.

wit_bindgen::generate!({ path: "world.wit" });

use exports::test::faults::guest::{Fault, Guest};
use std::hint::black_box;

struct Plugin;
export!(Plugin);

impl Guest for Plugin {
    fn fail(fault: Fault) -> u32 {
        match fault {
            Fault::Message => message(3),
            Fault::ErrorValue => error_value("3 apples"),
            Fault::OtherValue => other_value(3),
            Fault::FailedAssertion => failed_assertion(3),
            Fault::Abort => give_up(),
            Fault::Exit => std::process::exit(3),
            Fault::IndexOutOfBounds => index_out_of_bounds(&[1, 2], 3),
            Fault::NothingThere => nothing_there(None),
            Fault::DivisionByZero => division_by_zero(3, 0),
            Fault::Overflow => overflow(u32::MAX, 1),
            Fault::TrapInstruction => trap_instruction(),
            Fault::EndlessRecursion => endless_recursion(3),
            _ => 0,
        }
    }
}

#[inline(never)]
fn message(apples: u32) -> u32 {
    panic!("cannot share {apples} apples") // fault: message
}

#[inline(never)]
fn error_value(apples: &str) -> u32 {
    apples.parse().expect("no number") // fault: error-value
}

#[inline(never)]
fn other_value(apples: u32) -> u32 {
    std::panic::panic_any(apples) // fault: other-value
}

#[inline(never)]
fn failed_assertion(apples: u32) -> u32 {
    assert_eq!(apples, 2, "too many apples"); // fault: failed-assertion
    apples
}

#[inline(never)]
fn index_out_of_bounds(apples: &[u32], index: usize) -> u32 {
    apples[index] // fault: index-out-of-bounds
}

#[inline(never)]
fn nothing_there(apples: Option<u32>) -> u32 {
    apples.unwrap() // fault: nothing-there
}

#[inline(never)]
fn division_by_zero(apples: u32, heirs: u32) -> u32 {
    apples / heirs // fault: division-by-zero
}

#[inline(never)]
fn give_up() -> u32 {
    std::process::abort() // fault: abort in give_up
}

/// As the operator does in a debug build.
#[inline(never)]
fn overflow(apples: u32, more: u32) -> u32 {
    apples.strict_add(more) // fault: overflow
}

#[inline(never)]
fn trap_instruction() -> u32 {
    core::arch::wasm32::unreachable() // fault: trap-instruction
}

#[inline(never)]
fn endless_recursion(apples: u32) -> u32 {
    let few = black_box([apples; 64]);
    few[1] / endless_recursion(few[2] + 1) // fault: endless-recursion
}
