import { ByteWriter, encodeModule } from "@polyplug/wasm-binary";

/** Modules for which the assembler has no words, or no time. */
type Bytes = Uint8Array<ArrayBuffer>;

const func = 0x60;
const i32 = 0x7f;
const end = 0x0b;

/** A module of these types, and of functions of the first: those that it imports, and one that it exports as `run`. */
function moduleOf(
  types: readonly (readonly number[])[],
  locals: readonly number[],
  body: readonly number[],
  imports: readonly string[] = [],
): Bytes {
  const list = (entries: readonly (readonly number[])[]): Uint8Array =>
    new ByteWriter().list(entries, (writer, entry) => writer.raw(entry)).toBytes();
  return encodeModule({
    type: list(types),
    import: new ByteWriter().list(imports, (writer, name) => writer.name("env").name(name).raw([0, 0])).toBytes(),
    function: list([[0]]),
    // The export is what allows `ref.func` to name it.
    export: new ByteWriter().u32(1).name("run").raw([0, imports.length]).toBytes(),
    code: new ByteWriter()
      .u32(1)
      .sized((writer) => writer.raw(locals).raw(body).byte(end))
      .toBytes(),
  }) as Bytes;
}

const refFunc = [0xd2, 0];
const less = [0x20, 0, 0x41, 1, 0x6b];
const callLess = [...less, ...refFunc, 0x14, 0];

/** Calls itself twice by `call_ref`, with its parameter less one, while that is not 0. */
export const callByReference: Bytes = moduleOf(
  [[func, 1, i32, 0]],
  [0],
  [0x20, 0, 0x45, 0x04, 0x40, 0x0f, end, ...callLess, ...callLess],
);

/** Leaves a block by `br_on_null` if its parameter is null. */
export const branchOnNull: Bytes = moduleOf([[func, 1, 0x6f, 0]], [0], [0x02, 0x40, 0x20, 0, 0xd5, 0, 0x1a, end]);

/** Goes on as itself by `return_call_ref`. */
export const returnCallByReference: Bytes = moduleOf([[func, 0, 0]], [0], [...refFunc, 0x15, 0]);

/** Fills an array of 16 Mi numbers `count` times, one after the other. */
export function fillArrays(count: number): Bytes {
  const size = [0x41, 0x80, 0x80, 0x80, 0x08];
  const fill = [0x20, 0, 0x41, 0, 0x41, 7, ...size, 0xfb, 0x10, 1];
  const types = [
    [func, 0, 0],
    [0x5e, i32, 1],
  ];
  const fills = Array.from({ length: count }, () => fill).flat();
  return moduleOf(types, [1, 1, 0x63, 1], [...size, 0xfb, 0x07, 1, 0x21, 0, 0x10, 0, ...fills], ["begun"]);
}

/** Copies 128 MiB of a segment to memory `count` times, one after the other. */
export function initFromSegment(count: number): Bytes {
  const size = 134_217_728;
  const init = new ByteWriter().raw([0x41, 0, 0x41, 0, 0x41]).s32(size).raw([0xfc, 0x08, 0, 0]).toBytes();
  return encodeModule({
    type: Uint8Array.of(1, func, 0, 0),
    function: Uint8Array.of(1, 0),
    memory: new ByteWriter().raw([1, 0]).u32(2_048).toBytes(),
    export: new ByteWriter().u32(1).name("run").raw([0, 0]).toBytes(),
    "data count": Uint8Array.of(1),
    code: new ByteWriter()
      .u32(1)
      .sized((writer) => {
        writer.u32(0);
        for (let left = count; left > 0; left--) writer.raw(init);
        writer.byte(end);
      })
      .toBytes(),
    data: new ByteWriter().raw([1, 1]).u32(size).raw(new Uint8Array(size)).toBytes(),
  }) as Bytes;
}
