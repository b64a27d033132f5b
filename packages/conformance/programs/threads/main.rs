use std::sync::{Arc, Mutex};
use std::thread::{self, Builder};

/// There are no threads, and whoever asks for one is told so and goes on.
pub fn main() {
    println!("{:?}", thread::available_parallelism().map_err(|error| error.kind()));
    let shared = Arc::new(Mutex::new(1));
    let theirs = Arc::clone(&shared);
    let started = Builder::new().name("worker".into()).stack_size(1 << 16).spawn(move || *theirs.lock().unwrap() += 1);
    println!("{:?}", started.map(|_| ()).map_err(|error| error.kind()));
    println!("{:?} {}", shared.lock().unwrap(), Arc::strong_count(&shared));
    println!("{:?} {:?}", thread::current().name(), thread::panicking());
    thread::yield_now();
}
