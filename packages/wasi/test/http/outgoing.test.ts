import { createPreview2, isEndSignal } from "@polyplug/wasi";
import { expect, test } from "vitest";
import { textOf } from "../preview2/start-preview2.ts";
import type { BlockingHttp } from "./blocking-http.ts";
import {
  bytes,
  codeOf,
  failureOf,
  type OutgoingRequest,
  readAll,
  responseTo,
  startClient,
  startHttp,
} from "./start-client.ts";

test("a request goes out, and its response comes in piece by piece", async () => {
  const { request, handle, types, http, wasi } = await startClient();
  const made = request("/echo?a=b", [["X-Own", bytes("yes")]]);
  made.setMethod({ tag: "post" });
  const body = made.body();
  const stream = body.write();
  for (const text of ["some ", "", "text"]) stream.blockingWriteAndFlush(bytes(text));
  stream[Symbol.dispose]();
  types.OutgoingBody.finish(body, undefined);
  const future = handle(made);
  const response = responseTo(future);
  expect([response.status(), future.get()]).toEqual([200, { tag: "err" }]);
  const headers = response.headers();
  expect(textOf(headers.get("Content-Type")[0] ?? bytes(""))).toBe("application/json");
  expect(codeOf(() => headers.append("x", bytes("y")))).toEqual({ tag: "immutable" });
  headers[Symbol.dispose]();
  const incoming = response.consume();
  expect(codeOf(() => response.consume())).toBeUndefined();
  const content = incoming.stream();
  expect(JSON.parse(readAll(content))).toMatchObject({ method: "POST", url: "/echo?a=b", body: "some text" });
  content[Symbol.dispose]();
  expect(types.IncomingBody.finish(incoming).get()).toEqual({ tag: "ok", val: { tag: "ok", val: undefined } });
  response[Symbol.dispose]();
  future[Symbol.dispose]();
  expect([http.heard(), wasi.ended]).toEqual([["POST /echo?a=b"], undefined]);
});

test("a body that is written after the request was handed over sends it then", async () => {
  const { request, handle, types, http } = await startClient();
  const made = request("/echo");
  made.setMethod({ tag: "other", val: "PATCH" });
  const body = made.body();
  const future = handle(made);
  expect([future.get(), http.called]).toEqual([undefined, []]);
  const stream = body.write();
  stream.write(bytes("late"));
  stream[Symbol.dispose]();
  types.OutgoingBody.finish(body, undefined);
  const content = responseTo(future).consume().stream();
  expect(JSON.parse(readAll(content))).toMatchObject({ method: "PATCH", body: "late" });
});

test("a query alone and nothing are of the root", async () => {
  const { request, handle, http } = await startClient();
  for (const path of ["?q", undefined, ""]) expect(responseTo(handle(request(path))).status()).toBe(404);
  expect(http.heard()).toEqual(["GET /?q", "GET /", "GET /"]);
});

test("several responses are waited for at once, with a clock beside them", async () => {
  const { request, handle, poll, clock } = await startClient({}, { clock: true });
  const [hanging, pieces] = [handle(request("/hang")), handle(request("/pieces"))];
  const [never, soon] = [hanging.subscribe(), pieces.subscribe()];
  expect(Array.from(poll([never, soon, clock.subscribeDuration(10n ** 18n)]))).toEqual([1]);
  expect([never.ready(), soon.ready(), hanging.get()]).toEqual([false, true, undefined]);
  const stream = responseTo(pieces).consume().stream();
  stream.subscribe().block();
  expect(textOf(stream.read(100n))).toBe("one,");
  // A wait for what goes on elsewhere is no sleep, for which a grant would be needed.
  expect(Array.from(poll([never, clock.subscribeDuration(1_000_000n)]))).toEqual([1]);
  expect(readAll(stream)).toBe("two");
});

test("a redirect is the plugin's to follow, and where it leads is looked up", async () => {
  const { request, handle, http, types } = await startClient();
  const evil = "http://169.254.169.254/latest/meta-data";
  const response = responseTo(handle(request(`/redirect?to=${encodeURIComponent(evil)}`)));
  expect([response.status(), textOf(response.headers().get("location")[0] ?? bytes(""))]).toEqual([302, evil]);
  const next = new types.OutgoingRequest(new types.Fields());
  next.setScheme({ tag: "HTTP" });
  next.setAuthority("169.254.169.254");
  next.setPathWithQuery("/latest/meta-data");
  expect(codeOf(() => handle(next))).toEqual({ tag: "HTTP-request-denied" });
  expect(http.heard()).toHaveLength(1);
});

test("a response beyond its bound fails where it is read, with a code that http-error-code tells", async () => {
  const { request, handle, types, wasi } = await startClient({ maxResponse: 1000 });
  const stream = responseTo(handle(request("/bytes?count=100000")))
    .consume()
    .stream();
  expect(codeOf(() => readAll(stream))).toMatchObject({ tag: "last-operation-failed" });
  const { val } = codeOf(() =>
    readAll(
      responseTo(handle(request("/bytes?count=1001")))
        .consume()
        .stream(),
    ),
  ) as { val: { toDebugString(): string } };
  expect(types.httpErrorCode(val)).toEqual({ tag: "HTTP-response-body-size", val: 1000n });
  expect(val.toDebugString()).toBe("the response is not complete: HTTP-response-body-size");
  expect(codeOf(() => stream.read(1n))).toEqual({ tag: "closed" });
  expect(wasi.ended).toBeUndefined();
});

test("a response that does not come fails the future, within the plugin's own timeout too", async () => {
  const { request, handle, types } = await startClient({ timeout: "10s" });
  const options = new types.RequestOptions();
  options.setFirstByteTimeout(20_000_000n);
  expect(failureOf(handle(request("/hang"), options))).toEqual({ tag: "HTTP-response-timeout" });
});

test.each([
  ["it is waited for", undefined],
  ["its body is dropped", "drop"],
])("a request without the end of its body is not sent: %s", async (_, drop) => {
  const { request, handle, http, wasi } = await startClient();
  const made = request("/echo");
  made.setMethod({ tag: "put" });
  const body = made.body();
  const future = handle(made);
  if (drop) body[Symbol.dispose]();
  expect(failureOf(future)).toMatchObject({ tag: "internal-error" });
  expect([http.called, wasi.ended]).toEqual([[], undefined]);
});

test("a body of another length than was declared, and trailers, are not sent", async () => {
  const { request, handle, types, http } = await startClient();
  for (const [length, trailers, code] of [
    ["5", undefined, { tag: "HTTP-request-body-size", val: 4n }],
    ["4", new types.Fields(), { tag: "internal-error", val: "trailers cannot be sent" }],
  ] as const) {
    const made = request("/echo", [["content-length", bytes(length)]]);
    made.setMethod({ tag: "put" });
    const body = made.body();
    const stream = body.write();
    stream.write(bytes("four"));
    stream[Symbol.dispose]();
    expect(codeOf(() => types.OutgoingBody.finish(body, trailers))).toEqual(code);
    expect(codeOf(() => handle(made))).toMatchObject({ tag: "internal-error" });
  }
  expect(http.called).toEqual([]);
});

test("headers are checked when they are set, and names are told apart by letters alone", async () => {
  const { types } = await startHttp();
  const fields = types.Fields.fromList([
    ["X-One", bytes("1")],
    ["x-one", bytes("2")],
    ["x-two", bytes("")],
  ]);
  expect([fields.get("X-ONE").map(textOf), fields.has("x-TWO"), fields.get("x two"), fields.has("none")]).toEqual([
    ["1", "2"],
    true,
    [],
    false,
  ]);
  const copy = fields.clone();
  copy.set("X-one", [bytes("3")]);
  copy.delete("x-two");
  copy.append("last", bytes("a b"));
  expect(copy.entries().map(([name, value]) => [name, textOf(value)])).toEqual([
    ["X-one", "3"],
    ["last", "a b"],
  ]);
  expect(fields.entries()).toHaveLength(3);
  for (const name of ["Host", "connection", "Transfer-Encoding", "proxy-authorization", "upgrade"]) {
    expect(
      codeOf(() => fields.append(name, bytes("x"))),
      name,
    ).toEqual({ tag: "forbidden" });
    expect(
      codeOf(() => types.Fields.fromList([[name, bytes("x")]])),
      name,
    ).toEqual({ tag: "forbidden" });
  }
  for (const [name, value] of [
    ["", "x"],
    ["a b", "x"],
    ["a:", "x"],
    ["é", "x"],
    ["a", "x\r\ny: z"],
    ["a", "x\0"],
    ["a", " x"],
  ] as const) {
    expect(
      codeOf(() => fields.append(name, bytes(value))),
      name,
    ).toEqual({ tag: "invalid-syntax" });
    expect(
      codeOf(() => fields.set(name, [bytes(value)])),
      name,
    ).toEqual({ tag: "invalid-syntax" });
  }
});

test.each<[string, (request: OutgoingRequest) => void]>([
  ["an authority with a user", (request) => request.setAuthority("a@b")],
  ["an authority with a path", (request) => request.setAuthority("a/b")],
  ["an empty authority", (request) => request.setAuthority("")],
  ["a path without its slash", (request) => request.setPathWithQuery("@evil.org")],
  ["a path with a space", (request) => request.setPathWithQuery("/a b")],
  ["a method with a line end", (request) => request.setMethod({ tag: "other", val: "GET\r\n" })],
  ["a scheme with a colon", (request) => request.setScheme({ tag: "other", val: "a:" })],
])("%s is refused when it is set", async (_, set) => {
  const { request, wasi } = await startClient();
  expect(() => set(request("/"))).toThrow(expect.objectContaining({ name: "ResultError", payload: undefined }));
  expect(wasi.ended).toBeUndefined();
});

test("without a grant requests can be made and none is sent", async () => {
  const { types, handle, wasi } = await startHttp();
  const request = new types.OutgoingRequest(new types.Fields());
  request.setAuthority("example.com");
  expect(codeOf(() => handle(request))).toEqual({ tag: "HTTP-request-denied" });
  expect([[...wasi.denied], wasi.ended]).toEqual([["http"], undefined]);
  const response = new types.OutgoingResponse(new types.Fields());
  response.setStatusCode(404);
  expect([response.statusCode(), codeOf(() => response.setStatusCode(99))]).toEqual([404, undefined]);
});

test("a request without an authority, or of a scheme that nobody speaks, is not sent", async () => {
  const { request, handle, http } = await startClient();
  const [nowhere, strange] = [request("/"), request("/")];
  nowhere.setAuthority(undefined);
  strange.setScheme({ tag: "other", val: "gopher" });
  expect(codeOf(() => handle(nowhere))).toEqual({ tag: "HTTP-request-URI-invalid" });
  expect(codeOf(() => handle(strange))).toEqual({ tag: "HTTP-request-denied" });
  expect(http.heard()).toEqual([]);
});

test("no request ever comes in", async () => {
  const { types, wasi } = await startHttp();
  expect(() => types.ResponseOutparam.set(undefined, undefined)).toThrow(expect.toSatisfy(isEndSignal));
  expect(wasi.ended).toMatchObject({ error: { code: "trap" } });
});

test("what sends requests may fail, which ends the plugin with the cause kept", async () => {
  const cause = new Error("no network");
  const transport: BlockingHttp["transport"] = {
    send: () => {
      throw cause;
    },
    wait: () => [],
    receive: () => ({ status: 200, headers: [] }),
    read: () => undefined,
    close: () => undefined,
  };
  const { types, handle, wasi } = await startHttp({ http: transport });
  const request = new types.OutgoingRequest(new types.Fields());
  request.setAuthority("example.com");
  expect(() => handle(request)).toThrow(expect.toSatisfy(isEndSignal));
  expect(wasi.ended).toMatchObject({ error: { code: "trap", cause } });
});

test("in the thread of its host a plugin is not granted HTTP, for it could not wait for it", async () => {
  const grant = { http: { allow: ["https://api.example.com"] } };
  await expect(createPreview2(grant, { name: "guest" })).rejects.toMatchObject({
    code: "unsupported",
    path: "grant.http",
    message:
      'cannot grant http to guest: a plugin cannot wait for a response in the thread of its host; load it with isolation: "worker"',
  });
  await expect(createPreview2({ http: { alow: [] } } as never, { name: "guest" })).rejects.toMatchObject({
    code: "bad-argument",
    path: "grant.http.alow",
  });
});
