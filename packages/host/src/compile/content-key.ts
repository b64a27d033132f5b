import { latin1, sha256 } from "../platform/node.ts";

/** Up to this many bytes a module is its own key: that is quicker than to load what could hash it. */
const mostVerbatim = 65_536;

/** A text that two modules share only if their bytes are equal. */
export function contentKey(bytes: Uint8Array): string {
  return bytes.byteLength <= mostVerbatim ? latin1(bytes) : sha256(bytes);
}
