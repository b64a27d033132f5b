//! A text filter that shouts. `3 hey` becomes `HEY HEY HEY`.

mod imports;
#[cfg(test)]
mod tests;

use imports::log;
use polyplug_sdk::Error;

polyplug_sdk::generate!();

struct Shout;
export!(Shout);

impl Guest for Shout {
    fn transform(text: String) -> Result<String, String> {
        log::write(&format!("Rust is asked to shout {} bytes", text.len()));
        Ok(shout(&text)?)
    }
}

fn shout(text: &str) -> polyplug_sdk::Result<String> {
    let loud = text.to_uppercase();
    match loud.split_once(' ') {
        None if loud.is_empty() => Err(Error::new("there is nothing to shout")),
        None => Ok(loud),
        Some((times, word)) => {
            let times: usize = times.parse()?;
            assert!(times <= 100, "nobody can shout {times} times");
            Ok(vec![word; times].join(" "))
        }
    }
}
