/** What the `Buffer` of Node.js has beside a `Uint8Array`, where it is quicker than what every platform has. */
export interface NodeBuffer extends Uint8Array {
  utf8Write(text: string, offset: number, length: number): number;
  utf8Slice(start: number, end: number): string;
  latin1Slice(start: number, end: number): string;
  ucs2Write(text: string, offset: number, length: number): number;
  ucs2Slice(start: number, end: number): string;
}

interface NodeBufferClass {
  from(buffer: ArrayBufferLike): NodeBuffer;
  byteLength(text: string): number;
}

const methods = ["utf8Write", "utf8Slice", "latin1Slice", "ucs2Write", "ucs2Slice"] as const;

/** The class, where the platform has it and all that is wanted of it. */
export function nodeBufferClass(): NodeBufferClass | undefined {
  const found: unknown = Reflect.get(globalThis, "Buffer");
  if (!isNodeBufferClass(found)) return undefined;
  return methods.every((name) => typeof Reflect.get(found.prototype, name) === "function") ? found : undefined;
}

/** Whether it is there, and strings know of lone surrogates in them. */
export function hasNodeUtf16(): boolean {
  return nodeBufferClass() !== undefined && typeof Reflect.get(String.prototype, "isWellFormed") === "function";
}

/** A buffer over these bytes, not a copy. */
export function nodeBufferOver(buffer: ArrayBufferLike): NodeBuffer | undefined {
  return nodeBufferClass()?.from(buffer);
}

/** Whether these bytes are UTF-8. What Node.js has for it takes less than a tenth of what decoding does. */
export function isUtf8(bytes: Uint8Array): boolean {
  const found = moduleOfBuffers()?.isUtf8;
  if (found !== undefined) return found(bytes);
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes.slice());
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

interface NodeModules {
  readonly getBuiltinModule?: (name: string) => { readonly isUtf8?: (bytes: Uint8Array) => boolean } | undefined;
}

function moduleOfBuffers(): ReturnType<NonNullable<NodeModules["getBuiltinModule"]>> {
  const process: NodeModules | undefined = Reflect.get(globalThis, "process");
  return process?.getBuiltinModule?.("node:buffer");
}

function isNodeBufferClass(value: unknown): value is NodeBufferClass & { readonly prototype: object } {
  if (typeof value !== "function") return false;
  return [Reflect.get(value, "from"), Reflect.get(value, "byteLength")].every((one) => typeof one === "function");
}
