import type { ByteReader } from "../byte-reader.ts";
import type { Draft } from "../draft.ts";
import { limits } from "../limits.ts";
import type { ElementItems, ElementMode, ElementSegment } from "../module.ts";
import type { RefType } from "../value-type.ts";
import { skipConstExpr } from "./const-expr.ts";
import { decodeIndex } from "./indices.ts";
import { decodeRefType } from "./value-type.ts";

/** The three bits that tell the eight forms apart. */
const notActive = 0b001;
/** Of an active segment: it names its table. Of another: it is declarative. */
const explicit = 0b010;
const expressions = 0b100;

const functionRef: RefType = Object.freeze({ nullable: false, heap: "func" });
const nullableFunctionRef: RefType = Object.freeze({ nullable: true, heap: "func" });

/**
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#element-section |
 * binary format, element section}.
 */
export function decodeElementSection(reader: ByteReader, draft: Draft): void {
  const bounds = { most: limits.elementSegments, leastBytes: 2 };
  draft.elements = reader.list("entry", bounds, () => decodeElementSegment(reader, draft));
}

function decodeElementSegment(reader: ByteReader, draft: Draft): ElementSegment {
  const start = reader.offset;
  const form = reader.u32("segment form");
  if (form > 7) throw reader.malformed(`unknown segment form ${form}`, start);
  const mode = decodeMode(reader, draft, form);
  const typed = (form & (notActive | explicit)) !== 0;
  if ((form & expressions) !== 0) {
    const type = typed ? decodeRefType(reader, draft) : nullableFunctionRef;
    return { mode, type, items: decodeExpressions(reader, draft) };
  }
  if (typed) decodeElementKind(reader);
  return { mode, type: functionRef, items: decodeFunctionIndices(reader, draft) };
}

function decodeMode(reader: ByteReader, draft: Draft, form: number): ElementMode {
  if ((form & notActive) !== 0) return { kind: (form & explicit) !== 0 ? "declarative" : "passive" };
  const start = reader.offset;
  const count = draft.indexSpaces.tables.length;
  if ((form & explicit) !== 0) {
    const table = decodeIndex(reader, count, "table", "tables");
    return { kind: "active", table, offset: skipConstExpr(reader, draft) };
  }
  if (count === 0) throw reader.malformed("segment is for table 0, but there are no tables", start);
  return { kind: "active", table: 0, offset: skipConstExpr(reader, draft) };
}

function decodeElementKind(reader: ByteReader): void {
  const start = reader.offset;
  const kind = reader.byte("element kind");
  if (kind !== 0) throw reader.unknown("element kind", kind, start);
}

function decodeFunctionIndices(reader: ByteReader, draft: Draft): ElementItems {
  const count = draft.indexSpaces.functions.length;
  const indices = reader.list("function", { most: limits.elementSegmentSize, leastBytes: 1 }, () =>
    decodeIndex(reader, count, "function", "functions"),
  );
  return { kind: "functions", indices };
}

/** The expressions stay a range: as objects, ten million of them would take a hundred times their bytes. */
function decodeExpressions(reader: ByteReader, draft: Draft): ElementItems {
  const count = reader.count("expression", { most: limits.elementSegmentSize, leastBytes: 1 });
  const start = reader.offset;
  reader.repeat(count, "expression", () => skipConstExpr(reader, draft));
  return { kind: "expressions", count, start, end: reader.offset };
}
