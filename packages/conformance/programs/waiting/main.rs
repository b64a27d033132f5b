use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

pub fn main() {
    let start = Instant::now();
    thread::sleep(Duration::from_millis(20));
    println!("slept long enough: {}", start.elapsed() >= Duration::from_millis(19));
    println!("after 2020: {}", SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs() > 1_577_836_800);
    // Not every C library for WASI has what starting a thread links to: where it has, the answer is the same.
    println!("threads: {:?}", thread::available_parallelism().map_err(|error| error.kind()));
    let (sender, receiver) = mpsc::channel();
    sender.send(5).unwrap();
    println!("{:?} {:?}", receiver.recv_timeout(Duration::from_millis(5)), receiver.try_recv());
    std::fs::write("/work/done", "").unwrap();
    let written = std::fs::metadata("/work/done").unwrap().modified().unwrap();
    println!("written lately: {}", written.elapsed().map(|passed| passed < Duration::from_secs(3600)).unwrap_or(true));
}
