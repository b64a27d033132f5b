use super::camel_case::camel_case;
use crate::exports::polyplug::bindgen::tools::{Node, Property, TypedArray};
use wasm_wave::value::{Type, Value};
use wasm_wave::wasm::{WasmType, WasmTypeKind, WasmValue};

/// Nodes to be read as values of a type. Errors say in which part of the value they are.
pub struct FromJavaScript<'a>(pub &'a [Node]);

impl FromJavaScript<'_> {
    pub fn whole(&self, ty: &Type) -> Result<Value, String> {
        self.value(ty, self.0.last().unwrap_or(&Node::Undefined))
    }

    fn part(&self, index: u32) -> &Node {
        self.0.get(index as usize).unwrap_or(&Node::Undefined)
    }

    fn value(&self, ty: &Type, node: &Node) -> Result<Value, String> {
        let misfit = || format!("expected {}, got {}", ty.kind(), told(node));
        let value = match (ty.kind(), node) {
            (WasmTypeKind::Option, _) => return self.option(ty, node),
            (WasmTypeKind::Bool, Node::Boolean(value)) => Value::make_bool(*value),
            (WasmTypeKind::S8, _) => Value::make_s8(integer(node).ok_or_else(misfit)?),
            (WasmTypeKind::U8, _) => Value::make_u8(integer(node).ok_or_else(misfit)?),
            (WasmTypeKind::S16, _) => Value::make_s16(integer(node).ok_or_else(misfit)?),
            (WasmTypeKind::U16, _) => Value::make_u16(integer(node).ok_or_else(misfit)?),
            (WasmTypeKind::S32, _) => Value::make_s32(integer(node).ok_or_else(misfit)?),
            (WasmTypeKind::U32, _) => Value::make_u32(integer(node).ok_or_else(misfit)?),
            (WasmTypeKind::S64, Node::Signed(value)) => Value::make_s64(*value),
            (WasmTypeKind::S64, Node::Unsigned(value)) => Value::make_s64((*value).try_into().map_err(|_| misfit())?),
            (WasmTypeKind::U64, Node::Unsigned(value)) => Value::make_u64(*value),
            (WasmTypeKind::F32, Node::Number(value)) => Value::make_f32(*value as f32),
            (WasmTypeKind::F64, Node::Number(value)) => Value::make_f64(*value),
            (WasmTypeKind::Char, Node::Text(text)) => Value::make_char(only_char(text).ok_or_else(misfit)?),
            (WasmTypeKind::String, Node::Text(text)) => Value::make_string(text.into()),
            (WasmTypeKind::Enum, Node::Text(text)) => made(Value::make_enum(ty, text))?,
            (WasmTypeKind::List, Node::Array(parts)) => {
                let element = ty.list_element_type().ok_or_else(misfit)?;
                let types = std::iter::repeat_n(element, parts.len());
                made(Value::make_list(ty, self.values(types, parts)?))?
            }
            (WasmTypeKind::List, Node::TypedArray(array)) => made(Value::make_list(ty, numbers(array)))?,
            (WasmTypeKind::Tuple, Node::Array(parts)) if parts.len() == ty.tuple_element_types().count() => {
                made(Value::make_tuple(ty, self.values(ty.tuple_element_types(), parts)?))?
            }
            (WasmTypeKind::Record, Node::Object(properties)) => self.record(ty, properties)?,
            (WasmTypeKind::Flags, Node::Object(properties)) => self.flags(ty, properties)?,
            (WasmTypeKind::Variant, Node::Object(properties)) => {
                let tag = self.tag(properties).ok_or_else(misfit)?;
                let payload = ty.variant_cases().find(|(name, _)| name == tag).and_then(|(_, ty)| ty);
                made(Value::make_variant(ty, tag, self.payload(properties, payload)?))?
            }
            (WasmTypeKind::Result, Node::Object(properties)) => {
                let (ok, err) = ty.result_types().unwrap_or_default();
                let ended = match self.tag(properties) {
                    Some("ok") => Ok(self.payload(properties, ok)?),
                    Some("err") => Err(self.payload(properties, err)?),
                    _ => return Err(misfit()),
                };
                made(Value::make_result(ty, ended))?
            }
            _ => return Err(misfit()),
        };
        Ok(value)
    }

    fn values(&self, types: impl Iterator<Item = Type>, parts: &[u32]) -> Result<Vec<Value>, String> {
        let value = |(index, (ty, part)): (usize, (Type, &u32))| {
            self.value(&ty, self.part(*part))
                .map_err(|error| within(&format!("[{index}]"), error))
        };
        types.zip(parts).enumerate().map(value).collect()
    }

    fn record(&self, ty: &Type, properties: &[Property]) -> Result<Value, String> {
        let field = |name: &str, ty: &Type| {
            let key = camel_case(name);
            let value = self.value(ty, self.property(properties, &key));
            value.map_err(|error| within(&format!(".{key}"), error))
        };
        let fields: Vec<_> = ty.record_fields().collect();
        let values = fields.iter().map(|(name, ty)| Ok((&**name, field(name, ty)?)));
        made(Value::make_record(ty, values.collect::<Result<Vec<_>, String>>()?))
    }

    fn flags(&self, ty: &Type, properties: &[Property]) -> Result<Value, String> {
        let labels: Vec<_> = ty.flags_names().collect();
        let is_set = |name: &str| matches!(self.property(properties, &camel_case(name)), Node::Boolean(true));
        made(Value::make_flags(
            ty,
            labels.iter().map(|name| &**name).filter(|name| is_set(name)),
        ))
    }

    fn option(&self, ty: &Type, node: &Node) -> Result<Value, String> {
        let Some(inner) = ty.option_some_type() else {
            return Err("expected an option".to_owned());
        };
        let value = match node {
            // Here undefined could also be what is within.
            Node::Object(properties) if inner.kind() == WasmTypeKind::Option => match self.tag(properties) {
                Some("some") => self.payload(properties, Some(inner))?,
                Some("none") => None,
                _ => return Err(format!("expected option, got {}", told(node))),
            },
            Node::Undefined => None,
            _ => Some(self.value(&inner, node)?),
        };
        made(Value::make_option(ty, value))
    }

    fn payload(&self, properties: &[Property], ty: Option<Type>) -> Result<Option<Value>, String> {
        let value = |ty: Type| {
            let value = self.value(&ty, self.property(properties, "val"));
            value.map_err(|error| within(".val", error))
        };
        ty.map(value).transpose()
    }

    fn tag<'a>(&'a self, properties: &[Property]) -> Option<&'a str> {
        match self.property(properties, "tag") {
            Node::Text(tag) => Some(tag),
            _ => None,
        }
    }

    fn property(&self, properties: &[Property], key: &str) -> &Node {
        let found = properties.iter().find(|property| property.key == key);
        found.map_or(&Node::Undefined, |property| self.part(property.value))
    }
}

/// An integer of up to 32 bits.
fn integer<T: TryFrom<i64>>(node: &Node) -> Option<T> {
    match node {
        // The cast saturates, and no integer so large is asked for.
        Node::Number(number) if number.fract() == 0.0 => T::try_from(*number as i64).ok(),
        _ => None,
    }
}

fn only_char(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}

fn numbers(array: &TypedArray) -> Vec<Value> {
    match array {
        TypedArray::Int8(numbers) => numbers.iter().copied().map(Value::make_s8).collect(),
        TypedArray::Uint8(numbers) => numbers.iter().copied().map(Value::make_u8).collect(),
        TypedArray::Int16(numbers) => numbers.iter().copied().map(Value::make_s16).collect(),
        TypedArray::Uint16(numbers) => numbers.iter().copied().map(Value::make_u16).collect(),
        TypedArray::Int32(numbers) => numbers.iter().copied().map(Value::make_s32).collect(),
        TypedArray::Uint32(numbers) => numbers.iter().copied().map(Value::make_u32).collect(),
        TypedArray::BigInt64(numbers) => numbers.iter().copied().map(Value::make_s64).collect(),
        TypedArray::BigUint64(numbers) => numbers.iter().copied().map(Value::make_u64).collect(),
        TypedArray::Float32(numbers) => numbers.iter().copied().map(Value::make_f32).collect(),
        TypedArray::Float64(numbers) => numbers.iter().copied().map(Value::make_f64).collect(),
    }
}

fn made<E: ToString>(value: Result<Value, E>) -> Result<Value, String> {
    value.map_err(|error| error.to_string())
}

/// The error of a part, seen from the whole.
fn within(step: &str, error: String) -> String {
    match error.starts_with(['.', '[']) {
        true => format!("{step}{error}"),
        false => format!("{step}: {error}"),
    }
}

fn told(node: &Node) -> String {
    match node {
        Node::Undefined => "undefined".to_owned(),
        Node::Boolean(value) => value.to_string(),
        Node::Number(value) => value.to_string(),
        Node::Signed(value) => format!("{value}n"),
        Node::Unsigned(value) => format!("{value}n"),
        Node::Text(_) => "a string".to_owned(),
        Node::TypedArray(_) => "a typed array".to_owned(),
        Node::Array(parts) => format!("an array of {}", parts.len()),
        Node::Object(_) => "an object".to_owned(),
    }
}
