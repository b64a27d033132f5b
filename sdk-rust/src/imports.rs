use std::cell::RefCell;
use std::rc::Rc;
use std::thread::LocalKey;

/// Declares what a plugin takes from its host, so that a test can stand in for the host.
///
/// Of each interface it makes a module. In WebAssembly that is the interface's module in the bindings; natively its
/// functions call what the test has put there. Put all of a plugin's into one file, and call the host through nothing
/// else.
///
/// ```
/// # polyplug_sdk::generate!({ inline: "
/// #     package acme:text;
/// #     interface log { write: func(line: string) -> u32; }
/// #     world speaker { import log; }
/// # " });
/// mod imports {
///     polyplug_sdk::imports! {
///         pub mod log = crate::acme::text::log {
///             fn write(line: &str) -> u32;
///         }
///     }
/// }
/// use imports::log;
///
/// fn greet(name: &str) -> u32 {
///     log::write(&format!("hello {name}"))
/// }
///
/// # fn main() {
/// // In a test:
/// let _stub = log::stubs::write(|line| line.len() as u32);
/// assert_eq!(greet("you"), 9);
/// # }
/// ```
///
/// The signatures are those of the bindings; one that differs does not compile, natively or in WebAssembly. The types of
/// the interface are in the module as well. Functions that are not named here stay as they are and panic natively, as do
/// the methods of the host's resources: where those matter, put a trait of your own in between.
///
/// `stubs` has a function for each function. It gives a [`Stub`], which takes the function away again when it is dropped.
/// A function that has none panics and says its name. Stubs are of their thread: tests that run at once do not meet.
#[macro_export]
macro_rules! imports {
    ($(
        $(#[$attribute:meta])*
        $visibility:vis mod $module:ident = $($segment:ident)::+ {
            $( $(#[$inner:meta])* fn $name:ident($($parameter:ident: $type:ty),* $(,)?) $(-> $result:ty)?; )*
        }
    )*) => {$(
        $(#[$attribute])*
        $visibility mod $module {
            use $($segment)::+ as bindings;
            #[allow(unused_imports)]
            pub use bindings::*;

            // A declaration that has gone stale must not compile on either side.
            $( const _: fn($($type),*) $(-> $result)? = bindings::$name; )*

            $(
                #[cfg(not(target_family = "wasm"))]
                #[allow(dead_code, clippy::too_many_arguments)]
                $(#[$inner])*
                pub fn $name($($parameter: $type),*) $(-> $result)? {
                    let stub = $crate::StubSlot::get(&slots::$name, stringify!($module), stringify!($name));
                    stub($($parameter),*)
                }
            )*

            #[cfg(not(target_family = "wasm"))]
            #[allow(non_upper_case_globals, unused_imports)]
            mod slots {
                use super::*;
                $(
                    ::std::thread_local! {
                        pub(super) static $name: $crate::StubSlot<dyn Fn($($type),*) $(-> $result)?> =
                            const { $crate::StubSlot::new() };
                    }
                )*
            }

            /// Stand-ins for what the host provides.
            #[cfg(not(target_family = "wasm"))]
            #[allow(dead_code, unused_imports)]
            pub mod stubs {
                use super::*;
                $(
                    pub fn $name(
                        stub: impl Fn($($type),*) $(-> $result)? + 'static,
                    ) -> $crate::Stub<dyn Fn($($type),*) $(-> $result)?> {
                        $crate::StubSlot::put(&slots::$name, ::std::rc::Rc::new(stub))
                    }
                )*
            }
        }
    )*};
}

/// Where the stub of one function is, on one thread. For [`imports!`] alone.
#[doc(hidden)]
pub struct StubSlot<F: ?Sized + 'static>(RefCell<Option<Rc<F>>>);

impl<F: ?Sized> StubSlot<F> {
    pub const fn new() -> Self {
        Self(RefCell::new(None))
    }

    #[track_caller]
    pub fn get(slot: &'static LocalKey<Self>, module: &str, name: &str) -> Rc<F> {
        // Cloned, so that a stub may call what has stubs, and put others in their place.
        match slot.with(|slot| slot.0.borrow().clone()) {
            Some(stub) => stub,
            None => panic!("no stub for {module}::{name}: put one there with {module}::stubs::{name}(...)"),
        }
    }

    pub fn put(slot: &'static LocalKey<Self>, stub: Rc<F>) -> Stub<F> {
        let previous = slot.with(|slot| slot.0.replace(Some(stub)));
        Stub { slot, previous }
    }
}

impl<F: ?Sized> Default for StubSlot<F> {
    fn default() -> Self {
        Self::new()
    }
}

/// Stands in for a function of the host for as long as it lives. Then the one before it is back.
#[must_use = "a stub that is not kept is gone at once: give it a name, such as `_stub`"]
pub struct Stub<F: ?Sized + 'static> {
    slot: &'static LocalKey<StubSlot<F>>,
    previous: Option<Rc<F>>,
}

impl<F: ?Sized> Drop for Stub<F> {
    fn drop(&mut self) {
        self.slot.with(|slot| slot.0.replace(self.previous.take()));
    }
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;

    mod bindings {
        crate::generate!({
            runtime_path: "wit_bindgen::rt",
            inline: "
                package acme:store;

                interface rows {
                    record row { key: string, size: u32 }
                    variant failure { full, refused(string) }
                    put: func(row: row, bytes: list<u8>) -> result<u32, failure>;
                    count: func() -> u32;
                }

                world keeper {
                    import rows;
                    import tick: func() -> u32;
                }
            ",
        });
    }

    crate::imports! {
        mod rows = crate::imports::tests::bindings::acme::store::rows {
            fn put(row: &Row, bytes: &[u8]) -> Result<u32, Failure>;
            fn count() -> u32;
        }

        mod clock = crate::imports::tests::bindings {
            fn tick() -> u32;
        }
    }

    #[test]
    fn types_of_an_interface_are_beside_its_functions() {
        let row = rows::Row {
            key: "a".into(),
            size: 2,
        };
        let _stub = rows::stubs::put(|row, bytes| match bytes.len() as u32 {
            found if found == row.size => Ok(found),
            _ => Err(rows::Failure::Refused(row.key.clone())),
        });
        assert!(matches!(rows::put(&row, &[1, 2]), Ok(2)));
        assert!(matches!(rows::put(&row, &[]), Err(rows::Failure::Refused(key)) if key == "a"));
    }

    #[test]
    fn functions_of_the_world_have_stubs_too() {
        let _stub = clock::stubs::tick(|| 7);
        assert_eq!(clock::tick(), 7);
    }

    #[test]
    fn the_stub_before_comes_back() {
        let _outer = rows::stubs::count(|| 1);
        {
            let _inner = rows::stubs::count(|| 2);
            assert_eq!(rows::count(), 2);
        }
        assert_eq!(rows::count(), 1);
    }

    #[test]
    fn a_function_without_a_stub_says_its_name() {
        drop(rows::stubs::count(|| 1));
        let panic = catch_unwind(rows::count).expect_err("no stub");
        let message = panic.downcast_ref::<String>().map(String::as_str);
        assert_eq!(
            message,
            Some("no stub for rows::count: put one there with rows::stubs::count(...)")
        );
    }
}
