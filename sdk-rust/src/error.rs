use std::fmt::{self, Debug, Display, Formatter};

/// What went wrong, as text for the host: a contract's `result<…, string>`.
///
/// `?` makes one of every error, and makes a `String` of it in a function that the contract wants to return
/// `Result<…, String>`. What an error says of its cause comes behind it, after a colon.
///
/// ```
/// fn parse(text: &str) -> polyplug_sdk::Result<u32> {
///     let number: u32 = text.trim().parse()?;
///     if number == 0 {
///         return Err(polyplug_sdk::Error::new("the count is 0"));
///     }
///     Ok(number)
/// }
///
/// // As the contract has it: `count: func(text: string) -> result<u32, string>`.
/// fn count(text: String) -> Result<u32, String> {
///     Ok(parse(&text)? + 1)
/// }
///
/// assert_eq!(count(" 7 ".into()), Ok(8));
/// assert_eq!(count("0".into()), Err("the count is 0".into()));
/// assert_eq!(count("x".into()), Err("invalid digit found in string".into()));
/// ```
///
/// It is no [`std::error::Error`] itself: otherwise it could not be made of all of them.
pub struct Error(String);

/// A result that fails with an [`Error`].
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error that says `message`. `map_err(Error::new)` makes one of whatever can be displayed.
    pub fn new(message: impl Display) -> Self {
        Self(message.to_string())
    }

    /// Puts before the message what was being done: `cannot read the rules: invalid digit found in string`.
    pub fn context(self, action: impl Display) -> Self {
        Self(format!("{action}: {self}"))
    }
}

impl<E: std::error::Error> From<E> for Error {
    fn from(error: E) -> Self {
        let mut message = error.to_string();
        let mut cause = error.source();
        while let Some(error) = cause {
            message = format!("{message}: {error}");
            cause = error.source();
        }
        Self(message)
    }
}

impl From<Error> for String {
    fn from(Error(message): Error) -> Self {
        message
    }
}

impl Display for Error {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Debug for Error {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        Debug::fmt(&self.0, formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug)]
    struct Unreadable(std::num::ParseIntError);

    impl Display for Unreadable {
        fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
            formatter.write_str("the rules are unreadable")
        }
    }

    impl std::error::Error for Unreadable {
        fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
            Some(&self.0)
        }
    }

    #[test]
    fn causes_come_behind_a_colon() {
        let cause = "x".parse::<u8>().expect_err("no digit");
        let error = Error::from(Unreadable(cause)).context("cannot start");
        assert_eq!(
            String::from(error),
            "cannot start: the rules are unreadable: invalid digit found in string"
        );
    }

    #[test]
    fn whatever_can_be_displayed_becomes_one() {
        let refused: std::result::Result<(), i32> = Err(7);
        assert_eq!(refused.map_err(Error::new).expect_err("an error").to_string(), "7");
    }
}
