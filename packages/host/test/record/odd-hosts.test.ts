import { PluginError } from "@polyplug/host";
import { describe, expect, test } from "vitest";
import { apart, loadOn, tiers } from "../tiers/tiers.ts";
import { wat } from "../wat.ts";
import { Recorded } from "./recorded.ts";

interface Caller {
  call(value: number): number;
}

const caller = wat(`(module (import "env" "f" (func $f (param i32) (result i32)))
  (func (export "call") (param i32) (result i32) (call $f (local.get 0))))`);

const refuse = (): never => {
  throw new Error("do not look at me");
};

/** Throws whatever is done with it. */
const untouchable: object = new Proxy(
  {},
  {
    get: refuse,
    getOwnPropertyDescriptor: refuse,
    getPrototypeOf: refuse,
    has: refuse,
    ownKeys: refuse,
    isExtensible: refuse,
  },
);

const silent = (): Error => Object.defineProperty(new Error("x"), "message", { get: refuse });

const throwing = (make: () => unknown) => (): never => {
  throw make();
};

const odd: [string, () => unknown, PluginError["code"]][] = [
  ["throws undefined", throwing(() => undefined), "trap"],
  ["throws null", throwing(() => null), "trap"],
  ["throws a frozen object", throwing(() => Object.freeze({})), "trap"],
  ["throws what may not be looked at", throwing(() => untouchable), "trap"],
  ["throws an error that will not tell", throwing(silent), "trap"],
];

async function called(tier: (typeof tiers)[number], f: () => unknown) {
  const record = new Recorded();
  const plugin = await loadOn<Caller>(tier, caller, { imports: { env: { f } }, record });
  let outcome: unknown;
  try {
    outcome = await plugin.exports.call(1);
  } catch (error) {
    outcome = error;
  }
  plugin.dispose();
  return { outcome, replayed: await record.replay(caller) };
}

describe.each(tiers)("on the tier %s", (tier) => {
  test.each(odd)("a recorded host function that %s ends the plugin, and its record runs again", async (_, f, code) => {
    const { outcome, replayed } = await called(tier, f);
    expect(outcome).toSatisfy(PluginError.is);
    expect(outcome).toMatchObject({ code });
    expect(replayed).toMatchObject({ matches: true, end: "complete", fault: { code } });
  });

  test("one that throws what may not be looked at is told of as it is where nothing is recorded", async () => {
    const { outcome } = await called(
      tier,
      throwing(() => untouchable),
    );
    expect((outcome as PluginError).reason).toBe(
      "host function env.f threw: a value was thrown that cannot be looked at",
    );
  });
});

test.each<[string, () => unknown]>([
  ["a promise", async () => 1],
  ["a promise that is rejected", () => Promise.reject(untouchable)],
  ["a promise that stays one", () => new Promise(() => undefined)],
])("%s where nobody waits for one does not fit again", async (_, f) => {
  const { outcome, replayed } = await called("inline", f);
  expect(outcome).toMatchObject({ code: "bad-result" });
  expect(replayed).toMatchObject({ matches: true, end: "complete", fault: { code: "bad-result" } });
});

describe.each(apart)("from the tier %s", (tier) => {
  test("what can be waited for without being a promise is recorded when it comes true", async () => {
    // biome-ignore lint/suspicious/noThenProperty: that it has one is what this is about
    const { outcome, replayed } = await called(tier, () => ({ then: (give: (n: number) => void) => give(5) }));
    expect(outcome).toBe(5);
    expect(replayed).toMatchObject({ matches: true, end: "complete" });
  });

  test("what throws when it is waited for throws again", async () => {
    // biome-ignore lint/suspicious/noThenProperty: that it cannot be read is what this is about
    const { outcome, replayed } = await called(tier, () => Object.defineProperty({}, "then", { get: refuse }));
    expect(outcome).toMatchObject({ code: "trap" });
    expect(replayed).toMatchObject({ matches: true, fault: { code: "trap" } });
  });
});
