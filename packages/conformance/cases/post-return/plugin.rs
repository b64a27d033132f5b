wit_bindgen::generate!({ path: "world.wit" });

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

static PAGES: AtomicU32 = AtomicU32::new(0);

struct Plugin;
export!(Plugin);

impl Guest for Plugin {
    fn text(length: u32) -> String {
        "x".repeat(length as usize)
    }

    fn words(count: u32) -> Vec<String> {
        (0..count).map(|_| "x".repeat(100)).collect()
    }

    fn refuse(length: u32) -> Result<(), String> {
        Err("x".repeat(length as usize))
    }

    fn take(values: Vec<String>) -> u32 {
        values.len() as u32
    }

    fn grown() -> u32 {
        let pages = core::arch::wasm32::memory_size(0) as u32;
        pages - PAGES.swap(pages, Relaxed)
    }
}
