//! A plugin that shouts. `wit/world.wit` says what it exports; `generate!` makes the trait `Guest` of that.

wit_bindgen::generate!({ path: "wit" });

struct Plugin;
export!(Plugin);

impl Guest for Plugin {
    fn transform(text: String) -> Result<String, String> {
        if text.is_empty() {
            return Err("there is nothing to shout".into());
        }
        Ok(text.to_uppercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shouts() {
        assert_eq!(Plugin::transform("hello".into()), Ok("HELLO".into()));
    }

    #[test]
    fn refuses_an_empty_text() {
        assert!(Plugin::transform(String::new()).is_err());
    }
}
