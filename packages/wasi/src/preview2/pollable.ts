import type { Preview2Process } from "./preview2-process.ts";
import { Resource, serveMethods } from "./resource.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/io/wit/poll.wit | wasi:io/poll, pollable}. */
export class Pollable extends Resource {
  static override readonly wit: string = "wasi:io/poll#pollable";
  /** When it is ready, in the time that waits are counted by. Long ago with a stream, which always is. */
  deadline: bigint;

  constructor(process: Preview2Process, deadline: bigint, parent?: Resource) {
    super(process, parent);
    this.deadline = deadline;
  }

  ready(): boolean {
    return this.deadline <= this.process.now;
  }

  block(): void {
    awaitFirst(this.process, [this]);
  }

  static {
    serveMethods(Pollable);
  }
}

/**
 * The indices of those that are ready. If none is, blocks the thread until the first one is; where that takes longer
 * than the grant to sleep allows, the plugin ends, without any waiting.
 */
export function awaitFirst(process: Preview2Process, pollables: readonly [Pollable, ...Pollable[]]): number[] {
  const { now } = process;
  const first = pollables.reduce((sooner, one) => (one.deadline < sooner.deadline ? one : sooner)).deadline;
  if (first > now) process.sleep(first - now);
  const indices: number[] = [];
  for (const [index, pollable] of pollables.entries()) {
    if (pollable.deadline > now && pollable.deadline > first) continue;
    // For good: a clock that is rounded down need not have come as far as was slept.
    pollable.deadline = 0n;
    indices.push(index);
  }
  return indices;
}
