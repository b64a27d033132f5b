import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { loadPlugin } from "@polyplug/host";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { failure } from "../failure.ts";
import { apart, loadOn } from "../tiers/tiers.ts";
import { fixture } from "./fixture.ts";

interface Fetching {
  fetch(authority: string, path: string): number;
}

/** What the plugin gives for these error codes, and in front of them where the request was refused at once. */
const [denied, late, refused] = [0, 1, 2];
const failed = 1000;
const atOnce = 3000;

const heard: string[] = [];
const server = createServer((request, response) => {
  heard.push(request.url ?? "");
  if (request.url === "/hang") return;
  if (request.url === "/redirect") response.setHeader("location", "http://169.254.169.254/");
  response.statusCode = request.url === "/redirect" ? 302 : 200;
  response.end("body");
});
let authority = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  authority = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close().closeAllConnections());

describe.each(apart)("on the tier %s", (tier) => {
  test("a plugin waits for a response, and its host does not", async () => {
    const http = { allow: [`http://${authority}`] };
    using plugin = await loadOn<Fetching>(tier, fixture("http"), { grant: { http } });
    let isWaiting = true;
    const status = Promise.resolve(plugin.exports.fetch(authority, "/")).then((value) => {
      isWaiting = false;
      return value;
    });
    expect(isWaiting).toBe(true);
    expect(await status).toBe(200);
    for (let turn = 0; turn < 40; turn++) expect(await plugin.exports.fetch(authority, "/again")).toBe(200);
  });

  test("a redirect is the plugin's to follow, and it reaches nothing that is not granted", async () => {
    const http = { allow: [`http://${authority}`] };
    using plugin = await loadOn<Fetching>(tier, fixture("http"), { grant: { http } });
    heard.splice(0);
    expect(await plugin.exports.fetch(authority, "/redirect")).toBe(302);
    for (const other of ["169.254.169.254", "localhost", "127.0.0.1:8080"]) {
      expect(await plugin.exports.fetch(other, "/"), other).toBe(atOnce + denied);
    }
    expect(heard).toEqual(["/redirect"]);
  });

  test("a failure is told to the plugin, which goes on", async () => {
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, "127.0.0.1", resolve));
    const nobody = `127.0.0.1:${(gone.address() as AddressInfo).port}`;
    gone.close();
    const http = { allow: [`http://${authority}`, `http://${nobody}`], timeout: "1s" };
    using plugin = await loadOn<Fetching>(tier, fixture("http"), { grant: { http }, limits: { time: "1min" } });
    expect(await plugin.exports.fetch(authority, "/hang")).toBe(failed + late);
    expect(await plugin.exports.fetch(nobody, "/")).toBe(failed + refused);
    expect(await plugin.exports.fetch(authority, "/")).toBe(200);
  });

  test("a plugin that is disposed while it waits lets go of its requests", async () => {
    const http = { allow: [`http://${authority}`] };
    const plugin = await loadOn<Fetching>(tier, fixture("http"), { grant: { http } });
    const closed = new Promise<void>((resolve) => {
      server.once("request", (request) => request.socket.once("close", () => resolve()));
    });
    const waiting = failure(async () => await plugin.exports.fetch(authority, "/hang"));
    await new Promise<void>((resolve) => server.once("request", () => resolve()));
    plugin.dispose();
    expect((await waiting).code).toBe("disposed");
    await closed;
  });

  test("what is no grant is refused", async () => {
    const load = () => loadOn(tier, fixture("http"), { grant: { http: { allow: ["*"] } } });
    expect(await failure(load)).toMatchObject({ code: "bad-argument", path: "grant.http.allow[0]" });
  });

  test("without a grant no request is sent", async () => {
    using plugin = await loadOn<Fetching>(tier, fixture("http"));
    expect(await plugin.exports.fetch(authority, "/")).toBe(atOnce + denied);
  });
});

test("in the thread of its host a plugin is not granted it, and told where it would be", async () => {
  const load = () => loadPlugin(fixture("http"), { name: "p", grant: { http: { allow: [`http://${authority}`] } } });
  const reason = 'a plugin cannot wait for a response in the thread of its host; load it with isolation: "worker"';
  expect(await failure(load)).toMatchObject({ code: "unsupported", path: "grant.http", reason });
  using plugin = await loadPlugin<Fetching>(fixture("http"));
  expect(plugin.exports.fetch(authority, "/")).toBe(atOnce + denied);
});
