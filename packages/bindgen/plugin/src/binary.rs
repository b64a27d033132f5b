use crate::exports::polyplug::bindgen::tools::{Diagnostic, Encoding};
use crate::world;
use wasi_preview1_component_adapter_provider::{
    WASI_SNAPSHOT_PREVIEW1_ADAPTER_NAME as PREVIEW1, WASI_SNAPSHOT_PREVIEW1_COMMAND_ADAPTER as COMMAND_ADAPTER,
    WASI_SNAPSHOT_PREVIEW1_REACTOR_ADAPTER as REACTOR_ADAPTER,
};
use wasmparser::{ExternalKind, Parser, Payload};
use wit_component::{ComponentEncoder, DecodedWasm, StringEncoding, WitPrinter, metadata};
use wit_parser::decoding::decode_world;
use wit_parser::{PackageId, Resolve, WorldId};

/// Said of modules without a contract.
const NO_WORLD: &str = "the module has no world in a section component-type";

/// What runs a command, by the application ABI of preview 1.
/// See <https://github.com/WebAssembly/WASI/blob/main/legacy/application-abi.md>.
const START: &str = "_start";

impl From<Encoding> for StringEncoding {
    fn from(encoding: Encoding) -> Self {
        match encoding {
            Encoding::Utf8 => Self::UTF8,
            Encoding::Utf16 => Self::UTF16,
            Encoding::Latin1Utf16 => Self::CompactUTF16,
        }
    }
}

pub fn contract(resolve: &Resolve, world: WorldId) -> Result<Vec<u8>, Diagnostic> {
    Ok(metadata::encode(resolve, world, StringEncoding::UTF8, None, false)?)
}

pub fn embed(
    mut module: Vec<u8>,
    resolve: &Resolve,
    world: WorldId,
    encoding: Encoding,
) -> Result<Vec<u8>, Diagnostic> {
    refuse_other_than_modules(&module)?;
    wit_component::embed_component_metadata(&mut module, resolve, world, encoding.into(), false)?;
    Ok(module)
}

pub fn componentize(module: &[u8]) -> Result<Vec<u8>, Diagnostic> {
    refuse_other_than_modules(module)?;
    let facts = Facts::of(module)?;
    if facts.contracts.is_empty() && !facts.is_command {
        return Err(Diagnostic::unplaced(format!("{NO_WORLD}: embed puts one there")));
    }
    let mut encoder = ComponentEncoder::default();
    encoder.module(module)?.validate(true);
    if facts.is_command {
        encoder.adapter(PREVIEW1, COMMAND_ADAPTER)?;
    } else if facts.imports_preview1 {
        encoder.adapter(PREVIEW1, REACTOR_ADAPTER)?;
    }
    Ok(encoder.encode()?)
}

pub fn print(wasm: &[u8]) -> Result<String, Diagnostic> {
    if !Parser::is_core_wasm(wasm) {
        let decoded = wit_component::decode(wasm)?;
        return print_package(decoded.resolve(), decoded.package());
    }
    let (resolve, world) = embedded_world(wasm)?;
    let Some(package) = resolve.worlds[world].package else {
        return Err(Diagnostic::unplaced("the world is in no package"));
    };
    print_package(&resolve, package)
}

/// The world of a plugin, or the one that is all there is in the binary.
pub fn world(wasm: &[u8]) -> Result<(Resolve, WorldId), Diagnostic> {
    if Parser::is_core_wasm(wasm) {
        return embedded_world(wasm);
    }
    match wit_component::decode(wasm)? {
        DecodedWasm::Component(resolve, world) => Ok((resolve, world)),
        DecodedWasm::WitPackage(resolve, package) => {
            let world = world::select(&resolve, package, None)?;
            Ok((resolve, world))
        }
    }
}

/// The world that the sections of a core module make up together.
fn embedded_world(module: &[u8]) -> Result<(Resolve, WorldId), Diagnostic> {
    match Facts::of(module)?.contracts[..] {
        [] => Err(Diagnostic::unplaced(NO_WORLD)),
        // By itself it keeps its names.
        [contract] => Ok(decode_world(contract)?),
        _ => {
            let (_, united) = metadata::decode(module)?;
            Ok((united.resolve, united.world))
        }
    }
}

fn print_package(resolve: &Resolve, main: PackageId) -> Result<String, Diagnostic> {
    let others: Vec<_> = resolve
        .packages
        .iter()
        .map(|(id, _)| id)
        .filter(|id| *id != main)
        .collect();
    let mut printer = WitPrinter::default();
    printer.print(resolve, main, &others)?;
    Ok(printer.output.to_string())
}

fn refuse_other_than_modules(wasm: &[u8]) -> Result<(), Diagnostic> {
    match Parser::is_core_wasm(wasm) {
        true => Ok(()),
        false => Err(Diagnostic::unplaced("expected a core module")),
    }
}

/// What a module's sections tell.
struct Facts<'a> {
    /// The payloads of its sections `component-type`.
    contracts: Vec<&'a [u8]>,
    imports_preview1: bool,
    is_command: bool,
}

impl<'a> Facts<'a> {
    fn of(module: &'a [u8]) -> Result<Self, Diagnostic> {
        let mut facts = Self {
            contracts: Vec::new(),
            imports_preview1: false,
            is_command: false,
        };
        for payload in Parser::new(0).parse_all(module) {
            match payload.map_err(anyhow::Error::from)? {
                Payload::CustomSection(section) if section.name().starts_with("component-type") => {
                    facts.contracts.push(section.data());
                }
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        facts.imports_preview1 |= import.map_err(anyhow::Error::from)?.module == PREVIEW1;
                    }
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        let export = export.map_err(anyhow::Error::from)?;
                        facts.is_command |= export.kind == ExternalKind::Func && export.name == START;
                    }
                }
                _ => {}
            }
        }
        Ok(facts)
    }
}
