//! Parses JSON by recursive descent into values on the heap, as small parsers do.

use std::collections::BTreeMap;

#[allow(dead_code)]
enum Value {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Value>),
    Record(BTreeMap<String, Value>),
}

struct Parser<'a> {
    text: &'a [u8],
    at: usize,
}

impl Parser<'_> {
    fn skip_space(&mut self) {
        while matches!(self.text.get(self.at), Some(b' ' | b'\n' | b'\t' | b'\r')) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        self.skip_space();
        let is_there = self.text.get(self.at) == Some(&byte);
        self.at += usize::from(is_there);
        is_there
    }

    fn value(&mut self) -> Value {
        self.skip_space();
        match self.text[self.at] {
            b'{' => self.record(),
            b'[' => self.list(),
            b'"' => Value::Text(self.string()),
            b'n' => self.word(4, Value::Null),
            b't' => self.word(4, Value::Bool(true)),
            b'f' => self.word(5, Value::Bool(false)),
            _ => self.number(),
        }
    }

    fn word(&mut self, length: usize, value: Value) -> Value {
        self.at += length;
        value
    }

    fn number(&mut self) -> Value {
        let start = self.at;
        while matches!(self.text.get(self.at), Some(b'0'..=b'9' | b'.' | b'-' | b'+' | b'e' | b'E')) {
            self.at += 1;
        }
        let digits = std::str::from_utf8(&self.text[start..self.at]).unwrap();
        Value::Number(digits.parse().unwrap())
    }

    fn string(&mut self) -> String {
        self.at += 1;
        let mut bytes = Vec::new();
        loop {
            match self.text[self.at] {
                b'"' => break,
                b'\\' => {
                    self.at += 1;
                    bytes.push(self.text[self.at]);
                }
                byte => bytes.push(byte),
            }
            self.at += 1;
        }
        self.at += 1;
        String::from_utf8(bytes).unwrap()
    }

    fn list(&mut self) -> Value {
        self.at += 1;
        let mut items = Vec::new();
        while !self.take(b']') {
            items.push(self.value());
            self.take(b',');
        }
        Value::List(items)
    }

    fn record(&mut self) -> Value {
        self.at += 1;
        let mut fields = BTreeMap::new();
        while !self.take(b'}') {
            self.skip_space();
            let name = self.string();
            self.take(b':');
            fields.insert(name, self.value());
            self.take(b',');
        }
        Value::Record(fields)
    }
}

/// A list of records as a service would send them, some 20 kB of JSON.
fn text() -> String {
    let records: Vec<String> = (0..200)
        .map(|id| {
            format!(
                r#"{{"id":{id},"name":"record \"{id}\"","tags":["a","bc","déf"],"price":{}.25,"old":null,"new":true}}"#,
                id * 7
            )
        })
        .collect();
    format!("[{}]", records.join(","))
}

/// Parses the text so many times and gives how many records it found.
#[unsafe(no_mangle)]
pub extern "C" fn run(rounds: i32) -> i32 {
    let text = text();
    let mut found = 0;
    for _ in 0..rounds {
        let mut parser = Parser { text: text.as_bytes(), at: 0 };
        if let Value::List(records) = parser.value() {
            found += records.len() as i32;
        }
    }
    found
}
