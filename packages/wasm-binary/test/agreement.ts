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

/** Imports and exports as the JavaScript API tells them. */
export interface View {
  readonly imports: readonly { readonly module: string; readonly name: string; readonly kind: string }[];
  readonly exports: readonly { readonly name: string; readonly kind: string }[];
}

export function moduleView({ imports, exports }: Module): View {
  return {
    imports: imports.map(({ module, name, type }) => ({ module, name, kind: engineKinds[type.kind] })),
    exports: exports.map(({ name, kind }) => ({ name, kind: engineKinds[kind] })),
  };
}

export function engineView(bytes: Uint8Array): View {
  const compiled = new WebAssembly.Module(Uint8Array.from(bytes));
  return { imports: WebAssembly.Module.imports(compiled), exports: WebAssembly.Module.exports(compiled) };
}

/** Decodes what the engine compiles and expects the same imports and exports from both. */
export function expectAgreement(bytes: Uint8Array): Module {
  const module = decodeModule(bytes);
  expect(moduleView(module)).toEqual(engineView(bytes));
  return module;
}
