import { ResultError } from "@polyplug/errors";
import { type HttpExchanges, type HttpGrant, type HttpRequest, openHttpExchanges } from "@polyplug/wasi";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { startTestServer } from "./test-server.ts";

const server = await startTestServer();
const other = await startTestServer();
afterAll(() => {
  server.close();
  other.close();
});

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (value: Uint8Array | undefined) => new TextDecoder().decode(value);

function open(grant: Partial<HttpGrant> = {}): HttpExchanges {
  const exchanges = openHttpExchanges("guest", { allow: [`http://${server.authority}`], ...grant });
  onTestFinished(() => exchanges.release());
  return exchanges;
}

function request(path: string, more: Partial<HttpRequest> = {}): HttpRequest {
  const { authority } = server;
  const timeouts = { headTimeout: undefined, pieceTimeout: undefined };
  return { method: "GET", scheme: "http", authority, path, headers: [], body: bytes(""), ...timeouts, ...more };
}

async function whole(exchanges: HttpExchanges, exchange: number): Promise<string> {
  let read = "";
  for (let piece = await exchanges.read(exchange, 100_000); piece; piece = await exchanges.read(exchange, 100_000)) {
    read += text(piece);
  }
  return read;
}

async function codeOf(work: () => unknown): Promise<unknown> {
  try {
    return await work();
  } catch (thrown) {
    if (!ResultError.is(thrown)) throw thrown;
    return thrown.payload;
  }
}

const denied = { tag: "HTTP-request-denied" };

test.each([
  ["https", "api.example.org", "/", "another host"],
  ["https", "example.com", "/", "a domain above"],
  ["https", "x.api.example.com", "/", "a domain below"],
  ["https", "api.example.com.", "/", "a dot at the end"],
  ["https", "api.example.com.evil.org", "/", "a longer host"],
  ["https", "evil-api.example.com", "/", "a host that ends like it"],
  ["http", "api.example.com", "/", "another scheme"],
  ["ftp", "api.example.com", "/", "a scheme that is none of HTTP's"],
  ["https:", "api.example.com", "/", "a scheme with more to it"],
  ["https", "api.example.com:8443", "/", "another port"],
  ["https", "api.example.com:80", "/", "the port of the other scheme"],
  ["https", "user@api.example.com", "/", "a user"],
  ["https", "user:password@api.example.com", "/", "credentials"],
  ["https", "api.example.com@evil.org", "/", "the host as credentials"],
  ["https", "evil.org#@api.example.com", "/", "a fragment"],
  ["https", "evil.org/@api.example.com", "/", "a path in the host"],
  ["https", "evil.org\\@api.example.com", "/", "a backslash"],
  ["https", "evil.org?@api.example.com", "/", "a query"],
  ["https", "api%2eexample.com", "/", "an escape"],
  ["https", "api.example.com\t", "/", "a tab, which the parser would drop"],
  ["https", " api.example.com", "/", "a space"],
  ["https", "api.example.com\r\nx: y", "/", "a line end"],
  ["https", "api.exampl\u0435.com", "/", "a letter that looks like it"],
  ["https", "", "/", "no host"],
  ["https", "api.example.com:", "/", "no port"],
  ["https", "api.example.com", "@evil.org/", "a path that makes the host a user"],
  ["https", "api.example.com", ".evil.org/", "a path that makes the host longer"],
  ["https", "api.example.com", ":8443/", "a path that is a port"],
  ["https", "api.example.com", "/a b", "a space in the path"],
  ["https", "api.example.com", "/a\r\nhost: evil.org", "a line end in the path"],
  ["https", "api.example.com", "/a#b", "a fragment in the path"],
  ["https", "93.184.216.34", "/", "an address that may be that host's"],
  ["http", "169.254.169.254", "/latest/meta-data", "the address of a cloud's metadata"],
  ["http", "[::ffff:127.0.0.1]", "/", "an address within another"],
  ["http", "localhost", "/", "this machine by name"],
  ["http", "2130706433", "/", "this machine as a number"],
  ["http", "0x7f.1", "/", "this machine in hexadecimal digits"],
])("%s://%s%j is not https://api.example.com: %s", async (scheme, authority, path) => {
  const exchanges = open({ allow: ["https://api.example.com"] });
  expect(await codeOf(() => exchanges.send(request(path, { scheme, authority })))).toEqual(denied);
});

test.each(["127.1", "0x7f.0.0.1", "2130706433", "0177.0.0.1"])(
  "an address that is allowed is reached however it is written: %s",
  async (host) => {
    const exchanges = open();
    const authority = server.authority.replace("127.0.0.1", host);
    const exchange = exchanges.send(request("/none", { authority }));
    expect((await exchanges.receive(exchange)).status).toBe(404);
  },
);

test("names are compared as the URL parser writes them, in a grant and in a request", async () => {
  const port = server.authority.replace(/.*:/, "");
  const exchanges = open({ allow: [`HTTP://LocalHost:${port}`] });
  const exchange = exchanges.send(request("/none", { authority: `lOCALHOST:${port}` }));
  expect(await codeOf(() => exchanges.receive(exchange))).toMatchObject({ status: 404 });
  expect(await codeOf(() => exchanges.send(request("/none")))).toEqual(denied);
});

test.each([
  ["*", '"*"'],
  ["https://*.example.com", '"https://*.example.com"'],
  ["api.example.com", '"api.example.com"'],
  ["https://user@api.example.com", '"https://user@api.example.com"'],
  ["https://api.example.com/v1", '"https://api.example.com/v1"'],
  ["https://api.example.com?x", '"https://api.example.com?x"'],
  ["https:api.example.com", '"https:api.example.com"'],
  ["ftp://example.com", '"ftp://example.com"'],
  ["https://", '"https://"'],
  [5, "5"],
])("a grant of %j says more or less than an origin", (origin, shown) => {
  const reason = `allow[1]: expected an origin such as "https://api.example.com", got ${shown}`;
  expect(() => open({ allow: ["https://a.example", origin as string] })).toThrow(
    expect.objectContaining({ code: "bad-argument", path: "grant.http.allow[1]", reason }),
  );
});

test.each([
  [{ alow: [] }, "grant.http.alow"],
  [{ allow: "https://a.example" }, "grant.http.allow"],
  [{ maxResponse: "1 potato" }, "grant.http.maxResponse"],
  [{ maxRequest: -1 }, "grant.http.maxRequest"],
  [{ timeout: "0ms" }, "grant.http.timeout"],
  [{ timeout: 30 }, "grant.http.timeout"],
  [{ timeout: "100000min" }, "grant.http.timeout"],
])("a grant of another shape is refused: %o", (grant, path) => {
  expect(() => open(grant as never)).toThrow(expect.objectContaining({ code: "bad-argument", path }));
});

test("a request comes as it was made, with nothing of the host's in it", async () => {
  const exchanges = open();
  const headers = [
    ["X-Own", bytes("yes")],
    ["authorization", bytes("Bearer mine")],
    ["content-length", bytes("4")],
  ] as const;
  const exchange = exchanges.send(request("/echo?q=1", { method: "POST", headers, body: bytes("body") }));
  const head = await exchanges.receive(exchange);
  const names = head.headers.map(([name]) => name);
  expect([head.status, names.filter((name) => name === "set-cookie")]).toEqual([200, ["set-cookie", "set-cookie"]]);
  expect(names).not.toContain("connection");
  expect(names).not.toContain("keep-alive");
  const echo = JSON.parse(await whole(exchanges, exchange));
  expect(echo).toMatchObject({ method: "POST", url: "/echo?q=1", body: "body" });
  const sent = new Map<string, string>();
  for (let at = 0; at < echo.headers.length; at += 2) sent.set(echo.headers[at].toLowerCase(), echo.headers[at + 1]);
  expect(sent.get("x-own")).toBe("yes");
  expect(sent.get("authorization")).toBe("Bearer mine");
  expect(sent.get("content-length")).toBe("4");
  expect(sent.get("host")).toBe(server.authority);
  for (const name of ["cookie", "referer", "origin"]) expect(sent.has(name)).toBe(false);
});

test.each([301, 302, 303, 307, 308])("a redirect is handed to the plugin and not followed (%i is one)", async () => {
  const exchanges = open();
  const to = `http://${other.authority}/secret`;
  const exchange = exchanges.send(request(`/redirect?to=${encodeURIComponent(to)}`));
  const { status, headers } = await exchanges.receive(exchange);
  const location = headers.find(([name]) => name === "location");
  expect([status, text(location?.[1]), await whole(exchanges, exchange)]).toEqual([302, to, "moved"]);
  expect(await codeOf(() => exchanges.send(request("/secret", { authority: other.authority })))).toEqual(denied);
  expect(other.heard).toEqual([]);
});

test("a response is cut at its bound, and what comes then is why", async () => {
  const exchanges = open({ maxResponse: 1000 });
  const fits = exchanges.send(request("/bytes?count=1000"));
  await exchanges.receive(fits);
  expect(await whole(exchanges, fits)).toHaveLength(1000);
  for (const path of ["/bytes?count=1001", "/bytes?count=5000000", "/bomb"]) {
    const exchange = exchanges.send(request(path, { headers: [["accept-encoding", bytes("gzip")]] }));
    const { headers } = await exchanges.receive(exchange);
    expect(headers.map(([name]) => name)).not.toContain("content-encoding");
    let read = 0;
    const code = await codeOf(async () => {
      for (let piece = await exchanges.read(exchange, 300); piece; piece = await exchanges.read(exchange, 300)) {
        expect(piece.length).toBeLessThanOrEqual(300);
        read += piece.length;
      }
    });
    expect([read, code]).toEqual([1000, { tag: "HTTP-response-body-size", val: 1000n }]);
  }
});

test.each([
  [{ method: "CONNECT" }, { tag: "HTTP-request-method-invalid" }],
  [{ method: "TRACE" }, { tag: "HTTP-request-method-invalid" }],
  [{ method: "GET\r\nx" }, { tag: "HTTP-request-method-invalid" }],
  [{ body: bytes("x") }, { tag: "HTTP-request-method-invalid" }],
  [
    { method: "POST", body: new Uint8Array(11) },
    { tag: "HTTP-request-body-size", val: 10n },
  ],
  [{ headers: [["host", bytes("evil.org")]] }, denied],
  [{ headers: [["Transfer-Encoding", bytes("chunked")]] }, denied],
  [{ headers: [["proxy-authorization", bytes("x")]] }, denied],
  [{ headers: [["x", bytes("a\r\nhost: evil.org")]] }, denied],
  [{ headers: [["x y", bytes("a")]] }, denied],
  [{ headers: [["x", new Uint8Array(20_000).fill(120)]] }, { tag: "HTTP-request-header-section-size", val: 16_384 }],
] as [Partial<HttpRequest>, unknown][])(
  "what must not be sent is refused before anything is: %o",
  async (more, code) => {
    const before = server.heard.length;
    expect(await codeOf(() => open({ maxRequest: 10 }).send(request("/echo", more)))).toEqual(code);
    expect(server.heard).toHaveLength(before);
  },
);

test.each([
  ["/hang", { timeout: "50ms" }, {}, { tag: "HTTP-response-timeout" }],
  ["/hang", {}, { headTimeout: 50 }, { tag: "HTTP-response-timeout" }],
  ["/stall", { timeout: "200ms" }, {}, { tag: "connection-read-timeout" }],
  ["/stall", {}, { pieceTimeout: 50 }, { tag: "connection-read-timeout" }],
  ["/cut", {}, {}, { tag: "connection-terminated" }],
  ["/garbage", {}, {}, { tag: "HTTP-protocol-error" }],
] as const)("%s with %o and %o ends with why", async (path, grant, more, code) => {
  const exchanges = open(grant);
  const failed = await codeOf(async () => {
    const exchange = exchanges.send(request(path, more));
    await exchanges.receive(exchange);
    return await whole(exchanges, exchange);
  });
  expect(failed).toMatchObject(code);
});

test("nobody there is told apart from no such name", async () => {
  const gone = await startTestServer();
  gone.close();
  const exchanges = open({ allow: [`http://${gone.authority}`, "http://no-such-host.invalid"] });
  const refused = exchanges.send(request("/", { authority: gone.authority }));
  expect(await codeOf(() => exchanges.receive(refused))).toMatchObject({ tag: "connection-refused" });
  const unknown = exchanges.send(request("/", { authority: "no-such-host.invalid" }));
  expect(await codeOf(() => exchanges.receive(unknown))).toEqual({ tag: "DNS-error", val: {} });
});

test("waiting gives whatever has something, and nothing where time is up", async () => {
  const exchanges = open();
  const [hanging, answered] = [exchanges.send(request("/hang")), exchanges.send(request("/pieces"))];
  expect(await exchanges.wait([hanging], 0)).toEqual([]);
  expect(await exchanges.wait([hanging], 10)).toEqual([]);
  expect(await exchanges.wait([hanging, answered], undefined)).toEqual([answered]);
  await exchanges.receive(answered);
  expect(await exchanges.wait([hanging, answered], undefined)).toEqual([answered]);
  expect(await whole(exchanges, answered)).toBe("one,two");
  expect(await exchanges.wait([hanging, answered], undefined)).toEqual([answered]);
});

test("exchanges are counted while they are open", async () => {
  const exchanges = open();
  const opened = Array.from({ length: 32 }, () => exchanges.send(request("/hang")));
  expect(await codeOf(() => exchanges.send(request("/hang")))).toEqual({ tag: "connection-limit-reached" });
  exchanges.close(opened[0] ?? 0);
  exchanges.close(opened[0] ?? 0);
  expect(await codeOf(() => typeof exchanges.send(request("/hang")))).toBe("number");
  expect(await codeOf(() => exchanges.read(opened[0] ?? 0, 1))).toEqual({ tag: "internal-error" });
});
