//! All that this plugin takes from its host. `cargo test` has stubs in its place.

polyplug_sdk::imports! {
    pub mod log = crate::acme::text::log {
        fn write(line: &str);
    }
}
