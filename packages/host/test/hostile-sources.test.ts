import { createHash } from "node:crypto";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspectPlugin, loadPlugin, type PluginSource } from "@polyplug/host";
import { afterAll, beforeAll, expect, test } from "vitest";
import { failure } from "./failure.ts";
import { revoked } from "./revoked.ts";
import { wat } from "./wat.ts";

const one = wat(`(module (func (export "f") (result i32) i32.const 1))`);
const two = wat(`(module (func (export "f") (result i32) i32.const 2))`);
const integrity = `sha256-${createHash("sha256").update(one).digest("base64")}`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "polyplug-hostile-sources-"));
});
afterAll(async () => rm(folder, { recursive: true }));

test("bytes that change after the call are not what is loaded, whenever they change", async () => {
  for (let turns = 0; turns < 12; turns++) {
    const bytes = one.slice();
    const loading = loadPlugin<{ f(): number }>(bytes, { integrity });
    for (let turn = 0; turn < turns; turn++) await undefined;
    bytes.set(two);
    expect((await loading).exports.f(), `after ${turns} turns`).toBe(1);
  }
});

/** Not among the types of the oldest engine that this has to compile for. */
interface Resizable extends ArrayBuffer {
  resize(size: number): void;
}

test("a buffer that shrinks or goes away meanwhile is loaded as it was", async () => {
  const buffer: Resizable = Reflect.construct(ArrayBuffer, [one.length, { maxByteLength: 1024 }]);
  new Uint8Array(buffer).set(one);
  const loading = loadPlugin<{ f(): number }>(buffer, { integrity });
  buffer.resize(0);
  expect((await loading).exports.f()).toBe(1);
  const gone = one.slice();
  structuredClone(gone.buffer, { transfer: [gone.buffer] });
  for (const source of [gone, gone.buffer]) {
    expect(await failure(() => loadPlugin(source))).toMatchObject({ code: "unreadable" });
  }
});

function response(body: unknown): PluginSource {
  return { ok: true, status: 200, url: "", bodyUsed: false, body } as PluginSource;
}

async function* chunks(...given: unknown[]): AsyncGenerator<unknown> {
  yield* given;
}

async function* failing(thrown: unknown): AsyncGenerator<unknown> {
  yield new Uint8Array(8);
  throw thrown;
}

test.each<[string, () => PluginSource]>([
  ["text as a chunk", () => response(chunks("\0asm"))],
  ["an ArrayBuffer as a chunk", () => response(chunks(one.buffer))],
  ["a chunk that lies about its length", () => response(chunks({ byteLength: 8 }))],
  ["a body that throws nothing", () => response(failing(undefined))],
  ["a body that throws what cannot be looked at", () => response(failing(revoked()))],
  ["a body that is none", () => response(5)],
  [
    "a body that is locked",
    () => {
      const locked = new Response(one);
      locked.body?.getReader();
      return locked;
    },
  ],
  ["a status that is none", () => ({ ok: false, status: Symbol("x"), url: "", bodyUsed: false, body: null }) as never],
  ["a circle of links", () => join(folder, "circle")],
  ["a name of 100,000 characters", () => "x".repeat(100_000)],
  ["a URL with a password", () => "https://user:secret@localhost/a.wasm"],
])("%s is unreadable", async (_, source) => {
  await symlink("circle", join(folder, "circle")).catch((error) => expect(error.code).toBe("EEXIST"));
  for (const use of [loadPlugin, inspectPlugin]) {
    const error = await failure(() => use(source()));
    expect(error.code).toBe("unreadable");
    expect(error.message).toMatch(/^cannot (load|inspect) .{1,220}: .{1,200}$/);
    expect(error.message).not.toContain("secret");
  }
});

test.each<[string, object]>([
  ["a proxy that was revoked", revoked()],
  ["what only pretends to be a URL", Object.create(URL.prototype)],
])("%s is no source", async (_, source) => {
  for (const use of [loadPlugin, inspectPlugin]) {
    expect(await failure(() => use(source as PluginSource))).toMatchObject({ code: "bad-argument" });
  }
});

// Only Linux has such a file.
test.runIf(process.platform === "linux")(
  "a file without size is empty, though reading it would never end",
  async () => {
    expect(await failure(() => loadPlugin("/proc/self/pagemap"))).toMatchObject({ code: "not-wasm" });
  },
);
