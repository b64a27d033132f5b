import { loadPlugin } from "@polyplug/host";
import { type CallsImports, hostFunctions } from "../calls.ts";
import type { Guests } from "../guests.ts";
import { measure, type Party, type Way } from "../measure.ts";
import { type Row, rowOf } from "../row.ts";
import type { Settings } from "../settings.ts";
import { medianTurn } from "./median-turn.ts";

interface Echo {
  echo(text: string): string;
  echoBytes(data: Uint8Array): Uint8Array;
}

const length = 2 ** 20;

/**
 * A mebibyte that goes to a plugin in a thread of its own and comes back, beside as many copies as it cannot do without,
 * made in one thread: into shared memory, into the plugin's, into shared memory, and out of it for good.
 */
export async function workerBandwidth({ calls }: Guests, settings: Settings): Promise<Row[]> {
  const imports: CallsImports = hostFunctions;
  const plugin = await loadPlugin<Echo, CallsImports>(calls.core, { isolation: "worker", imports });
  const way = (party: Party, turn: () => unknown): Way => ({
    party,
    ready: () => () => medianTurn(turn, settings.sliceMilliseconds * 2),
  });
  const { exports } = plugin;
  const data = Uint8Array.from({ length }, (_, index) => index);
  const text = "abcdefgh".repeat(length / 8);
  const shared = Buffer.from(new SharedArrayBuffer(length));
  const guests = new Uint8Array(length);
  const bytesByHand = (): Uint8Array => {
    shared.set(data);
    throughGuest();
    return new Uint8Array(shared);
  };
  const textByHand = (): string => {
    shared.write(text);
    throughGuest();
    return shared.toString();
  };
  const throughGuest = (): void => {
    guests.set(shared);
    shared.set(guests);
  };
  const subject = { unit: "us", measure: "ratio", target: 2 } as const;
  try {
    return [
      rowOf(
        { case: "1 MiB of list<u8> to a worker and back", against: "four copies in one thread", ...subject },
        await measure([way("baseline", bytesByHand), way("ours", () => exports.echoBytes(data))], settings),
      ),
      rowOf(
        { case: "1 MiB of text to a worker and back", against: "encoded, two copies, decoded", ...subject },
        await measure([way("baseline", textByHand), way("ours", () => exports.echo(text))], settings),
      ),
    ];
  } finally {
    plugin.dispose();
  }
}
