import { expect, test } from "vitest";
import { bytesOf, type OutputStream, textOf } from "../start-preview2.ts";
import { codeOf, contentOf, open, startFiles } from "./start-files.ts";

const closed = { tag: "closed" };

test("a stream reads on from its offset, and stays at the end once it came there", async () => {
  const { root } = await startFiles({ file: "0123456789" });
  const file = open(root, "file");
  const stream = file.readViaStream(2n);
  expect([textOf(stream.read(3n)), stream.skip(1n), textOf(stream.blockingRead(2n))]).toEqual(["234", 1n, "67"]);
  expect([stream.read(0n), stream.blockingSkip(100n)]).toEqual([bytesOf(""), 2n]);
  expect(stream.read(0n)).toEqual(bytesOf(""));
  expect(codeOf(() => stream.read(1n))).toEqual(closed);
  file.write(bytesOf("more"), 10n);
  for (const length of [0n, 5n]) expect(codeOf(() => stream.read(length))).toEqual(closed);
  expect(textOf(file.readViaStream(10n).read(9n))).toBe("more");
  expect(codeOf(() => file.readViaStream(2n ** 64n - 1n).read(1n))).toEqual(closed);
});

test("streams write on from an offset or at the end, and do not disturb each other", async () => {
  const { root } = await startFiles({ file: "0123456789" });
  const file = open(root, "file");
  const [low, high, end] = [file.writeViaStream(1n), file.writeViaStream(5n), file.appendViaStream()];
  low.write(bytesOf("ab"));
  high.blockingWriteAndFlush(bytesOf("xy"));
  end.write(bytesOf("!"));
  low.writeZeroes(1n);
  file.write(bytesOf("?"), 11n);
  end.write(bytesOf("!"));
  expect(contentOf(root, "file")).toBe("0ab\x004xy789!?!");
});

test("a stream goes on when its descriptor is dropped and the file has no name any more", async () => {
  const { root } = await startFiles({ file: "text" }, { maxHandles: 2 });
  const file = open(root, "file");
  const [reader, writer] = [file.readViaStream(0n), file.appendViaStream()];
  file[Symbol.dispose]();
  file[Symbol.dispose]();
  root.unlinkFileAt("file");
  writer.write(bytesOf("+"));
  expect(textOf(reader.read(10n))).toBe("text+");
  const another = () => open(root, "new", { write: true }, { create: true });
  reader[Symbol.dispose]();
  expect(codeOf(another)).toBe("quota");
  writer[Symbol.dispose]();
  expect(codeOf(another)).toBe("ok");
});

test.each<[string, (stream: OutputStream) => unknown]>([
  ["write", (stream) => stream.write(bytesOf("0123456789"))],
  ["blocking-write-and-flush", (stream) => stream.blockingWriteAndFlush(bytesOf("0123456789"))],
  ["write-zeroes", (stream) => stream.writeZeroes(10n)],
])("%s to a full disk fails once with the reason, and the stream is closed", async (_, write) => {
  const { root, use, wasi } = await startFiles({}, { maxBytes: 4 });
  const file = open(root, "file", { write: true }, { create: true });
  const stream = file.writeViaStream(0n);
  const failure = codeOf(() => write(stream)) as { tag: string; val: { toDebugString(): string } };
  expect(failure.tag).toBe("last-operation-failed");
  expect(use("wasi:filesystem/types").filesystemErrorCode(failure.val)).toBe("insufficient-space");
  expect(failure.val.toDebugString()).toBe("the file cannot be written to: insufficient-space");
  expect(use("wasi:sockets/network").networkErrorCode(failure.val)).toBeUndefined();
  for (const call of [
    () => stream.write(bytesOf("")),
    () => stream.checkWrite(),
    () => stream.flush(),
    () => stream.blockingFlush(),
    () => stream.writeZeroes(0n),
    () => write(stream),
  ]) {
    expect(codeOf(call)).toEqual(closed);
  }
  expect([stream.subscribe().ready(), file.stat().size, wasi.ended]).toEqual([true, 0n, undefined]);
  file.writeViaStream(0n).write(bytesOf("fits"));
});

test("a splice moves from file to file and to stdout, and from a file to itself", async () => {
  const chunks: string[] = [];
  const grant = { stdout: (chunk: Uint8Array) => chunks.push(textOf(chunk)) };
  const { root, use } = await startFiles({ from: "0123456789", to: "" }, { maxBytes: 40 }, grant);
  const [from, to] = [open(root, "from"), open(root, "to")];
  const sink = to.writeViaStream(0n);
  expect([sink.splice(from.readViaStream(2n), 4n), sink.blockingSplice(from.readViaStream(8n), 100n)]).toEqual([
    4n,
    2n,
  ]);
  expect(contentOf(root, "to")).toBe("234589");
  use("wasi:cli/stdout").getStdout().splice(from.readViaStream(7n), 99n);
  expect(chunks).toEqual(["789"]);
  from.writeViaStream(3n).splice(from.readViaStream(0n), 10n);
  expect(contentOf(root, "from")).toBe("0120123456789");
  expect(codeOf(() => sink.splice(from.readViaStream(100n), 1n))).toEqual(closed);
});

test("a splice into a closed stream takes nothing from its source", async () => {
  const { root, use } = await startFiles({}, { maxBytes: 1 }, { stdin: "abc" });
  const sink = open(root, "file", { write: true }, { create: true }).writeViaStream(0n);
  expect(codeOf(() => sink.write(bytesOf("two")))).toMatchObject({ tag: "last-operation-failed" });
  const stdin = use("wasi:cli/stdin").getStdin();
  for (const splice of [() => sink.splice(stdin, 3n), () => sink.blockingSplice(stdin, 3n)]) {
    expect(codeOf(splice)).toEqual(closed);
  }
  expect(textOf(stdin.read(9n))).toBe("abc");
});

test("streams of files are ready beside clocks that are not, and nothing waits", async () => {
  const { root, use } = await startFiles({ file: "text" }, undefined, { clock: true });
  const file = open(root, "file");
  const later = use("wasi:clocks/monotonic-clock").subscribeDuration(10n ** 18n);
  const [reader, writer] = [file.readViaStream(100n).subscribe(), file.appendViaStream().subscribe()];
  expect([...Array.from(use("wasi:io/poll").poll([later, reader, writer, later]))]).toEqual([1, 2]);
});
