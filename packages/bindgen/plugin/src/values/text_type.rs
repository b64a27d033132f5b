use wasm_wave::value::Type;
use wasm_wave::wasm::WasmTypeKind;
use wit_parser::{Resolve, Type as WitType, TypeDefKind};

/// The type of the values that texts are parsed to. An error is the kind of a type, within it or itself, whose values no
/// text stands for or that no host carries yet.
pub fn text_type(resolve: &Resolve, ty: WitType) -> Result<Type, String> {
    let kind = match ty {
        WitType::Bool => WasmTypeKind::Bool,
        WitType::U8 => WasmTypeKind::U8,
        WitType::U16 => WasmTypeKind::U16,
        WitType::U32 => WasmTypeKind::U32,
        WitType::U64 => WasmTypeKind::U64,
        WitType::S8 => WasmTypeKind::S8,
        WitType::S16 => WasmTypeKind::S16,
        WitType::S32 => WasmTypeKind::S32,
        WitType::S64 => WasmTypeKind::S64,
        WitType::F32 => WasmTypeKind::F32,
        WitType::F64 => WasmTypeKind::F64,
        WitType::Char => WasmTypeKind::Char,
        WitType::String => WasmTypeKind::String,
        WitType::ErrorContext => return Err("error-context".to_owned()),
        WitType::Id(id) => return defined(resolve, &resolve.types[id].kind),
    };
    Type::simple(kind).ok_or_else(|| kind.to_string())
}

fn defined(resolve: &Resolve, kind: &TypeDefKind) -> Result<Type, String> {
    let inner = |ty: WitType| text_type(resolve, ty);
    let payload = |ty: Option<WitType>| ty.map(inner).transpose();
    let whole = match kind {
        TypeDefKind::Type(ty) => Some(inner(*ty)?),
        TypeDefKind::List(ty) => Some(Type::list(inner(*ty)?)),
        TypeDefKind::Option(ty) => Some(Type::option(inner(*ty)?)),
        TypeDefKind::Result(result) => Some(Type::result(payload(result.ok)?, payload(result.err)?)),
        TypeDefKind::Tuple(tuple) => {
            Type::tuple(tuple.types.iter().map(|ty| inner(*ty)).collect::<Result<Vec<_>, _>>()?)
        }
        TypeDefKind::Record(record) => {
            let fields = record
                .fields
                .iter()
                .map(|field| Ok((field.name.as_str(), inner(field.ty)?)));
            Type::record(fields.collect::<Result<Vec<_>, String>>()?)
        }
        TypeDefKind::Variant(variant) => {
            let cases = variant
                .cases
                .iter()
                .map(|case| Ok((case.name.as_str(), payload(case.ty)?)));
            Type::variant(cases.collect::<Result<Vec<_>, String>>()?)
        }
        TypeDefKind::Enum(one) => Type::enum_ty(one.cases.iter().map(|case| case.name.as_str())),
        TypeDefKind::Flags(flags) => Type::flags(flags.flags.iter().map(|flag| flag.name.as_str())),
        TypeDefKind::Handle(_) | TypeDefKind::Resource => return Err("resource".to_owned()),
        TypeDefKind::Map(..) | TypeDefKind::FixedLengthList(..) | TypeDefKind::Future(_) | TypeDefKind::Stream(_) => {
            None
        }
        TypeDefKind::Unknown => None,
    };
    whole.ok_or_else(|| kind.as_str().to_owned())
}
