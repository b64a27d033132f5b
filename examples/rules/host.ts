/** A web server whose rules are a plugin, which is replaced while requests come in. */

import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startServer } from "./start-server.ts";

const [folder = "."] = process.argv.slice(2);
const policy = join(folder, "policy.wasm");

await copyFile(join(folder, "read-only.wasm"), policy);
const told: string[] = [];
const server = await startServer(policy, { port: 0, tell: (line) => told.push(line) });
await show("GET", "/");
await show("POST", "/notes");

// Somebody asks for the door all the time, which each of the policies allows.
const visits: number[] = [];
const visitor = new AbortController();
const visiting = (async () => {
  while (!visitor.signal.aborted) visits.push((await fetch(`${server.url}/door`)).status);
})();

await take("members-only.wasm");
await show("GET", "/");
await show("POST", "/notes");
await show("POST", "/notes", { authorization: "member" });

await writeFile(policy, "this is no plugin");
await news();
await show("GET", "/");

visitor.abort();
await visiting;
console.log(`visits that failed meanwhile: ${visits.filter((status) => status !== 200).length}`);

await take("unfinished.wasm");
await show("GET", "/");
await take("read-only.wasm");
await show("GET", "/");
await server.stop();

async function show(method: string, path: string, headers: Record<string, string> = {}): Promise<void> {
  const response = await fetch(server.url + path, { method, headers, redirect: "manual" });
  const who = headers["authorization"] === undefined ? "" : ` as ${headers["authorization"]}`;
  console.log(`${method} ${path}${who}: ${response.status}, ${await response.text()}`);
}

async function take(plugin: string): Promise<void> {
  await copyFile(join(folder, plugin), policy);
  await news();
}

/** Waits until the server has told something of its policy, and prints it. */
async function news(): Promise<void> {
  while (told.length === 0) await sleep(10);
  console.log(`\n${told.shift()}`);
}
