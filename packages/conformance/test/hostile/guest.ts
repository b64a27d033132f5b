import { type FunctionType, flattenFunction, legacyNames, type World } from "@polyplug/abi";
import { wat } from "./wat.ts";

/** A guest that allocates as a decent one does: upward from 4096, aligned, and never freeing. */
const allocator = `
(global $top (mut i32) (i32.const 4096))
(func $realloc (export "cabi_realloc") (param $old i32) (param $was i32) (param $align i32) (param $size i32) (result i32)
  (global.set $top (i32.and (i32.add (global.get $top) (i32.sub (local.get $align) (i32.const 1)))
                            (i32.sub (i32.const 0) (local.get $align))))
  (global.get $top)
  (global.set $top (i32.add (global.get $top) (local.get $size))))`;

/** A module of this world: what a test wrote by hand, and for all else stubs. What matters is what the test wrote. */
export function guest({ world }: { readonly world: World }, body: string): Uint8Array<ArrayBuffer> {
  const has = (name: string): boolean => body.includes(`(export "${name}")`);
  const rest = [
    ...(has("memory") ? [] : [`(memory (export "memory") 1)`]),
    ...(has("cabi_realloc") ? [] : [allocator]),
    ...coreExports(world).flatMap(([name, type]) => (has(name) ? [] : [stub(name, type)])),
  ];
  return wat(`(module ${body}\n${rest.join("\n")})`);
}

/** The functions that a world exports, by their core names. */
function coreExports({ exports }: World): [name: string, type: FunctionType][] {
  const named = (owner: string | undefined, name: string): string =>
    legacyNames.exportName({ kind: "function", interface: owner, name });
  return [...exports].flatMap(([id, item]): [string, FunctionType][] => {
    if (item.kind === "function") return [[named(undefined, id), item.type]];
    if (item.kind !== "interface") return [];
    return [...item.items].flatMap(([name, inner]) =>
      inner.kind === "function" ? [[named(id, name), inner.type]] : [],
    );
  });
}

function stub(name: string, type: FunctionType): string {
  const { params, results } = flattenFunction(type, "lift");
  return `(func (export "${name}") (param ${params.join(" ")}) (result ${results.join(" ")}) unreachable)`;
}
