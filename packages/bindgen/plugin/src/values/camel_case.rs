/// The property that a record's field or a flag is in JavaScript: `is-XML-file` is `isXmlFile`.
pub fn camel_case(name: &str) -> String {
    let mut words = name.split('-').map(str::to_ascii_lowercase);
    let mut key = words.next().unwrap_or_default();
    for mut word in words {
        if let Some(first) = word.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        key.push_str(&word);
    }
    key
}
