//! Values between the WebAssembly Value Encoding and JavaScript, by the types of an exported function.

mod camel_case;
mod from_javascript;
mod text_type;
mod to_javascript;

use crate::exports::polyplug::bindgen::tools::{Diagnostic, Node, Outcome};
use from_javascript::FromJavaScript;
use std::error::Error;
use text_type::text_type;
use to_javascript::ToJavaScript;
use wasm_wave::parser::{ParserError, ParserErrorKind};
use wasm_wave::value::{Type, Value};
use wasm_wave::wasm::{WasmType, WasmTypeKind, WasmValue};
use wit_parser::{Function, Resolve};

/// The arguments that these texts are, as one array.
pub fn parse(resolve: &Resolve, function: &Function, texts: &[String]) -> Result<Vec<Node>, Diagnostic> {
    let params = &function.params;
    if params.len() != texts.len() {
        let wanted: Vec<_> = params.iter().map(|param| param.name.as_str()).collect();
        return Err(Diagnostic::unplaced(match wanted[..] {
            [] => format!("it takes no arguments, got {}", texts.len()),
            [one] => format!("it takes one argument, {one}, got {}", texts.len()),
            _ => format!(
                "it takes {} arguments, {}, got {}",
                wanted.len(),
                wanted.join(", "),
                texts.len()
            ),
        }));
    }
    let mut nodes = ToJavaScript::default();
    let mut arguments = Vec::with_capacity(texts.len());
    for (index, (param, text)) in params.iter().zip(texts).enumerate() {
        let name = &param.name;
        let ty = text_type(resolve, param.ty).map_err(|kind| {
            let message = format!("{name} has a {kind} in it, which no text stands for");
            Diagnostic::of_argument(message, index, text, 0)
        })?;
        let value: Value = wasm_wave::from_str(&ty, text).map_err(|error| {
            let message = format!("{}; expected {name}: {}", reason(&error), shortened(&ty));
            Diagnostic::of_argument(message, index, text, error.span().start)
        })?;
        arguments.push(nodes.add(&ty, &value));
    }
    Ok(nodes.finish(arguments))
}

/// The text of what a function returned or threw.
pub fn print(resolve: &Resolve, function: &Function, outcome: &Outcome) -> Result<String, Diagnostic> {
    let Some(result) = function.result else {
        return match outcome {
            Outcome::Returned(_) => Ok(String::new()),
            Outcome::Thrown(_) => Err(no_result()),
        };
    };
    let ty = text_type(resolve, result)
        .map_err(|kind| Diagnostic::unplaced(format!("it has a {kind} in it, which no text stands for")))?;
    let value = match outcome {
        _ if ty.kind() == WasmTypeKind::Result => ended(&ty, outcome),
        Outcome::Returned(nodes) => FromJavaScript(nodes).whole(&ty),
        Outcome::Thrown(_) => return Err(no_result()),
    };
    let value = value.map_err(Diagnostic::unplaced)?;
    wasm_wave::to_string(&value).map_err(|error| Diagnostic::unplaced(error.to_string()))
}

/// What is a result is told by how the function ended: its value is the payload alone.
fn ended(ty: &Type, outcome: &Outcome) -> Result<Value, String> {
    let (ok, err) = ty.result_types().unwrap_or_default();
    let payload = |nodes: &[Node], ty: Option<Type>| ty.map(|ty| FromJavaScript(nodes).whole(&ty)).transpose();
    let ended = match outcome {
        Outcome::Returned(nodes) => Ok(payload(nodes, ok)?),
        Outcome::Thrown(nodes) => Err(payload(nodes, err)?),
    };
    Value::make_result(ty, ended).map_err(|error| error.to_string())
}

fn no_result() -> Diagnostic {
    Diagnostic::unplaced("it has no result that could be an error")
}

/// Without the place, which is told otherwise.
fn reason(error: &ParserError) -> String {
    let kind = error.kind();
    match (error.source(), error.detail()) {
        // Of values it knows more than that one could not be made.
        (Some(source), _) if kind == ParserErrorKind::WasmValueError => source.to_string(),
        (Some(source), _) => format!("{kind}: {source}"),
        (None, Some(detail)) => format!("{kind}: {detail}"),
        (None, None) => kind.to_string(),
    }
}

/// The type of a parameter may take pages.
fn shortened(ty: &Type) -> String {
    const MOST: usize = 100;
    let text = ty.to_string();
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
