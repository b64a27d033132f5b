//! A plugin with a mistake in it, three calls deep. Nothing is inlined, so that each call is a frame of its own.

mod ledger {
    pub struct Account {
        pub balance: i32,
    }

    impl Account {
        #[inline(never)]
        pub fn share(&self, heirs: i32) -> i32 {
            divide_exactly(self.balance, heirs)
        }
    }

    #[inline(never)]
    fn divide_exactly(amount: i32, parts: i32) -> i32 {
        assert!(parts != 0, "cannot divide {amount} into no parts");
        amount / parts
    }
}

/// Divides `a` by `b`, and panics when `b` is zero: the message goes to stderr, then the plugin traps.
#[unsafe(no_mangle)]
pub extern "C" fn divide(a: i32, b: i32) -> i32 {
    ledger::Account { balance: a }.share(b)
}
