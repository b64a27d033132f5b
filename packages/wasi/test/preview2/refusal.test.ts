import { isEndSignal } from "@polyplug/wasi";
import { expect, test } from "vitest";
import { type Started, startPreview2 } from "./start-preview2.ts";

/** Functions without a way to answer that something was not granted. */
const refused: readonly (readonly [name: string, capability: string, call: (plugin: Started) => unknown])[] = [
  ["wasi:clocks/wall-clock#now", "clock", ({ use }) => use("wasi:clocks/wall-clock").now()],
  ["wasi:clocks/wall-clock#resolution", "clock", ({ use }) => use("wasi:clocks/wall-clock").resolution()],
  ["wasi:clocks/monotonic-clock#now", "clock", ({ use }) => use("wasi:clocks/monotonic-clock").now()],
  ["wasi:clocks/monotonic-clock#resolution", "clock", ({ use }) => use("wasi:clocks/monotonic-clock").resolution()],
  [
    "wasi:clocks/monotonic-clock#subscribe-instant",
    "clock",
    ({ use }) => use("wasi:clocks/monotonic-clock").subscribeInstant(1n),
  ],
  ["wasi:random/random#get-random-bytes", "random", ({ use }) => use("wasi:random/random").getRandomBytes(8n)],
  ["wasi:random/random#get-random-u64", "random", ({ use }) => use("wasi:random/random").getRandomU64()],
];

test.each(refused)("%s ends the plugin without the grant %s", async (name, capability, call) => {
  const plugin = await startPreview2({ sleep: "1s" });
  expect([...plugin.wasi.denied]).toEqual([]);
  expect(() => call(plugin)).toThrow(expect.toSatisfy(isEndSignal));
  const message = `cannot run guest: it called ${name}, which needs the grant ${capability}`;
  expect(plugin.wasi.ended).toMatchObject({ kind: "fault", error: { code: "not-granted", message, plugin: "guest" } });
  expect([...plugin.wasi.denied]).toEqual([capability]);
});

test("what is insecure needs no grant: it is the same on each run without one, and from the granted source with it", async () => {
  const draw = async (random?: true | { seed: number }) => {
    const { use, wasi } = await startPreview2({ random });
    const insecure = use("wasi:random/insecure");
    const drawn = [
      insecure.getInsecureRandomBytes(64n),
      insecure.getInsecureRandomU64(),
      use("wasi:random/insecure-seed").insecureSeed(),
    ];
    expect([...wasi.denied]).toEqual([]);
    return drawn;
  };
  expect(await draw()).toEqual(await draw());
  expect(await draw({ seed: 1 })).toEqual(await draw({ seed: 1 }));
  expect(await draw({ seed: 1 })).not.toEqual(await draw());
  expect(await draw(true)).not.toEqual(await draw(true));
});

test("a u64 is made of eight of the bytes, lowest first", async () => {
  const [one, two] = [await startPreview2({ random: { seed: 5 } }), await startPreview2({ random: { seed: 5 } })];
  const bytes = one.use("wasi:random/random").getRandomBytes(8n);
  expect(two.use("wasi:random/random").getRandomU64()).toBe(new DataView(bytes.slice().buffer).getBigUint64(0, true));
});

test("more than 16 MiB of randomness are refused before they are made", async () => {
  const plugin = await startPreview2({ random: true });
  expect(plugin.use("wasi:random/random").getRandomBytes(16_777_216n)).toHaveLength(16_777_216);
  expect(() => plugin.use("wasi:random/random").getRandomBytes(2n ** 64n - 1n)).toThrow(expect.toSatisfy(isEndSignal));
  const reason = "it called wasi:random/random#get-random-bytes for 18446744073709551615 bytes, allowed are 16777216";
  expect(plugin.wasi.ended).toMatchObject({ error: { code: "trap", reason } });
  const insecure = await startPreview2();
  const call = () => insecure.use("wasi:random/insecure").getInsecureRandomBytes(16_777_217n);
  expect(call).toThrow(expect.toSatisfy(isEndSignal));
});

test("sockets answer that access is denied, and the plugin goes on", async () => {
  const { use, wasi } = await startPreview2();
  const network = use("wasi:sockets/instance-network").instanceNetwork();
  expect([...wasi.denied]).toEqual([]);
  for (const call of [
    () => use("wasi:sockets/tcp-create-socket").createTcpSocket("ipv4"),
    () => use("wasi:sockets/udp-create-socket").createUdpSocket("ipv6"),
    () => use("wasi:sockets/ip-name-lookup").resolveAddresses(network, "example.org"),
  ]) {
    expect(call).toThrow(expect.objectContaining({ name: "ResultError", payload: "access-denied" }));
  }
  expect([[...wasi.denied], wasi.ended]).toEqual([["sockets"], undefined]);
});

test("variables come as names and values, and a value may have anything in it", async () => {
  const { use } = await startPreview2({ env: { PAIRS: "a=b=c", EMPTY: "" } });
  const variables = [
    ["PAIRS", "a=b=c"],
    ["EMPTY", ""],
  ];
  expect(use("wasi:cli/environment").getEnvironment()).toEqual(variables);
});

test("there are no files", async () => {
  const { use, wasi } = await startPreview2();
  expect(use("wasi:filesystem/preopens").getDirectories()).toEqual([]);
  expect(use("wasi:cli/environment").initialCwd()).toBeUndefined();
  expect([...wasi.denied]).toEqual([]);
});

test.each([
  ["wasi:sockets/tcp@0.2.0", ["TcpSocket"], "access-denied"],
  ["wasi:sockets/udp@0.2.0", ["UdpSocket", "IncomingDatagramStream", "OutgoingDatagramStream"], "access-denied"],
  ["wasi:sockets/ip-name-lookup@0.2.0", ["ResolveAddressStream"], "access-denied"],
])("%s: the methods of %j are there to be linked, and refuse", async (id, resources, payload) => {
  const { wasi } = await startPreview2();
  for (const resource of resources) {
    const { prototype } = Reflect.get(wasi.provide(id) ?? {}, resource);
    const methods = Object.getOwnPropertyNames(prototype).filter((name) => name !== "constructor");
    expect(methods.length).toBeGreaterThan(0);
    for (const method of methods) {
      expect(() => prototype[method](), method).toThrow(expect.objectContaining({ name: "ResultError", payload }));
    }
  }
});

test("stdin is no terminal, and an output is handed out as one where it is", async () => {
  const stderr = { write: () => true, isTTY: true };
  const { use, wasi } = await startPreview2({ stdin: "abc", stdout: { write: () => true }, stderr });
  expect(use("wasi:cli/terminal-stdin").getTerminalStdin()).toBeUndefined();
  expect(use("wasi:cli/terminal-stdout").getTerminalStdout()).toBeUndefined();
  const TerminalOutput = Reflect.get(wasi.provide("wasi:cli/terminal-output@0.2.0") ?? {}, "TerminalOutput");
  expect(use("wasi:cli/terminal-stderr").getTerminalStderr()).toBeInstanceOf(TerminalOutput);
});
