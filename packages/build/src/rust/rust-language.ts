import type { PluginLanguage } from "../plugin-language.ts";
import { rustFor } from "./rust.ts";
import { rustLacks } from "./rust-lacks.ts";

/** The crate's own manifest, profile and lock are all that decides how it is compiled. Its macros are its bindings. */
export const rustLanguage: PluginLanguage = {
  language: "rust",
  title: "Rust",
  sign: "Cargo.toml",
  shows: (file) => file === "Cargo.toml",
  adapter: rustFor(["wasm32-wasip1"]),
  makes: "core",
  lacks: rustLacks,
  job: async ({ project: { folder } }) => ({ source: folder }),
};
