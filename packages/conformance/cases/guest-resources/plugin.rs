wit_bindgen::generate!({ path: "world.wit" });

use exports::test::guest_resources::counters::{Counter as Handle, CounterBorrow, Guest, GuestCounter};
use std::cell::Cell;

struct Plugin;
export!(Plugin);

struct Counter(Cell<u32>);

thread_local!(static DESTROYED: Cell<u32> = const { Cell::new(0) });

impl Drop for Counter {
    fn drop(&mut self) {
        DESTROYED.set(DESTROYED.get() + 1);
    }
}

fn value(of: &CounterBorrow) -> u32 {
    of.get::<Counter>().get()
}

#[rustfmt::skip]
impl GuestCounter for Counter {
    fn new(start: u32) -> Self { Counter(Cell::new(start)) }
    fn get(&self) -> u32 { self.0.get() }
    fn add(&self, by: u32) -> u32 {
        self.0.set(self.0.get() + by);
        self.0.get()
    }
    fn largest(a: CounterBorrow, b: CounterBorrow) -> u32 { value(&a).max(value(&b)) }
    fn parse(text: String) -> Result<Handle, String> {
        text.parse().map(|start| Handle::new(Counter::new(start))).map_err(|_| text)
    }
}

#[rustfmt::skip]
impl Guest for Plugin {
    type Counter = Counter;
    fn peek(of: CounterBorrow) -> u32 { value(&of) }
    fn make(starts: Vec<u32>) -> Vec<Handle> { starts.into_iter().map(|start| Handle::new(Counter::new(start))).collect() }
    fn destroyed() -> u32 { DESTROYED.get() }
}
