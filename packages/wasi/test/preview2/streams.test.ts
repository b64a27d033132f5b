import { ResultError } from "@polyplug/errors";
import { isEndSignal } from "@polyplug/wasi";
import { expect, test } from "vitest";
import { bytesOf, type InputStream, type OutputStream, startPreview2, textOf } from "./start-preview2.ts";

const closed = { payload: { tag: "closed" } };

async function startReader(stdin: Parameters<typeof startPreview2>[0]): Promise<InputStream> {
  return (await startPreview2(stdin)).use("wasi:cli/stdin").getStdin();
}

/** A plugin's stdout, and what arrived there. */
async function startWriter(maxBytes = 2 ** 30) {
  const chunks: Uint8Array[] = [];
  const plugin = await startPreview2({ stdin: "abcdef", stdout: { to: (chunk) => chunks.push(chunk), maxBytes } });
  const stdin = plugin.use("wasi:cli/stdin").getStdin();
  const stdout = plugin.use("wasi:cli/stdout").getStdout();
  return { plugin, chunks, stdin, stdout };
}

test.each(["read", "blockingRead", "skip", "blockingSkip"] as const)(
  "%s fails with closed at the end",
  async (name) => {
    const stdin = await startReader({ stdin: "ab" });
    expect(Number(stdin.skip(100n))).toBe(2);
    for (const length of [0n, 1n, 2n ** 64n - 1n]) {
      expect(() => stdin[name](length)).toThrow(expect.objectContaining(closed));
      expect(() => stdin[name](length)).toThrow(ResultError);
    }
  },
);

test("what is skipped is not read", async () => {
  const stdin = await startReader({ stdin: "abcdef" });
  expect([stdin.skip(2n), textOf(stdin.read(1n)), stdin.blockingSkip(2n)]).toEqual([2n, "c", 2n]);
  expect(textOf(stdin.blockingRead(9n))).toBe("f");
});

test("two handles to stdin read from the one stream", async () => {
  const { use } = await startPreview2({ stdin: "abcdef" });
  const [first, second] = [use("wasi:cli/stdin").getStdin(), use("wasi:cli/stdin").getStdin()];
  expect([textOf(first.read(2n)), textOf(second.read(2n)), textOf(first.read(2n))]).toEqual(["ab", "cd", "ef"]);
});

test("a read is at most 16 MiB long", async () => {
  const asked: number[] = [];
  const read = (maxBytes: number) => {
    asked.push(maxBytes);
    return bytesOf("x");
  };
  const stdin = await startReader({ stdin: { read } });
  stdin.read(2n ** 64n - 1n);
  stdin.skip(16_777_217n);
  stdin.read(16_777_215n);
  expect(asked).toEqual([16_777_216, 16_777_216, 16_777_215]);
});

test("a source that has nothing yet gives an empty read, and would block where one waits for it", async () => {
  const { use } = await startPreview2({ stdin: { read: () => new Uint8Array() } });
  const stdin = use("wasi:cli/stdin").getStdin();
  expect([stdin.read(4n), stdin.skip(4n)]).toEqual([new Uint8Array(), 0n]);
  expect(stdin.blockingRead(0n)).toEqual(new Uint8Array());
  for (const name of ["blockingRead", "blockingSkip"] as const) {
    const error = thrownBy(() => stdin[name](4n));
    expect(error).toMatchObject({ payload: { tag: "last-operation-failed" } });
    const { val } = error.payload as { val: { toDebugString(): string } };
    expect(val.toDebugString()).toBe("there is nothing to read yet");
    expect(use("wasi:filesystem/types").filesystemErrorCode(val)).toBe("would-block");
    expect(use("wasi:sockets/network").networkErrorCode(val)).toBeUndefined();
  }
});

test("there is always room for 16 MiB, and what is written is passed on at once", async () => {
  const { chunks, stdout } = await startWriter();
  expect(stdout.checkWrite()).toBe(16_777_216n);
  stdout.write(new Uint8Array(16_777_216));
  stdout.blockingWriteAndFlush(new Uint8Array(4096));
  stdout.flush();
  stdout.blockingFlush();
  stdout.writeZeroes(3n);
  stdout.blockingWriteZeroesAndFlush(4096n);
  expect(chunks.map(({ length }) => length)).toEqual([16_777_216, 4096, 3, 4096]);
  expect(chunks[2]).toEqual(new Uint8Array(3));
  expect(stdout.checkWrite()).toBe(16_777_216n);
});

test.each<[string, (stdout: OutputStream) => void, string]>([
  ["write", (stdout) => stdout.write(new Uint8Array(16_777_217)), "16777217 bytes, allowed are 16777216"],
  ["write-zeroes", (stdout) => stdout.writeZeroes(2n ** 64n - 1n), "18446744073709551615 bytes, allowed are 16777216"],
  [
    "blocking-write-and-flush",
    (stdout) => stdout.blockingWriteAndFlush(new Uint8Array(4097)),
    "4097 bytes, allowed are 4096",
  ],
  [
    "blocking-write-zeroes-and-flush",
    (stdout) => stdout.blockingWriteZeroesAndFlush(4097n),
    "4097 bytes, allowed are 4096",
  ],
])("%s beyond its room ends the plugin", async (name, write, reason) => {
  const { plugin, chunks, stdout } = await startWriter();
  expect(() => write(stdout)).toThrow(expect.toSatisfy(isEndSignal));
  const message = `cannot run guest: it called wasi:io/streams#output-stream.${name} with ${reason}`;
  expect(plugin.wasi.ended).toMatchObject({ kind: "fault", error: { code: "trap", message, plugin: "guest" } });
  expect(chunks).toEqual([]);
});

test("a splice moves what there is, as often as there is any, and then fails with closed", async () => {
  const { chunks, stdin, stdout } = await startWriter();
  expect([stdout.splice(stdin, 4n), stdout.splice(stdin, 0n), stdout.blockingSplice(stdin, 4n)]).toEqual([4n, 0n, 2n]);
  expect(chunks.map(textOf)).toEqual(["abcd", "ef"]);
  expect(() => stdout.splice(stdin, 4n)).toThrow(expect.objectContaining(closed));
  expect(() => stdout.blockingSplice(stdin, 4n)).toThrow(expect.objectContaining(closed));
});

test("a splice hands on bytes that are the receiver's to keep", async () => {
  const granted = bytesOf("abcdef");
  const chunks: Uint8Array[] = [];
  const { use } = await startPreview2({ stdin: granted, stdout: (chunk) => chunks.push(chunk) });
  use("wasi:cli/stdout").getStdout().splice(use("wasi:cli/stdin").getStdin(), 6n);
  granted.fill(0);
  expect(chunks.map(textOf)).toEqual(["abcdef"]);
});

test("output is counted together over all handles and ways to write", async () => {
  const { plugin, chunks, stdin, stdout } = await startWriter(8);
  stdout.write(bytesOf("ab"));
  stdout.writeZeroes(2n);
  const other = plugin.use("wasi:cli/stdout").getStdout();
  expect(() => other.splice(stdin, 6n)).toThrow(expect.toSatisfy(isEndSignal));
  expect(chunks.map(({ length }) => length)).toEqual([2, 2, 4]);
  expect(plugin.wasi.ended).toMatchObject({ error: { code: "output-limit" } });
});

test("what is not granted swallows all and gives nothing", async () => {
  const { use, wasi } = await startPreview2();
  for (const stream of [use("wasi:cli/stdout").getStdout(), use("wasi:cli/stderr").getStderr()]) {
    for (let call = 0; call < 4; call++) stream.write(new Uint8Array(16_777_216));
  }
  expect(() => use("wasi:cli/stdin").getStdin().read(1n)).toThrow(expect.objectContaining(closed));
  expect([...wasi.denied]).toEqual([]);
});

test("a stream is dropped after its pollables, and the other way round ends the plugin", async () => {
  const { plugin, stdin, stdout } = await startWriter();
  for (const stream of [stdin, stdout]) {
    const [first, second] = [stream.subscribe(), stream.subscribe()];
    second[Symbol.dispose]();
    first[Symbol.dispose]();
    first[Symbol.dispose]();
  }
  stdin[Symbol.dispose]();
  const pollables = [stdout.subscribe(), stdout.subscribe()];
  expect(() => stdout[Symbol.dispose]()).toThrow(expect.toSatisfy(isEndSignal));
  const reason = "it called wasi:io/streams#output-stream.drop, and 2 resources that are children of it are still held";
  expect(plugin.wasi.ended).toMatchObject({ kind: "fault", error: { code: "trap", reason } });
  for (const held of [stdout, ...pollables]) held[Symbol.dispose]();
});

function thrownBy(body: () => unknown): ResultError {
  try {
    body();
  } catch (thrown) {
    if (ResultError.is(thrown)) return thrown;
  }
  throw new Error("it did not answer with an error");
}
