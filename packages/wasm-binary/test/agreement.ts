import { decodeModule, type ExternKind, type Module } from "@polyplug/wasm-binary";
import { expect } from "vitest";

/** The engine's words for kinds. */
const engineKinds: Readonly<Record<ExternKind, string>> = {
  func: "function",
  table: "table",
  memory: "memory",
  global: "global",
  tag: "tag",
};

/** Decodes what the engine compiles and expects the same imports and exports from both. */
export function expectAgreement(bytes: Uint8Array): Module {
  const module = decodeModule(bytes);
  const compiled = new WebAssembly.Module(Uint8Array.from(bytes));
  const imports = module.imports.map(({ module, name, type }) => ({ module, name, kind: engineKinds[type.kind] }));
  const exports = module.exports.map(({ name, kind }) => ({ name, kind: engineKinds[kind] }));
  expect(imports).toEqual(WebAssembly.Module.imports(compiled));
  expect(exports).toEqual(WebAssembly.Module.exports(compiled));
  return module;
}
