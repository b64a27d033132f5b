import { type FunctionType, flattenFunction } from "@polyplug/abi";
import {
  ByteWriter,
  encodeExport,
  encodeGlobal,
  encodeImport,
  encodeList,
  encodeMemoryType,
  encodeModule,
  encodeSubType,
} from "@polyplug/wasm-binary";

/** Where the guest takes results that have no room in a core value; what it allocates lies on the pages behind. */
const resultAt = 65_536;

/** Where the guest allocates first. */
export const firstAllocation: number = 2 * 65_536;

/**
 * The instructions of a `realloc` that never frees, and that lets the memory grow by a page whenever it is called, and by
 * more where it is too small, so that nothing that was seen of it before serves any more.
 */
const reallocCode = [
  // p = (top + alignment - 1) & -alignment
  [0x23, 0, 0x20, 2, 0x6a, 0x41, 1, 0x6b, 0x41, 0, 0x20, 2, 0x6b, 0x71, 0x22, 4],
  // top = p + size
  [0x20, 3, 0x6a, 0x24, 0],
  // if top > pages << 16, grow by ((top - (pages << 16)) >> 16) + 1
  [0x23, 0, 0x3f, 0, 0x41, 16, 0x74, 0x4b, 0x04, 0x40],
  [0x23, 0, 0x3f, 0, 0x41, 16, 0x74, 0x6b, 0x41, 16, 0x76, 0x41, 1, 0x6a, 0x40, 0, 0x1a, 0x0b],
  // grow by 1
  [0x41, 1, 0x40, 0, 0x1a],
  // copy old to p, and give p
  [0x20, 4, 0x20, 0, 0x20, 1, 0xfc, 10, 0, 0, 0x20, 4, 0x0b],
].flat();

/**
 * A guest that exports `call` and imports `host.call`, both of this type, and passes on what it is given: arguments to the
 * import, the result to the caller. It knows none but core types.
 */
export function echoModule(type: FunctionType): WebAssembly.Module {
  const [exported, imported] = [flattenFunction(type, "lift"), flattenFunction(type, "lower")] as const;
  const realloc = { params: ["i32", "i32", "i32", "i32"], results: ["i32"] } as const;
  const hasPointer = imported.params.length > exported.params.length;
  const call = new ByteWriter().u32(0);
  for (const index of exported.params.keys()) call.byte(0x20).u32(index);
  if (hasPointer) call.byte(0x41).s32(resultAt);
  call.raw([0x10, 0]);
  if (hasPointer) call.byte(0x41).s32(resultAt);
  const bodies = [call.byte(0x0b).toBytes(), Uint8Array.of(1, 1, 0x7f, ...reallocCode)];
  const bytes = encodeModule({
    type: encodeList([exported, imported, realloc], (writer, func) =>
      encodeSubType(writer, { final: true, supertypes: [], composite: { kind: "func", type: func } }),
    ),
    import: encodeList(
      [{ module: "host", name: "call", type: { kind: "func", type: imported, typeIndex: 1 } }],
      encodeImport,
    ),
    function: Uint8Array.of(2, 0, 2),
    memory: encodeList([{ limits: { min: 3n }, shared: false, index: "i32" }], encodeMemoryType),
    global: encodeList(
      [
        {
          type: { mutable: true, type: "i32" },
          init: new ByteWriter().byte(0x41).s32(firstAllocation).byte(0x0b).toBytes(),
        },
      ],
      encodeGlobal,
    ),
    export: encodeList(
      [
        { name: "memory", kind: "memory", index: 0 },
        { name: "call", kind: "func", index: 1 },
        { name: "realloc", kind: "func", index: 2 },
        { name: "top", kind: "global", index: 0 },
      ],
      encodeExport,
    ),
    code: encodeList(bodies, (writer, code) => writer.sized((inner) => inner.raw(code))),
  });
  return new WebAssembly.Module(new Uint8Array(bytes));
}
