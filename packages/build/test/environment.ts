import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The repository, in whose cache the dependencies of Rust projects are compiled once. */
const repository = join(import.meta.dirname, "../../..");

/** The environment of builds: as everywhere, with the quicker one of JavaScript's compilers. */
export const environment: Readonly<Record<string, string | undefined>> = {
  ...process.env,
  CARGO_TARGET_DIR: join(repository, ".cache/cargo/projects"),
  POLYPLUG_JAVASCRIPT: "componentize-qjs",
  POLYPLUG_TYPESCRIPT: "componentize-qjs",
};

/** With it cargo asks no registry what it has by now. */
export const cargoLock: string = readFileSync(
  join(repository, "packages/toolchains/src/rust/workspace/Cargo.lock"),
  "utf8",
);
