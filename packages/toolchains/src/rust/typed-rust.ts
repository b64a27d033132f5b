import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { rust } from "../adapters.ts";
import { copyGuest } from "../typed/guest-sources.ts";
import type { TypedLanguage } from "../typed/typed-compiler.ts";

/** Where the one project is that all typed guests are built in, without the guests. */
const workspace = new URL("workspace/", import.meta.url);

/** One source file, `plugin.rs`, around which a crate is made: it has the macros of `wit-bindgen` and nothing else. */
export const typedRust: TypedLanguage = {
  language: rust.language,
  title: rust.title,
  file: "plugin.rs",
  compilers: [
    {
      adapter: rust,
      target: "wasm32-wasip1",
      makes: "core",
      recipe: new URL(".", import.meta.url),
      layOut: async (guest, folder) => {
        await mkdir(folder, { recursive: true });
        await copyGuest(guest, folder);
        await writeFile(join(folder, "Cargo.toml"), manifest(crateName(basename(folder))));
      },
      layOutBatch: async (folder, members) => {
        await copyFile(new URL("Cargo.toml", workspace), join(folder, "Cargo.toml"));
        const lock = await readFile(new URL("Cargo.lock", workspace), "utf8");
        await writeFile(join(folder, "Cargo.lock"), lockWith(lock, members.map(crateName)));
      },
    },
  ],
};

/** A folder may begin with a digit, and a crate may not. */
function crateName(folder: string): string {
  return `guest-${folder}`;
}

function manifest(name: string): string {
  return `[package]
name = "${name}"
version = "0.0.0"
edition = "2024"

[lib]
path = "plugin.rs"
crate-type = ["cdylib"]

[dependencies]
wit-bindgen.workspace = true
`;
}

/** The committed lock knows of no guests, and cargo takes none that lacks one, or has them in another order. */
function lockWith(lock: string, crates: readonly string[]): string {
  const [head = "", ...packages] = lock.trimEnd().split("\n\n");
  const guests = crates.map(
    (name) => `[[package]]
name = "${name}"
version = "0.0.0"
dependencies = [
 "wit-bindgen",
]`,
  );
  return `${[head, ...[...packages, ...guests].sort()].join("\n\n")}\n`;
}
