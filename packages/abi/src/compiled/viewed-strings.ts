import { maxStringByteLength } from "../limits.ts";
import { checkLifted } from "../reference/check-lifted.ts";
import { decode } from "../reference/load-string.ts";
import type { Codec } from "./codec.ts";
import { isUtf8 } from "./node-buffer.ts";
import type { Strings } from "./strings.ts";

/** Bytes from which to leave a string as it is takes less than to decode it, and encode it again. */
const longEnough = 4_096;

/** Strings of which long ones are passed as their UTF-8, and all others as `strings` does. */
export function viewedStrings(codec: Codec, strings: Strings): Strings {
  const { memory } = codec;
  const isItself = codec.options.encoding === "utf8";
  return {
    store(value) {
      if (!(value instanceof Uint8Array)) return strings.store(value);
      const { length } = value;
      if (!isItself || length > maxStringByteLength) return strings.store(decode(codec, "utf-8", value));
      const pointer = codec.reallocate(0, 0, 1, length);
      memory.bytes.set(value, pointer);
      memory.length = length;
      return pointer;
    },
    load(pointer, taggedCodeUnits) {
      if (!isItself || taggedCodeUnits < longEnough) return strings.load(pointer, taggedCodeUnits);
      checkLifted(codec, "string", pointer, 1, taggedCodeUnits, taggedCodeUnits);
      const bytes = memory.bytes.subarray(pointer, pointer + taggedCodeUnits);
      if (!isUtf8(bytes)) throw codec.trap("the string is not UTF-8");
      return bytes;
    },
  };
}
