//! Says its arguments and one variable, numbers the lines of its input, and ends as the first argument says.
use std::io::{stdin, BufRead};

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    println!("{arguments:?}");
    println!("{:?}", std::env::var("GREETING"));
    for (index, line) in stdin().lock().lines().enumerate() {
        println!("{}: {}", index + 1, line.expect("the input is text"));
    }
    eprintln!("done");
    match arguments.get(1).map(String::as_str) {
        Some("exit") => std::process::exit(1),
        Some("panic") => panic!("asked to"),
        _ => {}
    }
}
