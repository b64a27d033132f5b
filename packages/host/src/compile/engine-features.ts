import { type ByteRange, type Module, readConstExpr, readDataSegments, type ValType } from "@polyplug/wasm-binary";

interface Feature {
  readonly name: string;
  readonly usedBy: (module: Module) => boolean;
  /** The smallest module that only an engine with the feature accepts. */
  readonly probe: Uint8Array<ArrayBuffer>;
}

/** Where a module computes something before any of its code runs. */
function constExprs(module: Module): ByteRange[] {
  const elements = module.elements.map(({ mode }) => (mode.kind === "active" ? mode.offset : undefined));
  const data = readDataSegments(module).map(({ offset }) => offset);
  const globals = module.globals.map(({ init }) => init);
  return [...globals, ...elements, ...data].filter((range) => range !== undefined);
}

const arithmetic = /^i(32|64)\.(add|sub|mul)$/;

/** A reference that says more than `funcref` and `externref` do. */
function isTyped(type: ValType): boolean {
  return typeof type === "object" && (!type.nullable || !["func", "extern"].includes(String(type.heap)));
}

const features: readonly Feature[] = [
  {
    name: "several memories",
    usedBy: ({ indexSpaces }) => indexSpaces.memories.length > 1,
    probe: probe([5, 5, 2, 0, 0, 0, 0]),
  },
  {
    name: "64-bit memories",
    usedBy: ({ indexSpaces }) => indexSpaces.memories.some(({ index }) => index === "i64"),
    probe: probe([5, 3, 1, 4, 0]),
  },
  {
    name: "exception handling",
    usedBy: ({ indexSpaces }) => indexSpaces.tags.length > 0,
    probe: probe([1, 4, 1, 0x60, 0, 0], [13, 3, 1, 0, 0]),
  },
  {
    name: "extended constant expressions",
    usedBy: (module) =>
      constExprs(module).some((range) => readConstExpr(module, range).some(({ op }) => arithmetic.test(op))),
    // (global i32 (i32.add (i32.const 0) (i32.const 0)))
    probe: probe([6, 9, 1, 0x7f, 0, 0x41, 0, 0x41, 0, 0x6a, 0x0b]),
  },
  {
    name: "garbage-collected types",
    usedBy: ({ types }) => types.some(({ composite }) => composite.kind !== "func"),
    probe: probe([1, 3, 1, 0x5f, 0]),
  },
  {
    name: "typed function references",
    usedBy: ({ types }) =>
      types.some(({ composite }) => composite.kind === "func" && Object.values(composite.type).flat().some(isTyped)),
    probe: probe([1, 9, 2, 0x60, 0, 0, 0x60, 1, 0x64, 0, 0]),
  },
];

function probe(...sections: number[][]): Uint8Array<ArrayBuffer> {
  return new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...sections.flat()]);
}

/** The names of the features that `module` uses and that this engine lacks, found by trying the smallest example. */
export function missingFeatures(module: Module): string[] {
  return features
    .filter((feature) => feature.usedBy(module) && !WebAssembly.validate(feature.probe))
    .map((feature) => feature.name);
}
