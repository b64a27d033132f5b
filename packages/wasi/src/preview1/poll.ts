import { maxSubscriptions } from "../limits.ts";
import { isClock, timeSource } from "./clock.ts";
import type { Descriptor } from "./descriptor.ts";
import { type Errno, errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";
import { eventSize, type PollEvent, writeEvent } from "./event.ts";
import type { GuestProcess } from "./guest-process.ts";
import { demand, rights } from "./rights.ts";
import {
  type ClockSubscription,
  eventtype,
  readSubscription,
  type StreamSubscription,
  type Subscription,
  subscriptionSize,
} from "./subscription.ts";

const absoluteTime = 1;

/**
 * What will come of a subscription, and in how many nanoseconds. Nothing else can happen meanwhile: the guest is
 * waiting here.
 */
interface Outcome {
  readonly event: PollEvent;
  readonly wait: bigint;
}

/**
 * Answers at once if anything is ready, as a stream and a subscription that is in error always are. Otherwise blocks
 * the thread until the first clock is due; if that is later than the grant allows, E58 NOTSUP, without any waiting.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#poll_oneoff | poll_oneoff}.
 */
export function pollOneoff(
  process: GuestProcess,
  subscriptionsAt: number,
  eventsAt: number,
  count: number,
  eventCountAt: number,
): Errno {
  const { memory } = process;
  if (count === 0 || count > maxSubscriptions) throw new ErrnoSignal(errno.inval);
  memory.check(subscriptionsAt, count * subscriptionSize);
  memory.check(eventsAt, count * eventSize);
  memory.check(eventCountAt, 4);
  // All are read before the first event is written, for the guest may let the two arrays overlap.
  const subscriptions = Array.from({ length: count }, (_, index) =>
    readSubscription(memory, subscriptionsAt + index * subscriptionSize),
  );
  const outcomes = subscriptions.map((subscription) => foresee(process, subscription));
  const first = outcomes.reduce((sooner, outcome) => (outcome.wait < sooner.wait ? outcome : sooner)).wait;
  if (first > 0n) sleep(process, first);
  const due = outcomes.filter(({ wait }) => wait <= first);
  for (const [index, { event }] of due.entries()) writeEvent(memory, eventsAt + index * eventSize, event);
  memory.writeU32(eventCountAt, due.length);
  return errno.success;
}

function foresee(process: GuestProcess, subscription: Subscription): Outcome {
  const { userdata, type } = subscription;
  try {
    return type === eventtype.clock ? foreseeClock(process, subscription) : foreseeStream(process, subscription);
  } catch (thrown) {
    if (!(thrown instanceof ErrnoSignal)) throw thrown;
    return { event: { userdata, errno: thrown.errno, type, bytes: 0, hangup: false }, wait: 0n };
  }
}

/** A wait from now on needs no clock, only the grant to sleep; one until an instant tells the time and needs both. */
function foreseeClock(process: GuestProcess, { userdata, type, clock, timeout, flags }: ClockSubscription): Outcome {
  if (!isClock(clock) || (flags & ~absoluteTime) !== 0) throw new ErrnoSignal(errno.inval);
  const event = { userdata, errno: errno.success, type, bytes: 0, hangup: false };
  if ((flags & absoluteTime) === 0) return { event, wait: timeout };
  const now = timeSource(process, clock).now();
  return { event, wait: timeout > now ? timeout - now : 0n };
}

function foreseeStream({ descriptors }: GuestProcess, { userdata, type, fd }: StreamSubscription): Outcome {
  const descriptor = descriptors.get(fd);
  const bytes = bytesReady(descriptor, type);
  demand(descriptor, rights.pollFdReadwrite);
  return { event: { userdata, errno: errno.success, type, bytes, hangup: bytes === 0 }, wait: 0n };
}

/** How many bytes can be read, or one where trying alone can tell, as with everything that is written to. */
function bytesReady(descriptor: Descriptor, type: StreamSubscription["type"]): number {
  const reads = type === eventtype.fdRead;
  if (reads && descriptor.kind === "input") return descriptor.input.available;
  if (!reads && descriptor.kind === "output") return 1;
  if (descriptor.kind !== "file" || !(reads ? descriptor.readable : descriptor.writable)) {
    throw new ErrnoSignal(errno.badf);
  }
  return reads ? Math.max(0, descriptor.handle.size - descriptor.position) : 1;
}

function sleep({ capabilities, denied }: GuestProcess, duration: bigint): void {
  if (capabilities.sleep?.wait(duration)) return;
  denied.add("sleep");
  throw new ErrnoSignal(errno.notsup);
}
