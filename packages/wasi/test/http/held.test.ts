import { isEndSignal } from "@polyplug/wasi";
import { expect, test } from "vitest";
import {
  bytes,
  codeOf,
  type FutureIncomingResponse,
  type Http,
  type OutgoingRequest,
  responseTo,
  type StartedClient,
  startClient,
} from "./start-client.ts";

test.each<[string, (client: StartedClient) => unknown]>([
  ["a request with its headers out", ({ request }) => keepingHeaders(request("/"))],
  ["a body with its stream out", ({ request }) => keepingStream(request("/"))],
  ["a future with its pollable out", ({ request, handle }) => keepingPollable(handle(request("/")))],
  ["a body with its stream out that is finished", ({ request, types }) => finishing(types, request("/"))],
])("%s ends the plugin", async (_, drop) => {
  const client = await startClient();
  expect(() => drop(client)).toThrow(expect.toSatisfy(isEndSignal));
  const reason = expect.stringContaining("1 resources that are children of it are still held");
  expect(client.wasi.ended).toMatchObject({ error: { code: "trap", reason } });
});

function keepingHeaders(request: OutgoingRequest): void {
  request.headers();
  request[Symbol.dispose]();
}

function keepingStream(request: OutgoingRequest): void {
  const body = request.body();
  body.write();
  body[Symbol.dispose]();
}

function keepingPollable(future: FutureIncomingResponse): void {
  future.subscribe();
  future[Symbol.dispose]();
}

function finishing(types: Http, request: OutgoingRequest): void {
  const body = request.body();
  body.write();
  types.OutgoingBody.finish(body, undefined);
}

test.each<[string, (client: StartedClient) => void]>([
  [
    "headers",
    ({ types }) => {
      const value = new Uint8Array(1_000_000).fill(120);
      for (let turn = 0; turn < 100; turn++) types.Fields.fromList([["x", value]]);
    },
  ],
  [
    "headers without bytes",
    ({ types }) => {
      const many = Array.from({ length: 100_000 }, (): [string, Uint8Array] => ["x", bytes("")]);
      for (let turn = 0; turn < 100; turn++) types.Fields.fromList(many);
    },
  ],
  [
    "bodies",
    ({ request }) => {
      for (let turn = 0; turn < 100; turn++) request("/").body().write().write(new Uint8Array(1_000_000));
    },
  ],
  [
    "requests that wait for their bodies",
    ({ request, handle }) => {
      for (let turn = 0; turn < 100; turn++) {
        const made = request("/", [["x", new Uint8Array(1_000_000).fill(120)]]);
        made.body();
        handle(made);
      }
    },
  ],
])("%s without an end end the plugin before they fill the host", async (_, flood) => {
  const client = await startClient();
  expect(() => flood(client)).toThrow(expect.toSatisfy(isEndSignal));
  const reason = expect.stringMatching(/has \d+ bytes kept for it then, allowed are 67108864$/);
  expect(client.wasi.ended).toMatchObject({ error: { code: "trap", reason } });
});

test.each(["sent", "dropped with its body", "dropped before its body is finished", "finished and dropped", "refused"])(
  "a request that was %s is kept no longer",
  async (what) => {
    const { request, handle, types, wasi } = await startClient({ maxRequest: "2MiB" });
    for (let turn = 0; turn < 70; turn++) {
      const made = request("/none", [["x", bytes("x".repeat(10_000))]]);
      made.setMethod({ tag: "post" });
      if (what === "refused") made.setAuthority("example.com");
      const body = made.body();
      const stream = body.write();
      stream.write(new Uint8Array(1_000_000));
      stream[Symbol.dispose]();
      if (what === "dropped before its body is finished") made[Symbol.dispose]();
      if (what === "dropped with its body") body[Symbol.dispose]();
      else types.OutgoingBody.finish(body, undefined);
      if (what === "sent") {
        const future = handle(made);
        responseTo(future)[Symbol.dispose]();
        future[Symbol.dispose]();
      } else if (what === "refused") expect(codeOf(() => handle(made))).toEqual({ tag: "HTTP-request-denied" });
      else made[Symbol.dispose]();
    }
    expect(wasi.ended).toBeUndefined();
  },
);
