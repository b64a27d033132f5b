import { maxStringByteLength } from "../limits.ts";
import { decode, loadStringFromRange } from "../reference/load-string.ts";
import { checkByteLength, storeStringIntoRange } from "../reference/store-string.ts";
import type { Codec } from "./codec.ts";
import { Emitter } from "./emitter.ts";
import { faults } from "./fault.ts";
import { nodeBufferClass } from "./node-buffer.ts";
import { makeUtf16Strings } from "./utf16-strings.ts";
import { viewedStrings } from "./viewed-strings.ts";

export interface Strings {
  /** Puts a string into memory that the guest allocates and gives the pointer; its length is then the memory's `length`. */
  readonly store: (value: unknown) => number;
  /** The string at a place that the guest named, or its UTF-8 where that may be. */
  readonly load: (pointer: number, taggedCodeUnits: number) => string | Uint8Array;
}

/** Code units up to which a loop over them is quicker than a call of the platform's encoder. */
const shortToStore = 40;

/** Bytes up to which adding up characters is quicker than a call of the platform's decoder. */
const shortToLoad = 12;

/**
 * How a guest's strings are stored and loaded. UTF-8 and UTF-16 have code of their own; Latin-1 is rare enough to be left
 * to the code that follows the specification.
 */
export function makeStrings(codec: Codec): Strings {
  const strings = decodedStrings(codec);
  return codec.options.strings === "viewed" ? viewedStrings(codec, strings) : strings;
}

function decodedStrings(codec: Codec): Strings {
  const byReference: Strings = {
    store(value) {
      const { pointer, length } = storeStringIntoRange(codec, value);
      codec.memory.length = length;
      return pointer;
    },
    load: (pointer, taggedCodeUnits) => loadStringFromRange(codec, pointer, taggedCodeUnits),
  };
  const { encoding } = codec.options;
  if (encoding === "utf16") return makeUtf16Strings(codec, byReference);
  if (encoding === "latin1+utf16") return byReference;
  return { store: makeStore(codec, byReference), load: makeLoad(codec, byReference) };
}

function makeStore(codec: Codec, byReference: Strings): Strings["store"] {
  const long = makeStoreLong(codec);
  const e = new Emitter(codec);
  const m = e.memory;
  const storeLong = e.constant(long ?? byReference.store);
  e.line(`if(typeof v!=="string"||v.length>${shortToStore})return ${storeLong}(v);`);
  // Looked at before anything is allocated, since a guest need not be able to make larger what it has, and kept meanwhile:
  // while its `realloc` runs, nobody else calls into it.
  const held = e.constant(new Uint8Array(shortToStore));
  e.line(`const n=v.length;
let o=0;
for(let j=0;j<n;j++){
const u=v.charCodeAt(j);
o|=u;
${held}[j]=u;
}
if(o>127)return ${storeLong}(v);
const p=${e.constant(codec.reallocate)}(0,0,1,n),b=${m}.bytes;
for(let j=0;j<n;j++)b[p+j]=${held}[j];
${m}.length=n;
return p;`);
  return e.linkCounted("v").call as Strings["store"];
}

/** Stores a string of any length. */
function makeStoreLong(codec: Codec): Strings["store"] | undefined {
  const buffers = nodeBufferClass();
  if (buffers === undefined) return undefined;
  const e = new Emitter(codec);
  const m = e.memory;
  const refuse = e.constant((value: unknown) => storeStringIntoRange(codec, value));
  const tooLong = e.constant((byteLength: number) => checkByteLength(faults, byteLength));
  e.line(`if(typeof v!=="string"||v.length>${maxStringByteLength})${refuse}(v);
const n=${e.constant(buffers.byteLength)}(v);
if(n>${maxStringByteLength})${tooLong}(n);
const p=${e.constant(codec.reallocate)}(0,0,1,n);
${m}.node.utf8Write(v,p,n);
${m}.length=n;
return p;`);
  return e.linkCounted("v").call as Strings["store"];
}

function makeLoad(codec: Codec, byReference: Strings): Strings["load"] {
  const e = new Emitter(codec);
  const m = e.memory;
  const hasBuffers = nodeBufferClass() !== undefined;
  e.line(`if(n>${maxStringByteLength}||p+n>${m}.bytes.length||${m}.lifted+n>${codec.memory.mostLifted})${m}.check("string",p,1,n,n);
if(n<=${shortToLoad}){
const b=${m}.bytes;
let t="",j=0;
for(;j<n;j++){
const u=b[p+j];
if(u>127)break;
t+=${e.constant(String.fromCharCode)}(u);
}
if(j===n){${m}.lifted+=n;return t;}
}`);
  if (!hasBuffers) {
    e.line(`return ${e.constant(byReference.load)}(p,n);`);
  } else {
    // A slice says nothing of bytes that are no UTF-8, but for the U+FFFD in their place.
    const strict = (pointer: number, length: number): string =>
      decode(faults, "utf-8", codec.memory.bytes.subarray(pointer, pointer + length));
    e.line(`${m}.lifted+=n;
const t=${m}.node.utf8Slice(p,p+n);
return t.includes("\\ufffd")?${e.constant(strict)}(p,n):t;`);
  }
  return e.linkCounted("p", "n").call as Strings["load"];
}
