import { wat } from "./wat.ts";

export const pieceBytes = 1_048_576;
export const pieceEntries = 16_384;

/** Bytes of each memory, but for the one of 4 GiB. */
export const memoryBytes: number = 5 * pieceBytes;
/** Entries of each table. */
export const tableEntries: number = 5 * pieceEntries;
/** Neither is a multiple of a piece. */
const segmentBytes: number = 3 * pieceBytes + 5;
const segmentEntries: number = 3 * pieceEntries + 5;

/** As many different ones after each other as no power of two is a multiple of. */
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz012345678";
const functions = Array.from({ length: 61 }, (_, index) => `$f${index}`);
const repeated = (items: readonly string[], count: number, separator: string): string =>
  Array.from({ length: count }, (_, index) => items[index % items.length]).join(separator);

const pages = memoryBytes / 65_536;

/** An exported function for each bulk operation, which takes the operands: `copy a b` copies from `$b` to `$a`. */
const operation = (name: string, instruction: string, params: readonly string[]): string => `
  (func (export "${name}") (param ${params.join(" ")})
    (${instruction} (local.get 0) (local.get 1) (local.get 2)))`;

export const bulkModule: Uint8Array<ArrayBuffer> = wat(`
  (module
    (memory $a (export "a") ${pages}) (memory $b (export "b") ${pages}) (memory $w (export "w") i64 ${pages})
    (memory $full (export "full") 65536)
    (table $t (export "t") ${tableEntries} externref) (table $u (export "u") ${tableEntries} externref)
    (table $g (export "g") ${tableEntries} funcref) (table $l (export "l") i64 ${tableEntries} externref)
    ${functions.map((name) => `(func ${name})`).join("")}
    (data $d "${repeated([...alphabet], segmentBytes, "")}")
    (elem $e func ${repeated(functions, segmentEntries, " ")})
    (func (export "drop data") (data.drop $d))
    (func (export "drop elements") (elem.drop $e))
    ${[
      operation("fill a", "memory.fill $a", ["i32", "i32", "i32"]),
      operation("fill w", "memory.fill $w", ["i64", "i32", "i64"]),
      operation("fill full", "memory.fill $full", ["i32", "i32", "i32"]),
      operation("copy a a", "memory.copy $a $a", ["i32", "i32", "i32"]),
      operation("copy a b", "memory.copy $a $b", ["i32", "i32", "i32"]),
      operation("copy w w", "memory.copy $w $w", ["i64", "i64", "i64"]),
      operation("copy a w", "memory.copy $a $w", ["i32", "i64", "i32"]),
      operation("copy w a", "memory.copy $w $a", ["i64", "i32", "i32"]),
      operation("copy full full", "memory.copy $full $full", ["i32", "i32", "i32"]),
      operation("init a", "memory.init $a $d", ["i32", "i32", "i32"]),
      operation("init w", "memory.init $w $d", ["i64", "i32", "i32"]),
      operation("init full", "memory.init $full $d", ["i32", "i32", "i32"]),
      operation("fill t", "table.fill $t", ["i32", "externref", "i32"]),
      operation("fill l", "table.fill $l", ["i64", "externref", "i64"]),
      operation("copy t t", "table.copy $t $t", ["i32", "i32", "i32"]),
      operation("copy t u", "table.copy $t $u", ["i32", "i32", "i32"]),
      operation("copy l l", "table.copy $l $l", ["i64", "i64", "i64"]),
      operation("copy t l", "table.copy $t $l", ["i32", "i64", "i32"]),
      operation("copy l t", "table.copy $l $t", ["i64", "i32", "i32"]),
      operation("init g", "table.init $g $e", ["i32", "i32", "i32"]),
    ].join("")})`);
