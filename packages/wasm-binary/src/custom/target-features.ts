import { limits } from "../limits.ts";
import type { Module } from "../module.ts";
import { readCustom } from "./custom-reader.ts";

/** A feature of the engine that a module was compiled with, such as `bulk-memory`. */
export interface TargetFeature {
  readonly name: string;
  readonly use: "used" | "disallowed" | "required";
}

const uses: ReadonlyMap<number, TargetFeature["use"]> = new Map<number, TargetFeature["use"]>([
  [0x2b, "used"],
  [0x2d, "disallowed"],
  [0x3d, "required"],
]);

/**
 * Reads the target features section; empty when there is none.
 *
 * @throws PluginError `malformed` when the section is at fault, which says nothing about the module itself.
 * @see https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md#target-features-section
 */
export function readTargetFeatures(module: Module): readonly TargetFeature[] {
  const read = readCustom(module, "target_features", (reader) =>
    reader.list("entry", { most: limits.targetFeatures, leastBytes: 2 }, (): TargetFeature => {
      const start = reader.offset;
      const prefix = reader.byte("prefix");
      const use = uses.get(prefix);
      if (use === undefined) throw reader.unknown("prefix", prefix, start);
      return { name: reader.name("name"), use };
    }),
  );
  return read ?? [];
}
