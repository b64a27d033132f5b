import { isEndSignal, type LogEntry } from "@polyplug/wasi";
import { expect, test } from "vitest";
import { startServices } from "./start-services.ts";

const id = "wasi:logging/logging@0.1.0-draft";
const levels = ["trace", "debug", "info", "warn", "error", "critical"] as const;

test("a function gets every entry as it is", async () => {
  const entries: LogEntry[] = [];
  const { use } = await startServices({ logging: (entry) => entries.push(entry) });
  for (const level of levels) use(id).log(level, "app", "two\nlines");
  expect(entries).toEqual(levels.map((level) => ({ level, context: "app", message: "two\nlines" })));
});

test("a stream gets a line for each, which no message can forge", async () => {
  let written = "";
  const stream = { write: (line: Uint8Array) => (written += new TextDecoder().decode(line)) };
  const { use } = await startServices({ logging: stream });
  use(id).log("info", "", "started");
  use(id).log("warn", "a\u001b[2J", "fine\ncritical app: the disk is gone");
  expect(written).toBe("info started\nwarn a\\u{1b}[2J: fine\\ncritical app: the disk is gone\n");
});

test("what is below the level is dropped and not counted", async () => {
  const entries: string[] = [];
  const { use, wasi } = await startServices({
    logging: { to: ({ level }) => entries.push(level), level: "warn", maxBytes: 64 },
  });
  for (let turn = 0; turn < 100; turn++) use(id).log("info", "", "x".repeat(1000));
  for (const level of levels) use(id).log(level, "", "");
  expect([entries, wasi.ended]).toEqual([["warn", "error", "critical"], undefined]);
});

test.each([
  ["a function", 2],
  ["a stream", 3],
])("more than the bound ends the plugin, for %s", async (kind, passed) => {
  const chunks: unknown[] = [];
  const take = (chunk: unknown) => chunks.push(chunk);
  const to = kind === "a stream" ? { write: take } : take;
  const { use, wasi } = await startServices({ logging: { to, maxBytes: 20 } });
  // Each is "info ab\n", eight bytes.
  for (let turn = 0; turn < 2; turn++) use(id).log("info", "", "ab");
  expect(() => use(id).log("info", "", "ab")).toThrow(expect.toSatisfy(isEndSignal));
  expect(() => use(id).log("info", "", "ab")).toThrow(expect.toSatisfy(isEndSignal));
  expect(chunks).toHaveLength(passed);
  const message = "cannot write to logging: limit logging: 24 bytes used, 20 allowed";
  expect(wasi.ended).toMatchObject({ error: { code: "output-limit", message, plugin: "guest" } });
});

test("a log without an end fills a mebibyte and no more", async () => {
  let bytes = 0;
  const { use, wasi } = await startServices({ logging: { write: ({ length }: Uint8Array) => (bytes += length) } });
  const message = "x".repeat(65_536);
  const flood = () => {
    for (let turn = 0; turn < 16_384; turn++) use(id).log("critical", message, message);
  };
  expect(flood).toThrow(expect.toSatisfy(isEndSignal));
  expect([bytes, wasi.ended]).toMatchObject([1_048_576, { error: { code: "output-limit" } }]);
});

test("of an entry no more is escaped than may come out", async () => {
  const lines: string[] = [];
  const to = { write: (line: Uint8Array) => lines.push(new TextDecoder().decode(line)) };
  const { use, wasi } = await startServices({ logging: { to, maxBytes: 24 } });
  // Escaped it would be 512 MiB, which is more than a string may have.
  expect(() => use(id).log("info", "", "\0".repeat(2 ** 27))).toThrow(expect.toSatisfy(isEndSignal));
  expect(lines).toEqual(["info \\u{0}\\u{0}\\u{0}\\u{0"]);
  expect(wasi.ended).toMatchObject({
    error: { code: "output-limit", reason: expect.stringMatching(/: 134217\d{3} bytes/) },
  });
});

test("an empty entry counts too", async () => {
  const { use } = await startServices({ logging: { to: () => undefined, maxBytes: "1KiB" } });
  const flood = () => {
    for (let turn = 0; turn < 1024; turn++) use(id).log("info", "", "");
  };
  expect(flood).toThrow(expect.toSatisfy(isEndSignal));
});

test("a sink that throws ends the plugin with the cause kept", async () => {
  const cause = new Error("disk full");
  const { use, wasi } = await startServices({
    logging: () => {
      throw cause;
    },
  });
  expect(() => use(id).log("info", "", "x")).toThrow(expect.toSatisfy(isEndSignal));
  const message = "cannot write to logging: the host's sink failed: disk full";
  expect(wasi.ended).toMatchObject({ error: { code: "trap", message, cause } });
});

test("without a grant it is swallowed", async () => {
  const { use, wasi } = await startServices();
  for (let turn = 0; turn < 100; turn++) use(id).log("info", "", "x".repeat(100_000));
  expect([[...wasi.denied], wasi.ended]).toEqual([[], undefined]);
});

test("a level that is none ends the plugin", async () => {
  const { use, wasi } = await startServices({ logging: () => expect.unreachable("logged") });
  expect(() => use(id).log("loud", "", "x")).toThrow(expect.toSatisfy(isEndSignal));
  expect(wasi.ended).toMatchObject({ error: { code: "trap" } });
});
