use super::camel_case::camel_case;
use crate::exports::polyplug::bindgen::tools::{Node, Property, TypedArray};
use std::borrow::Cow;
use wasm_wave::value::{Type, Value};
use wasm_wave::wasm::{WasmType, WasmTypeKind, WasmValue};

/// Values as nodes, which grow from the leaves.
#[derive(Default)]
pub struct ToJavaScript(Vec<Node>);

impl ToJavaScript {
    /// The node that the value is, after those of its parts.
    pub fn add(&mut self, ty: &Type, value: &Value) -> u32 {
        let node = match ty.kind() {
            WasmTypeKind::Bool => Node::Boolean(value.unwrap_bool()),
            WasmTypeKind::S8 => Node::Number(value.unwrap_s8().into()),
            WasmTypeKind::U8 => Node::Number(value.unwrap_u8().into()),
            WasmTypeKind::S16 => Node::Number(value.unwrap_s16().into()),
            WasmTypeKind::U16 => Node::Number(value.unwrap_u16().into()),
            WasmTypeKind::S32 => Node::Number(value.unwrap_s32().into()),
            WasmTypeKind::U32 => Node::Number(value.unwrap_u32().into()),
            WasmTypeKind::S64 => Node::Signed(value.unwrap_s64()),
            WasmTypeKind::U64 => Node::Unsigned(value.unwrap_u64()),
            WasmTypeKind::F32 => Node::Number(value.unwrap_f32().into()),
            WasmTypeKind::F64 => Node::Number(value.unwrap_f64()),
            WasmTypeKind::Char => Node::Text(value.unwrap_char().into()),
            WasmTypeKind::String => Node::Text(value.unwrap_string().into()),
            WasmTypeKind::Enum => Node::Text(value.unwrap_enum().into()),
            WasmTypeKind::List => self.list(ty, value),
            WasmTypeKind::Tuple => self.array(ty.tuple_element_types().zip(value.unwrap_tuple())),
            WasmTypeKind::Record => {
                let fields = ty.record_fields().zip(value.unwrap_record());
                let property = |((name, ty), (_, value)): ((Cow<str>, Type), (_, Cow<Value>))| Property {
                    key: camel_case(&name),
                    value: self.add(&ty, &value),
                };
                Node::Object(fields.map(property).collect())
            }
            WasmTypeKind::Flags => {
                let set: Vec<_> = value.unwrap_flags().collect();
                let property = |name: Cow<str>| Property {
                    key: camel_case(&name),
                    value: self.push(Node::Boolean(set.contains(&name))),
                };
                Node::Object(ty.flags_names().map(property).collect())
            }
            WasmTypeKind::Variant => {
                let (name, payload) = value.unwrap_variant();
                let ty = ty.variant_cases().find(|(case, _)| *case == name);
                self.case(&name, ty.and_then(|(_, ty)| ty), payload)
            }
            WasmTypeKind::Result => {
                let (ok, err) = ty.result_types().unwrap_or_default();
                match value.unwrap_result() {
                    Ok(payload) => self.case("ok", ok, payload),
                    Err(payload) => self.case("err", err, payload),
                }
            }
            WasmTypeKind::Option => match (ty.option_some_type(), value.unwrap_option()) {
                // Here undefined may also be what is within.
                (Some(inner), Some(value)) if inner.kind() == WasmTypeKind::Option => {
                    self.case("some", Some(inner), Some(value))
                }
                (Some(inner), None) if inner.kind() == WasmTypeKind::Option => self.case("none", None, None),
                (Some(inner), Some(value)) => return self.add(&inner, &value),
                _ => Node::Undefined,
            },
            // There are no others: such a type is refused.
            _ => Node::Undefined,
        };
        self.push(node)
    }

    /// An array of nodes, as the whole.
    pub fn finish(mut self, parts: Vec<u32>) -> Vec<Node> {
        self.push(Node::Array(parts));
        self.0
    }

    fn push(&mut self, node: Node) -> u32 {
        let index = self.0.len() as u32;
        self.0.push(node);
        index
    }

    fn array<'a>(&mut self, parts: impl Iterator<Item = (Type, Cow<'a, Value>)>) -> Node {
        Node::Array(parts.map(|(ty, value)| self.add(&ty, &value)).collect())
    }

    fn case(&mut self, name: &str, ty: Option<Type>, payload: Option<Cow<Value>>) -> Node {
        let tag = self.push(Node::Text(name.to_owned()));
        let mut properties = vec![property("tag", tag)];
        if let (Some(ty), Some(value)) = (ty, payload) {
            let value = self.add(&ty, &value);
            properties.push(property("val", value));
        }
        Node::Object(properties)
    }

    fn list(&mut self, ty: &Type, value: &Value) -> Node {
        let Some(element) = ty.list_element_type() else {
            return Node::Undefined;
        };
        let values = value.unwrap_list();
        let numbers = match element.kind() {
            WasmTypeKind::S8 => TypedArray::Int8(values.map(|one| one.unwrap_s8()).collect()),
            WasmTypeKind::U8 => TypedArray::Uint8(values.map(|one| one.unwrap_u8()).collect()),
            WasmTypeKind::S16 => TypedArray::Int16(values.map(|one| one.unwrap_s16()).collect()),
            WasmTypeKind::U16 => TypedArray::Uint16(values.map(|one| one.unwrap_u16()).collect()),
            WasmTypeKind::S32 => TypedArray::Int32(values.map(|one| one.unwrap_s32()).collect()),
            WasmTypeKind::U32 => TypedArray::Uint32(values.map(|one| one.unwrap_u32()).collect()),
            WasmTypeKind::S64 => TypedArray::BigInt64(values.map(|one| one.unwrap_s64()).collect()),
            WasmTypeKind::U64 => TypedArray::BigUint64(values.map(|one| one.unwrap_u64()).collect()),
            WasmTypeKind::F32 => TypedArray::Float32(values.map(|one| one.unwrap_f32()).collect()),
            WasmTypeKind::F64 => TypedArray::Float64(values.map(|one| one.unwrap_f64()).collect()),
            _ => return self.array(values.map(|value| (element.clone(), value))),
        };
        Node::TypedArray(numbers)
    }
}

fn property(key: &str, value: u32) -> Property {
    let key = key.to_owned();
    Property { key, value }
}
