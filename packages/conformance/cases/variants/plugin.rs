wit_bindgen::generate!({ path: "world.wit" });

use exports::test::variants::cases::{Color, Guest, Mixed, Narrow, Wide};

struct Plugin;
export!(Plugin);

#[rustfmt::skip]
impl Guest for Plugin {
    fn echo_narrow(value: Narrow) -> Narrow { value }
    fn echo_wide(value: Wide) -> Wide { value }
    fn echo_mixed(value: Mixed) -> Mixed { value }
    fn echo_list(values: Vec<Mixed>) -> Vec<Mixed> { values }
    fn name_of(value: Mixed) -> String {
        match value {
            Mixed::Empty => "empty",
            Mixed::Text(_) => "text",
            Mixed::Number(_) => "number",
            Mixed::Items(_) => "items",
            Mixed::Pair(_) => "pair",
        }.to_string()
    }
    fn next(value: Color) -> Color {
        match value {
            Color::Red => Color::LightGreen,
            Color::LightGreen => Color::DeepBlue,
            Color::DeepBlue => Color::Red,
        }
    }
}
