import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inspectPlugin, loadPlugin } from "@polyplug/host";
import { afterAll, beforeAll, expect, test } from "vitest";
import { failure } from "./failure.ts";
import { wat } from "./wat.ts";

interface Adder {
  adder(a: number, b: number): number;
}

const bytes = wat(`(module (func (export "adder") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add))`);
const integrity = `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
let folder: string;
let file: string;
let server: Server;
let origin: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "polyplug-sources-"));
  file = join(folder, "adder.wasm");
  await writeFile(file, bytes);
  server = createServer((request, response) => {
    if (request.url?.startsWith("/adder.wasm")) response.setHeader("content-type", "application/wasm").end(bytes);
    else if (request.url === "/cut") {
      response.writeHead(200, { "content-length": bytes.length });
      response.write(bytes.subarray(0, 8), () => response.destroy());
    } else response.writeHead(404).end("not here");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  origin = `http://127.0.0.1:${address.port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

test.each<[string, () => Parameters<typeof loadPlugin>[0] | Promise<Response>]>([
  ["a path", () => file],
  ["a file URL", () => pathToFileURL(file)],
  ["a file URL as text", () => pathToFileURL(file).href],
  ["a URL", () => new URL(`${origin}/adder.wasm`)],
  ["a URL as text", () => `${origin}/adder.wasm`],
  ["a data URL", () => `data:application/wasm;base64,${Buffer.from(bytes).toString("base64")}`],
  ["bytes", () => bytes],
  ["an ArrayBuffer", () => bytes.buffer.slice(0)],
  [
    "a view of shared memory",
    () => new Uint8Array(new SharedArrayBuffer(bytes.length)).fill(0).map((_, i) => bytes[i] ?? 0),
  ],
  ["a Response", () => fetch(`${origin}/adder.wasm`)],
  ["a Response of one's own", () => new Response(bytes)],
])("a plugin loads from %s", async (_, make) => {
  const plugin = await loadPlugin<Adder>(await make(), { integrity });
  expect(plugin.exports.adder(1, 7)).toBe(8);
});

test("a plugin is called by its file's name, or as one likes", async () => {
  expect((await loadPlugin(file)).name).toBe("adder");
  expect((await loadPlugin(`${origin}/adder.wasm?v=2#x`)).name).toBe("adder");
  expect((await loadPlugin(bytes)).name).toBe("plugin");
  expect((await loadPlugin(file, { name: "sum" })).name).toBe("sum");
});

test("a hash that differs is told before anything compiles, with both hashes", async () => {
  const other = `sha256-${createHash("sha256").update("other").digest("base64")}`;
  const error = await failure(() => loadPlugin(file, { integrity: other }));
  expect(error.code).toBe("integrity");
  expect(error.message).toBe(`cannot load ${file}: its hash is ${integrity}, wanted was ${other}`);
  // Not even recognised: what is wrong with these bytes is their hash.
  expect((await failure(() => loadPlugin(new Uint8Array(8), { integrity }))).code).toBe("integrity");
  expect((await loadPlugin<Adder>(file, { integrity: `${other} ${integrity}` })).exports.adder(2, 4)).toBe(6);
});

test.each(["", "sha256-", "sha1-abc", "sha512-AAAA", "sha256-!!!"])("integrity %j is refused", async (wanted) => {
  expect(await failure(() => loadPlugin(bytes, { integrity: wanted }))).toMatchObject({
    code: "bad-argument",
    path: "integrity",
  });
});

test("what cannot be read is `unreadable`, and says why", async () => {
  const pipe = join(folder, "pipe");
  execFileSync("mkfifo", [pipe]);
  const consumed = new Response(bytes);
  await consumed.arrayBuffer();
  const cases: [Parameters<typeof loadPlugin>[0], string][] = [
    [join(folder, "missing.wasm"), "there is no such file"],
    [join(file, "inside"), "there is no such file"],
    [folder, "it is a directory"],
    [pipe, "it is not a regular file"],
    [`${origin}/missing`, "the server answered 404"],
    [`${origin}/cut`, "the body ended early: "],
    ["http://127.0.0.1:1/", "the request failed: "],
    ["http://", "it is not a valid URL"],
    ["ftp://example.org/a.wasm", "a plugin is not read from a ftp: URL"],
    [consumed, "the Response's body was already consumed"],
  ];
  for (const [source, why] of cases) {
    for (const use of [loadPlugin, inspectPlugin]) {
      const error = await failure(() => use(source));
      expect(error.code).toBe("unreadable");
      expect(error.reason.startsWith(why), error.message).toBe(true);
    }
  }
});

test.each([[null], [undefined], [42], [{}], [[]]])("%j is no source", async (source) => {
  const error = await failure(() => loadPlugin(source as never));
  expect(error.code).toBe("bad-argument");
});
