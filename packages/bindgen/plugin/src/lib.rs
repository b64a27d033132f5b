//! The WIT tools of the Bytecode Alliance as a plugin. `wit/bindgen.wit` says what it does.

mod binary;
mod diagnostic;
mod escapes;
mod exported_function;
mod generators;
mod package;
mod panics;
mod values;
mod world;

wit_bindgen::generate!({ path: "wit", world: "bindgen" });

use exports::polyplug::bindgen::tools::{Diagnostic, Encoding, File, Generator, Guest, Node, Outcome, Source};
use package::Package;

struct Tools;

impl Guest for Tools {
    fn resolve(sources: Vec<Source>, world: Option<String>) -> Result<String, Diagnostic> {
        panics::speak_plainly();
        Package::read(sources)?.to_json(world)
    }

    fn contract(sources: Vec<Source>, world: Option<String>) -> Result<Vec<u8>, Diagnostic> {
        panics::speak_plainly();
        let package = Package::read(sources)?;
        let world = package.world(world)?;
        binary::contract(&package.resolve, world)
    }

    fn generate(sources: Vec<Source>, world: Option<String>, generator: Generator) -> Result<Vec<File>, Diagnostic> {
        panics::speak_plainly();
        let package = Package::read(sources)?;
        let world = package.world(world)?;
        generators::generate(&package.resolve, world, &generator)
    }

    fn embed(
        module: Vec<u8>,
        sources: Vec<Source>,
        world: Option<String>,
        encoding: Encoding,
    ) -> Result<Vec<u8>, Diagnostic> {
        panics::speak_plainly();
        let package = Package::read(sources)?;
        let world = package.world(world)?;
        binary::embed(module, &package.resolve, world, encoding)
    }

    fn componentize(module: Vec<u8>) -> Result<Vec<u8>, Diagnostic> {
        panics::speak_plainly();
        binary::componentize(&module)
    }

    fn print(wasm: Vec<u8>) -> Result<String, Diagnostic> {
        panics::speak_plainly();
        binary::print(&wasm)
    }

    fn wat(wasm: Vec<u8>) -> Result<String, Diagnostic> {
        panics::speak_plainly();
        Ok(wasmprinter::print_bytes(wasm)?)
    }

    fn parse_values(wasm: Vec<u8>, path: String, texts: Vec<String>) -> Result<Vec<Node>, Diagnostic> {
        panics::speak_plainly();
        let (resolve, world) = binary::world(&wasm)?;
        values::parse(&resolve, exported_function::find(&resolve, world, &path)?, &texts)
    }

    fn print_result(wasm: Vec<u8>, path: String, outcome: Outcome) -> Result<String, Diagnostic> {
        panics::speak_plainly();
        let (resolve, world) = binary::world(&wasm)?;
        values::print(&resolve, exported_function::find(&resolve, world, &path)?, &outcome)
    }
}

export!(Tools);
