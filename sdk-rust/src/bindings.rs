/// Writes the traits, types and functions of a contract into the place where it is called.
///
/// It takes what [`wit_bindgen::generate!`] takes: nothing where the folder `wit` beside `Cargo.toml` has one world, the
/// name of a world, or options in braces. A trait `Guest` is there to be implemented for a type of yours, and `export!`
/// makes the plugin's exports of that type. What the world imports is in modules by package and interface.
///
/// ```
/// polyplug_sdk::generate!({
///     inline: "
///         package acme:math;
///         world adder {
///             export add: func(a: s32, b: s32) -> s32;
///         }
///     ",
/// });
///
/// struct Adder;
/// export!(Adder);
///
/// impl Guest for Adder {
///     fn add(a: i32, b: i32) -> i32 {
///         a + b
///     }
/// }
/// # fn main() {
/// assert_eq!(Adder::add(2, 3), 5);
/// # }
/// ```
///
/// With the contract in a folder it is `polyplug_sdk::generate!();`, or `generate!({ path: "world.wit" });`.
///
/// Against calling `wit_bindgen` itself it has two things: your crate needs no dependency on that, and natively the
/// symbols of exports have a prefix, so that a contract's `write` does not take the place of the C library's in a test.
/// If you rename this crate in your `Cargo.toml`, say so by the option `runtime_path: "name::wit_bindgen::rt"`.
#[macro_export]
macro_rules! generate {
    () => {
        $crate::generate!({});
    };
    ($world:literal) => {
        $crate::generate!({ world: $world });
    };
    ({ $($options:tt)* }) => {
        #[cfg(target_family = "wasm")]
        $crate::wit_bindgen::generate!({
            runtime_path: "polyplug_sdk::wit_bindgen::rt",
            $($options)*
        });
        #[cfg(not(target_family = "wasm"))]
        $crate::wit_bindgen::generate!({
            runtime_path: "polyplug_sdk::wit_bindgen::rt",
            export_prefix: "native:",
            $($options)*
        });
        // Where there is a stderr, the standard library writes to that what a panic says.
        #[cfg(all(target_family = "wasm", target_os = "unknown"))]
        const _: () = {
            #[used]
            #[unsafe(link_section = ".init_array")]
            static LEAVE_PANICS: extern "C" fn() = $crate::leave_panics;
        };
    };
}
