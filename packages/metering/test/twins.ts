import { bulkModule, memoryBytes, tableEntries } from "./bulk-module.ts";
import { forBoth, instantiate, plenty } from "./instance.ts";

const original = new WebAssembly.Instance(await WebAssembly.compile(bulkModule)).exports;
const metered = await instantiate(bulkModule, forBoth);

/** Of the module as it is, and of what it is made over to. */
type Pair<T> = readonly [T, T];
const named = <T>(name: string): Pair<T> => [original[name] as T, metered.exports[name] as T];

/** How a call of each ends: `done`, or the message of its trap. */
export function callBoth(name: string, operands: readonly unknown[] = []): Pair<string> {
  const [left, right] = named<CallableFunction>(name);
  // A count that is far out of bounds costs as much as if it were not.
  metered.fuel = plenty;
  return [ending(() => left(...operands)), ending(() => right(...operands))];
}

function ending(work: () => unknown): string {
  try {
    work();
    return "done";
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) return error.message;
    throw error;
  }
}

/** Bytes that no power of two comes round to. */
const pattern = Uint8Array.from({ length: memoryBytes }, (_, index) => index % 251);

/** What is looked at of the memory `name`: all, or the ends of the one of 4 GiB. */
const views = (name: string): Pair<Uint8Array[]> => {
  const [left, right] = named<WebAssembly.Memory>(name);
  return [viewsOf(left), viewsOf(right)];
};
const viewsOf = ({ buffer }: WebAssembly.Memory): Uint8Array[] => [
  new Uint8Array(buffer, 0, memoryBytes),
  new Uint8Array(buffer, buffer.byteLength - memoryBytes, memoryBytes),
];

export function fillMemory(name: string): void {
  for (const view of views(name).flat()) view.set(pattern);
}

export function memoriesAgree(name: string): boolean {
  const [left, right] = views(name);
  return left.every((view, index) => Buffer.compare(view, right[index] ?? pattern) === 0);
}

/** A table of 64 bits takes its indices as such. */
const entry = (name: string, index: number): number => (name === "l" ? (BigInt(index) as unknown as number) : index);

export function fillTable(name: string): void {
  for (const table of named<WebAssembly.Table>(name)) {
    for (let index = 0; index < tableEntries; index++) {
      table.set(entry(name, index), name === "g" ? null : `${name}${index}`);
    }
  }
}

export function tablesAgree(name: string): boolean {
  const [left, right] = named<WebAssembly.Table>(name);
  for (let index = 0; index < tableEntries; index++) {
    if (shown(left.get(entry(name, index))) !== shown(right.get(entry(name, index)))) return false;
  }
  return true;
}

/** Functions of two instances are never the same; their indices, which are their names, are. */
const shown = (value: unknown): unknown => (typeof value === "function" ? value.name : value);
