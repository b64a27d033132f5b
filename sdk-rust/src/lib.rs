//! Write WebAssembly plugins in Rust: typed by a contract in WIT, tested natively by `cargo test`.
//!
//! ```
//! # mod plugin {
//! polyplug_sdk::generate!({ path: "examples/text-filter/wit" }); // generate!() takes the folder wit
//!
//! struct Shout;
//! export!(Shout);
//!
//! impl Guest for Shout {
//!     fn transform(text: String) -> Result<String, String> {
//!         Ok(text.to_uppercase())
//!     }
//! }
//! # }
//! ```
//!
//! - [`generate!`] writes the contract as Rust: a trait `Guest` to implement, `export!`, and modules of imports.
//! - [`imports!`] names the host's functions in one file, and gives tests a stub for each.
//! - [`Error`] carries every error by `?` into the contract's `result<…, string>`, with its causes.
//! - `logging::init` sends the macros of the crate `log` to a function of the contract. Needs the feature `log`.
//!
//! # Panics
//!
//! A panic is a mistake of the plugin's: the host gets an error with the message, the line of the source and the functions
//! that it came through, and the plugin is not called again. Built for `wasm32-wasip1` the standard library writes the
//! message to stderr, whether the host has granted that or not. On `wasm32-unknown-unknown` there is none, and [`generate!`]
//! sets a hook that leaves the message in memory, where the host finds it. A hook of your own takes its place.

mod bindings;
mod error;
mod imports;
#[cfg(feature = "log")]
pub mod logging;
#[cfg(all(target_family = "wasm", target_os = "unknown"))]
mod panics;

pub use error::{Error, Result};
pub use imports::Stub;
#[doc(hidden)]
pub use imports::StubSlot;
#[cfg(all(target_family = "wasm", target_os = "unknown"))]
#[doc(hidden)]
pub use panics::leave_panics;

/// What [`generate!`] builds on: its macro, and what the generated code calls.
#[doc(no_inline)]
pub use wit_bindgen;
