import type { Preview2Process } from "./preview2-process.ts";
import { Resource, serveMethods } from "./resource.ts";

/** An exchange of HTTP, as far as somebody waits for it. */
export interface Awaited {
  /** Whether there is something to take. */
  readonly ready: boolean;
  /** The exchange to wait for, or undefined where nothing has been sent yet. */
  readonly exchange: number | undefined;
  /** Told that there is something to take. */
  arrived(): void;
  /** Told that nothing is sent while the plugin waits for the answer to it. */
  giveUp(): void;
}

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/io/wit/poll.wit | wasi:io/poll, pollable}. */
export class Pollable extends Resource {
  static override readonly wit: string = "wasi:io/poll#pollable";
  /** When it is ready, in the time that waits are counted by. Long ago with a stream, which always is. */
  deadline: bigint | undefined;
  readonly awaited: Awaited | undefined;

  constructor(process: Preview2Process, until: bigint | Awaited, parent?: Resource) {
    super(process, parent);
    this.deadline = typeof until === "bigint" ? until : undefined;
    this.awaited = typeof until === "bigint" ? undefined : until;
  }

  ready(): boolean {
    return isReady(this, this.process.now);
  }

  block(): void {
    awaitFirst(this.process, [this]);
  }

  static {
    serveMethods(Pollable);
  }
}

/**
 * The indices of those that are ready. If none is, blocks the thread until the first one is; where that is a clock and
 * takes longer than the grant to sleep allows, the plugin ends, without any waiting.
 */
export function awaitFirst(process: Preview2Process, pollables: readonly Pollable[]): number[] {
  const { now } = process;
  const deadlines = pollables.flatMap(({ deadline }) => deadline ?? []);
  const first = deadlines.reduce(
    (sooner: bigint | undefined, one) => (sooner === undefined || one < sooner ? one : sooner),
    undefined,
  );
  let due = now;
  if (!pollables.some((one) => isReady(one, now)) && waitFor(process, pollables, first)) due = first ?? now;
  const indices: number[] = [];
  for (const [index, pollable] of pollables.entries()) {
    if (!isReady(pollable, due)) continue;
    // For good: a clock that is rounded down need not have come as far as was slept.
    if (pollable.deadline !== undefined) pollable.deadline = 0n;
    indices.push(index);
  }
  return indices;
}

/** Blocks the thread until something is ready, and tells whether that is the deadline. */
function waitFor(process: Preview2Process, pollables: readonly Pollable[], deadline: bigint | undefined): boolean {
  const awaited = pollables.flatMap((one) => one.awaited ?? []);
  const exchanges = [...new Set(awaited.flatMap(({ exchange }) => exchange ?? []))];
  const { http } = process.capabilities;
  const wait = deadline === undefined ? undefined : deadline - process.now;
  if (http !== undefined && exchanges.length > 0) {
    const arrived = http.wait(exchanges, wait === undefined ? undefined : Math.max(0, Number(wait) / 1e6));
    for (const one of awaited) if (one.exchange !== undefined && arrived.includes(one.exchange)) one.arrived();
    if (arrived.length > 0) return false;
  } else if (wait !== undefined) {
    process.sleep(wait);
  }
  // What nobody will ever send would be waited for without end.
  if (wait === undefined) for (const one of awaited) one.giveUp();
  return true;
}

function isReady({ deadline, awaited, process }: Pollable, now: bigint): boolean {
  if (awaited === undefined) return deadline !== undefined && deadline <= now;
  const { exchange } = awaited;
  if (!awaited.ready && exchange !== undefined && process.capabilities.http?.wait([exchange], 0).includes(exchange)) {
    awaited.arrived();
  }
  return awaited.ready;
}
