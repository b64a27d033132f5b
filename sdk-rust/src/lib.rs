#![doc = include_str!("../README.md")]

mod bindings;
mod error;
mod imports;
#[cfg(feature = "log")]
pub mod logging;

pub use error::{Error, Result};
pub use imports::Stub;
#[doc(hidden)]
pub use imports::StubSlot;

/// What [`generate!`] builds on: its macro, and what the generated code calls.
#[doc(no_inline)]
pub use wit_bindgen;
