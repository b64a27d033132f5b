import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { cargoLock } from "./environment.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** The contract of the projects that are built here. */
export const contract = `package acme:text@1.0.0;

world text-filter {
  export transform: func(text: string) -> result<string, string>;
}
`;

const rustManifest = `[package]
name = "shout"
version = "1.0.0"
edition = "2024"

[lib]
crate-type = ["cdylib"]

[dependencies]
wit-bindgen = { version = "0.63.0", default-features = false, features = ["bitflags", "macros", "realloc", "std"] }

[profile.release]
opt-level = "s"
lto = true
panic = "abort"
strip = "debuginfo"
`;

const rust = `wit_bindgen::generate!({ path: "wit" });
struct Shout;
export!(Shout);
impl Guest for Shout {
    fn transform(text: String) -> Result<String, String> {
        if text.is_empty() { Err("nothing to shout".into()) } else { Ok(text.to_uppercase()) }
    }
}
`;

const c = `#include "text_filter.h"
bool exports_text_filter_transform(text_filter_string_t *text, text_filter_string_t *ret, text_filter_string_t *err) {
  if (text->len == 0) { text_filter_string_dup(err, "nothing to shout"); return false; }
  for (size_t i = 0; i < text->len; i++) if (text->ptr[i] >= 'a' && text->ptr[i] <= 'z') text->ptr[i] -= 32;
  *ret = *text;
  return true;
}
`;

const cpp = `#include "text_filter_cpp.h"
std::expected<wit::string, wit::string> exports::text_filter::Transform(wit::string text) {
  if (text.empty()) return std::unexpected(wit::string::from_view("nothing to shout"));
  std::string loud = text.to_string();
  for (char &letter : loud) if (letter >= 'a' && letter <= 'z') letter -= 32;
  return wit::string::from_view(loud);
}
`;

const javascript = `export function transform(text) {
  if (text === "") throw "nothing to shout";
  return text.toUpperCase();
}
`;

const typescript = `import { loud, type Text } from "./loud.ts";
export function transform(text: Text): Text {
  if (text === "") throw "nothing to shout";
  return loud(text);
}
`;

export type SourceLanguage = "rust" | "c" | "cpp" | "javascript" | "typescript";

/** One plugin in each language, as its authors would lay it out. */
export const sources: Readonly<Record<SourceLanguage, Readonly<Record<string, string>>>> = {
  rust: { "Cargo.toml": rustManifest, "Cargo.lock": cargoLock, "src/lib.rs": rust },
  c: { "plugin.c": c },
  cpp: { "src/plugin.cpp": cpp, "compile_flags.txt": "-xc++\n-std=gnu++23\n-Ibindings\n" },
  javascript: { "plugin.js": javascript },
  typescript: {
    "src/plugin.ts": typescript,
    "src/loud.ts": "export type Text = string;\nexport const loud = (text: Text): Text => text.toUpperCase();\n",
  },
};

/** A project's folder, gone when the test is over. Its path has what paths have outside of tests: spaces, and all letters. */
export async function projectFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const name = "my plügin";
  const inside = Object.entries(files).map(([path, text]) => [`${name}/${path}`, text]);
  return `${await temporaryFolder(Object.fromEntries(inside))}/${name}`;
}

/** The project of a plugin that shouts. */
export function shout(language: SourceLanguage, others: Readonly<Record<string, string>> = {}): Promise<string> {
  return projectFolder({ "wit/world.wit": contract, ...sources[language], ...others });
}

/** What the bindings of a plugin in AssemblyScript lean on, where npm would have put it. */
export async function addAssemblyscriptSdk(folder: string): Promise<void> {
  await mkdir(join(folder, "node_modules/@polyplug"), { recursive: true });
  const sdk = join(import.meta.dirname, "../../sdk-assemblyscript");
  await symlink(sdk, join(folder, "node_modules/@polyplug/sdk-assemblyscript"));
}
