import { describe, expect, test } from "vitest";
import { failure } from "../failure.ts";
import { loadOn, tiers } from "../tiers/tiers.ts";
import { fixture } from "./fixture.ts";

type Hostile = Readonly<
  Record<
    "fine" | "dropParent" | "dropTwice" | "pollNothing" | "pollAll" | "hoard" | "leave" | "secrets" | "connect",
    () => number
  >
>;

const hostile = fixture("hostile");

describe.each(tiers)("on the tier %s", (tier) => {
  const patient = tier === "worker" || tier === "process" ? { limits: { time: "1min" } } : {};
  test.each([
    ["dropParent", "trap", /output-stream\.drop, and 1 resources that are children of it are still held$/],
    ["dropTwice", "trap", /cannot drop handle 1: /],
    ["pollNothing", "trap", /poll with no pollable$/],
    ["pollAll", "trap", /cannot lift argument 1 of "wasi:io\/poll@0\.2\.3#poll": /],
    ["hoard", "trap", /65,?536/],
    ["leave", "exited", /exited with status 7/],
  ] as const)("%s ends the plugin, and no other", async (name, code, message) => {
    using plugin = await loadOn<Hostile>(tier, hostile, patient);
    using other = await loadOn<Hostile>(tier, hostile, patient);
    expect(await plugin.exports.fine()).toBe(1);
    const fault = await failure(async () => await plugin.exports[name]());
    expect(fault).toMatchObject({ code, message: expect.stringMatching(message) });
    expect((await failure(async () => await plugin.exports.fine())).code).toBe(
      code === "exited" ? "exited" : "poisoned",
    );
    expect([await other.exports.fine(), await other.exports.fine()]).toEqual([1, 1]);
  });

  test("nothing of the host's is there without a grant: no variable, no argument, no network", async () => {
    using plugin = await loadOn<Hostile>(tier, hostile);
    expect(await plugin.exports.secrets()).toBe(0);
    // An err, and the code access-denied.
    expect(await plugin.exports.connect()).toBe(11);
    using granted = await loadOn<Hostile>(tier, hostile, { grant: { env: { A: "1" }, args: ["p", "q"] } });
    expect(await granted.exports.secrets()).toBe(3);
  });
});
