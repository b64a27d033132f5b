import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { openWorkplace, type Workplace } from "./workplace.ts";

let workplace: Workplace;
let server: Server;
/** The paths that were asked for. */
let asked: string[] = [];

beforeAll(async () => {
  workplace = await openWorkplace();
  server = createServer(async ({ url = "" }, response) => {
    asked.push(url);
    response.end(await readFile(join(workplace.folder, url.slice(1))));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return async () => {
    server.close();
    await workplace.remove();
  };
});

beforeEach(() => {
  asked = [];
});

test.each([
  ["inspect", "shout.wasm", "inspect URL"],
  ["call of a bare module", "numbers.wasm", "call URL add 1 7"],
  ["call of a plugin with a contract", "shout.wasm", `call URL transform '"hello"'`],
  ["call with stubs", "counts.wasm", "call --stub URL count 1"],
  ["run", "hello.wasm", "run URL"],
  ["check", "shout.wasm", "check URL --contract shout.wit"],
  ["types", "shout.wasm", "types URL"],
])("%s asks a URL once", async (_, file, line) => {
  const { port } = server.address() as AddressInfo;
  const { exitCode } = await workplace.shell(`polyplug ${line.replace("URL", `http://127.0.0.1:${port}/${file}`)}`);
  expect({ exitCode, asked }).toEqual({ exitCode: 0, asked: [`/${file}`] });
});

test("what is behind a URL is called by it where it cannot be loaded", async () => {
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/text.wasm`;
  const { stderr } = await workplace.shell(`polyplug call ${url} add 1 7`);
  expect(stderr).toBe(`polyplug: cannot load ${url}: it does not begin with \\0asm, it looks like text\n`);
});
