import { bytesOf, type Datetime, type Started, startPreview2, textOf } from "../preview2/start-preview2.ts";
import type { Face, FacePlugin } from "./face.ts";

export const preview2Face: Face = { name: "preview2", start: async (grant) => plugin(await startPreview2(grant)) };

function plugin({ wasi, use }: Started): FacePlugin {
  const nanoseconds = ({ seconds, nanoseconds: rest }: Datetime): bigint => seconds * 1_000_000_000n + BigInt(rest);
  const wall = use("wasi:clocks/wall-clock");
  const monotonic = use("wasi:clocks/monotonic-clock");
  return {
    wasi,
    args: () => use("wasi:cli/environment").getArguments(),
    env: () =>
      use("wasi:cli/environment")
        .getEnvironment()
        .map(([name, value]) => `${name}=${value}`),
    write: (output, text) => {
      const stream = output === "stdout" ? use("wasi:cli/stdout").getStdout() : use("wasi:cli/stderr").getStderr();
      stream.write(bytesOf(text));
    },
    isTerminal: (output) =>
      output === "stdout"
        ? use("wasi:cli/terminal-stdout").getTerminalStdout() !== undefined
        : use("wasi:cli/terminal-stderr").getTerminalStderr() !== undefined,
    read: (maxBytes) => {
      try {
        return textOf(use("wasi:cli/stdin").getStdin().blockingRead(BigInt(maxBytes)));
      } catch (thrown) {
        if (thrown instanceof Error && "payload" in thrown && Reflect.get(Object(thrown.payload), "tag") === "closed") {
          return undefined;
        }
        throw thrown;
      }
    },
    wallTime: () => nanoseconds(wall.now()),
    wallResolution: () => nanoseconds(wall.resolution()),
    monotonicTime: () => monotonic.now(),
    monotonicResolution: () => monotonic.resolution(),
    random: (length) => use("wasi:random/random").getRandomBytes(BigInt(length)),
    sleep: (duration) => monotonic.subscribeDuration(duration).block(),
    sleepUntil: (instant) => monotonic.subscribeInstant(instant).block(),
    exit: (code) => use("wasi:cli/exit").exitWithCode(code),
  };
}
