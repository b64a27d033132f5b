import type { ByteReader } from "../../byte-reader.ts";
import type { Definition } from "../component.ts";
import { type ComponentScope, plainItem } from "./component-scope.ts";
import { decodeComponentValType } from "./val-type.ts";

type Value = Extract<Definition, { kind: "value" }>;

/**
 * The bytes of the value are not looked at.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#-value-definitions |
 * Binary, value definitions}.
 */
export function decodeValue(reader: ByteReader, scope: ComponentScope): Pick<Value, "type" | "bytes"> {
  const offset = reader.offset;
  const type = decodeComponentValType(reader, scope);
  const { start, end } = reader.skip(reader.u32("value size"), "value");
  scope.add(reader, "value", plainItem, offset);
  return { type, bytes: reader.bytes.subarray(start, end) };
}
