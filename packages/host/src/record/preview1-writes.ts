import type { LinearMemory } from "@polyplug/wasi";

/** What a function wrote to memory: where, and the bytes. */
export type Written = readonly [pointer: number, bytes: Uint8Array];

type Range = readonly [pointer: number, length: number];

/** Where a function of preview1 writes, by its arguments. */
interface Outputs {
  /** Places of a fixed size: the argument that points there, and the bytes. */
  readonly places?: readonly (readonly [argument: number, bytes: number])[];
  /** A buffer: the arguments with its address and its length. */
  readonly buffer?: readonly [pointer: number, length: number];
  /** The same of a list of iovecs. */
  readonly iovecs?: readonly [pointer: number, count: number];
  /** The argument that points to how much of the buffer was written, and the bytes that each is. */
  readonly used?: readonly [argument: number, bytes: number];
}

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#functions | the functions of preview1}. */
const outputs: ReadonlyMap<string, Outputs> = new Map<string, Outputs>([
  [
    "args_sizes_get",
    {
      places: [
        [0, 4],
        [1, 4],
      ],
    },
  ],
  [
    "environ_sizes_get",
    {
      places: [
        [0, 4],
        [1, 4],
      ],
    },
  ],
  ["clock_res_get", { places: [[1, 8]] }],
  ["clock_time_get", { places: [[2, 8]] }],
  ["fd_fdstat_get", { places: [[1, 24]] }],
  ["fd_filestat_get", { places: [[1, 64]] }],
  ["fd_prestat_get", { places: [[1, 8]] }],
  ["fd_prestat_dir_name", { buffer: [1, 2] }],
  ["fd_pread", { places: [[4, 4]], iovecs: [1, 2], used: [4, 1] }],
  ["fd_read", { places: [[3, 4]], iovecs: [1, 2], used: [3, 1] }],
  ["fd_pwrite", { places: [[4, 4]] }],
  ["fd_write", { places: [[3, 4]] }],
  ["fd_readdir", { places: [[4, 4]], buffer: [1, 2], used: [4, 1] }],
  ["fd_seek", { places: [[3, 8]] }],
  ["fd_tell", { places: [[1, 8]] }],
  ["path_filestat_get", { places: [[4, 64]] }],
  ["path_open", { places: [[8, 4]] }],
  ["path_readlink", { places: [[5, 4]], buffer: [3, 4], used: [5, 1] }],
  ["poll_oneoff", { places: [[3, 4]], buffer: [1, 2], used: [3, 32] }],
  ["random_get", { buffer: [0, 1] }],
  ["sock_accept", { places: [[2, 4]] }],
  [
    "sock_recv",
    {
      places: [
        [4, 4],
        [5, 2],
      ],
      iovecs: [1, 2],
      used: [4, 1],
    },
  ],
  ["sock_send", { places: [[4, 4]] }],
]);

/** How much is written is in what was written before: these are looked for in all of the memory, at a program's start. */
const anywhere: ReadonlySet<string> = new Set(["args_get", "environ_get"]);

const eventBytes = 32;
const iovecBytes = 8;

/** As many as a call may have. */
const mostIovecs = 1_024;

/**
 * Looks at the memory before a function of preview1 is called. What this gives is called when it has succeeded, and gives
 * what it wrote.
 */
export function watchWrites(name: string, args: readonly unknown[], memory: LinearMemory): () => readonly Written[] {
  const { buffer } = memory;
  if (anywhere.has(name)) {
    const before = new Uint8Array(buffer).slice();
    return () => differences(before, new Uint8Array(memory.buffer));
  }
  const found = outputs.get(name);
  if (found === undefined) return () => [];
  const at = (index: number): number => Number(args[index]) >>> 0;
  const { places = [], buffer: one, iovecs, used } = found;
  const unit = name === "poll_oneoff" ? eventBytes : 1;
  const buffers: readonly Range[] =
    iovecs === undefined
      ? one === undefined
        ? []
        : [[at(one[0]), at(one[1]) * unit]]
      : iovecsAt(new DataView(buffer), at(iovecs[0]), at(iovecs[1]));
  return () => {
    const { buffer: now } = memory;
    const written = used === undefined ? now.byteLength : u32At(new DataView(now), at(used[0])) * used[1];
    const fixed = places.map(([argument, bytes]): Range => [at(argument), bytes]);
    return [...trimmed(buffers, Math.min(written, now.byteLength)), ...fixed]
      .filter(([pointer, length]) => length > 0 && pointer + length <= now.byteLength)
      .map(([pointer, length]): Written => [pointer, new Uint8Array(now, pointer, length).slice()]);
  };
}

function iovecsAt(view: DataView, pointer: number, count: number): Range[] {
  const ranges: Range[] = [];
  for (let index = 0; index < Math.min(count, mostIovecs); index++) {
    const at = pointer + index * iovecBytes;
    if (at + iovecBytes > view.byteLength) break;
    ranges.push([view.getUint32(at, true), view.getUint32(at + 4, true)]);
  }
  return ranges;
}

/** The first so many bytes of all ranges. */
function trimmed(ranges: readonly Range[], most: number): Range[] {
  let rest = most;
  return ranges.map(([pointer, length]) => {
    const taken = Math.min(length, rest);
    rest -= taken;
    return [pointer, taken];
  });
}

function u32At(view: DataView, at: number): number {
  return at + 4 > view.byteLength ? 0 : view.getUint32(at, true);
}

/** Runs of bytes that are others now, with small gaps between them. */
function differences(before: Uint8Array, after: Uint8Array): Written[] {
  const found: Written[] = [];
  let start = -1;
  let last = -1;
  const end = (): void => {
    if (start >= 0) found.push([start, after.slice(start, last + 1)]);
  };
  for (let index = 0; index < after.length; index++) {
    if (before[index] === after[index]) continue;
    if (start < 0 || index - last > 16) {
      end();
      start = index;
    }
    last = index;
  }
  end();
  return found;
}
