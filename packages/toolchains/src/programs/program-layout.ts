/**
 * What stands around the one source file of a program, so that its language's adapter builds it by the `way` that it has
 * found, by paths.
 */
export type ProgramLayout = (source: string, name: string, way: string) => Readonly<Record<string, string>>;

/** Languages that programs are written in: the name of the source file, and what stands around it. */
export const programLayouts: ReadonlyMap<string, { readonly file: string; readonly layOut: ProgramLayout }> = new Map([
  ["c", { file: "main.c", layOut: layOutC }],
  ["go", { file: "main.go", layOut: layOutGo }],
  ["rust", { file: "main.rs", layOut: layOutRust }],
]);

/** The last of two execution models counts: a command, with `_start`. */
function layOutC(source: string): Readonly<Record<string, string>> {
  return { "main.c": source, "compile_flags.txt": "-mexec-model=command\n-D_GNU_SOURCE\n" };
}

/** The adapter makes reactors, in which nobody calls `main`. */
function layOutGo(source: string, name: string): Readonly<Record<string, string>> {
  return {
    "main.go": source,
    "run.go": "package main\n\n//go:wasmexport run\nfunc run() { main() }\n",
    "go.mod": `module example.com/${name}\n\ngo 1.25\n`,
  };
}

/** A library that exports the program's `main`, for the adapter makes reactors. */
function layOutRust(source: string, name: string, way: string): Readonly<Record<string, string>> {
  return {
    "src/main_program.rs": source,
    "src/lib.rs": `#[unsafe(no_mangle)]
pub extern "C" fn run() {
    main_program::main();
}

mod main_program;
${way === "debian" ? noThreads : ""}`,
    "Cargo.toml": `[package]
name = "program-${name}"
version = "0.0.0"
edition = "2024"

[lib]
crate-type = ["cdylib"]

[workspace]
`,
  };
}

/** What a C library of today answers whoever starts a thread, and Debian's of 2022 does not have. */
const noThreads = `
mod no_threads {
    use core::ffi::{c_int, c_void};

    const ENOTSUP: c_int = 58;

    #[unsafe(no_mangle)]
    extern "C" fn pthread_attr_init(_: *mut c_void) -> c_int {
        0
    }

    #[unsafe(no_mangle)]
    extern "C" fn pthread_attr_setstacksize(_: *mut c_void, _: usize) -> c_int {
        0
    }

    #[unsafe(no_mangle)]
    extern "C" fn pthread_attr_destroy(_: *mut c_void) -> c_int {
        0
    }

    #[unsafe(no_mangle)]
    extern "C" fn pthread_create(_: *mut c_void, _: *const c_void, _: *const c_void, _: *mut c_void) -> c_int {
        ENOTSUP
    }

    #[unsafe(no_mangle)]
    extern "C" fn pthread_join(_: *mut c_void, _: *mut *mut c_void) -> c_int {
        ENOTSUP
    }

    #[unsafe(no_mangle)]
    extern "C" fn pthread_detach(_: *mut c_void) -> c_int {
        ENOTSUP
    }
}
`;
