import { messageOf, PluginError } from "@polyplug/errors";
import type { Node, TypedArray } from "./plugin-contract.ts";

/** The value that nodes make up: the last one, of those before it. */
export function fromNodes(nodes: readonly Node[]): unknown {
  const values: unknown[] = [];
  for (const node of nodes) values.push(javascriptValue(node, values));
  return values.at(-1);
}

function javascriptValue(node: Node, parts: readonly unknown[]): unknown {
  switch (node.tag) {
    case "undefined":
      return undefined;
    case "array":
      return Array.from(node.val, (index) => parts[index]);
    case "object":
      // Makes properties of its own of every name, where an assignment to __proto__ would not.
      return Object.fromEntries(node.val.map(({ key, value }) => [key, parts[value]]));
    case "typed-array":
      return node.val.val;
    default:
      return node.val;
  }
}

/** More than any type nests: what has more of them contains itself. */
const maxDepth = 1_000;

/** The way back. Throws `bad-argument` for what no type of WIT is in JavaScript. */
export function toNodes(value: unknown): Node[] {
  const nodes: Node[] = [];
  const add = (part: unknown, depth: number): number => {
    if (depth > maxDepth) throw misfit(`it nests more than ${maxDepth} levels deep`);
    // Before the node itself, which has to stand behind its parts.
    const node = nodeOf(part, (inner) => add(inner, depth + 1));
    return nodes.push(node) - 1;
  };
  try {
    add(value, 0);
  } catch (error) {
    // A getter or a proxy of the caller's own.
    throw PluginError.is(error) ? error : misfit(`it cannot be read: ${messageOf(error)}`, error);
  }
  return nodes;
}

function nodeOf(value: unknown, add: (part: unknown) => number): Node {
  switch (typeof value) {
    case "undefined":
      return { tag: "undefined" };
    case "boolean":
      return { tag: "boolean", val: value };
    case "number":
      return { tag: "number", val: value };
    case "bigint":
      return value < 0n ? { tag: "signed", val: value } : { tag: "unsigned", val: value };
    case "string":
      return { tag: "text", val: value };
    case "object":
      return nodeOfObject(value, add);
    default:
      throw misfit(`there is a ${typeof value} in it`);
  }
}

function nodeOfObject(value: object | null, add: (part: unknown) => number): Node {
  if (value === null) throw misfit("there is null in it");
  if (Array.isArray(value)) return { tag: "array", val: value.map(add) };
  const array = typedArray(value);
  if (array !== undefined) return { tag: "typed-array", val: array };
  return { tag: "object", val: Object.entries(value).map(([key, part]) => ({ key, value: add(part) })) };
}

function typedArray(value: object): TypedArray | undefined {
  if (value instanceof Int8Array) return { tag: "int8", val: value };
  if (value instanceof Uint8Array) return { tag: "uint8", val: value };
  if (value instanceof Int16Array) return { tag: "int16", val: value };
  if (value instanceof Uint16Array) return { tag: "uint16", val: value };
  if (value instanceof Int32Array) return { tag: "int32", val: value };
  if (value instanceof Uint32Array) return { tag: "uint32", val: value };
  if (value instanceof BigInt64Array) return { tag: "big-int64", val: value };
  if (value instanceof BigUint64Array) return { tag: "big-uint64", val: value };
  if (value instanceof Float32Array) return { tag: "float32", val: value };
  if (value instanceof Float64Array) return { tag: "float64", val: value };
  return undefined;
}

function misfit(reason: string, cause?: unknown): PluginError {
  return new PluginError({ code: "bad-argument", action: "print a value", reason, cause });
}
