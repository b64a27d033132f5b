use crate::escapes::{Escapes, functions};
use crate::exports::polyplug::bindgen::tools::{
    COptions, CppOptions, Diagnostic, File, Generator, GoOptions, RustOptions,
};
use wit_bindgen_core::{Files, WorldGenerator};
use wit_parser::{Resolve, WorldId};

pub fn generate(resolve: &Resolve, world: WorldId, generator: &Generator) -> Result<Vec<File>, Diagnostic> {
    let mut disguised = resolve.clone();
    let escapes = Escapes::disguise(&mut disguised, generator);
    if matches!(generator, Generator::Go(_)) {
        rename_parameters(&mut disguised);
    }
    let mut files = run(&mut disguised, world, generator)?;
    if escapes.are_none() {
        return Ok(files);
    }
    let mut undisguised = run(&mut resolve.clone(), world, generator)?;
    for file in &mut files {
        file.path = escapes.reveal(&file.path);
        match std::str::from_utf8(&file.content) {
            Ok(text) if !is_object(file) => file.content = escapes.reveal(text).into_bytes(),
            // In an object file is the contract, which has to be the one that was given.
            _ => undisguised
                .iter_mut()
                .filter(|other| other.path == file.path)
                .for_each(|other| {
                    file.content = std::mem::take(&mut other.content);
                }),
        }
    }
    Ok(files)
}

fn is_object(file: &File) -> bool {
    file.path.ends_with(".o")
}

fn run(resolve: &mut Resolve, world: WorldId, options: &Generator) -> Result<Vec<File>, Diagnostic> {
    let mut generator = match options {
        Generator::C(options) => c(options),
        Generator::Cpp(options) => cpp(options),
        Generator::Go(options) => go(options),
        Generator::Rust(options) => rust(options),
    };
    let mut files = Files::default();
    generator.generate(resolve, world, &mut files)?;
    if matches!(options, Generator::Cpp(_)) {
        add_helpers(&mut files)?;
    }
    let file = |(path, content): (&str, &[u8])| File {
        path: path.to_owned(),
        content: content.to_owned(),
    };
    Ok(files.iter().map(file).collect())
}

fn c(options: &COptions) -> Box<dyn WorldGenerator> {
    let opts = wit_bindgen_c::Opts {
        string_encoding: options.encoding.into(),
        rename_world: options.rename_world.clone(),
        no_sig_flattening: !options.flatten_signatures,
        autodrop_borrows: match options.autodrop_borrows {
            true => wit_bindgen_c::Enabled::Yes,
            false => wit_bindgen_c::Enabled::No,
        },
        ..Default::default()
    };
    opts.build()
}

fn cpp(options: &CppOptions) -> Box<dyn WorldGenerator> {
    let mut opts = wit_bindgen_cpp::Opts::default();
    opts.internal_prefix.clone_from(&options.internal_prefix);
    opts.build(None)
}

/// Headers of exported resources include `wit.h` in any case, and the generator writes it only where something else needs
/// it. What is in it is the same for every world.
fn add_helpers(files: &mut Files) -> Result<(), Diagnostic> {
    const HELPERS: &str = "wit.h";
    let is_included = |(_, content): (&str, &[u8])| String::from_utf8_lossy(content).contains("#include \"wit.h\"");
    if files.get_size(HELPERS).is_some() || !files.iter().any(is_included) {
        return Ok(());
    }
    let mut resolve = Resolve::new();
    let package = resolve.push_source("helpers.wit", "package a:b; world w { export f: func(x: string); }")?;
    let world = resolve.select_world(&[package], None)?;
    let mut others = Files::default();
    wit_bindgen_cpp::Opts::default()
        .build(None)
        .generate(&mut resolve, world, &mut others)?;
    if let Some(content) = others.remove(HELPERS) {
        files.push(HELPERS, &content);
    }
    Ok(())
}

fn go(options: &GoOptions) -> Box<dyn WorldGenerator> {
    let opts = wit_bindgen_go::Opts {
        // That would be another program.
        format: wit_bindgen_go::Format::False,
        generate_stubs: options.stubs,
        pkg_name: options.package_name.clone(),
        quiet: true,
        ..Default::default()
    };
    opts.build()
}

/// What the bodies of functions in Go call by names that are no keywords.
const GO_NAMES: &str = "
    any append bool byte error false float32 float64 int int16 int32 int64 int8 len make math nil panic pinner
    rune runtime string true uint16 uint32 uint64 uint8 uintptr unsafe wit-runtime wit-types
";

/// The generator leaves parameters their names, which then hide what the body means. To a caller in Go they are nothing.
fn rename_parameters(resolve: &mut Resolve) {
    for parameter in functions(resolve).flat_map(|function| &mut function.params) {
        if GO_NAMES.split_whitespace().any(|name| name == parameter.name) {
            parameter.name.push_str("-value");
        }
    }
}

fn rust(options: &RustOptions) -> Box<dyn WorldGenerator> {
    let opts = wit_bindgen_rust::Opts {
        // By a crate that is part of the generator.
        format: true,
        stubs: options.stubs,
        generate_all: options.generate_all,
        pub_export_macro: options.pub_export_macro,
        default_bindings_module: options.default_bindings_module.clone(),
        runtime_path: options.runtime_path.clone(),
        additional_derive_attributes: options.derives.clone(),
        ..Default::default()
    };
    Box::new(opts.build())
}
