import { setTimeout as later } from "node:timers/promises";
import { PluginError } from "@polyplug/host";
import type { Tier } from "@polyplug/soak";
import { expect } from "vitest";
import type { Seen } from "./fault.ts";
import type { FaultFolder } from "./folder.ts";
import type { Guest } from "./guest.ts";
import { callOf, Stage } from "./stage.ts";

/** Plays a fault on a tier, and looks at what came of it and at the plugins that it left. */
export async function playFault({ fault, bytes, contract, name }: FaultFolder, tier: Tier): Promise<void> {
  const stage = new Stage(tier, bytes, { name, ...(contract !== undefined && { contract }) });
  const seen = fault.seen(tier);
  const outcome = await outcomeOf(async () => {
    await stage.load(fault.options?.(stage));
    return { given: await (fault.play ?? callRun)(stage) };
  });
  try {
    expectSeen(seen, outcome, stage);
    if ("ends" in seen && "failure" in outcome) await expectRefusal(stage.guest, codeAfter(outcome.failure));
  } finally {
    for (const guest of stage.guests) guest.dispose();
  }
  for (const guest of stage.guests) {
    guest.dispose();
    expect(guest.alive).toBe(false);
    await expectRefusal(guest, "disposed");
  }
  // Whatever it did, this thread goes on.
  await later(0);
}

type Outcome = { readonly given: unknown } | { readonly failure: PluginError };

async function outcomeOf(work: () => Promise<{ readonly given: unknown }>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (!PluginError.is(error)) throw error;
    return { failure: error };
  }
}

function callRun(stage: Stage): unknown {
  return stage.call("run");
}

function expectSeen(seen: Seen, outcome: Outcome, stage: Stage): void {
  if ("gives" in seen) {
    if ("failure" in outcome) throw outcome.failure;
    expect(outcome.given).toEqual(seen.gives);
    expect(stage.guest.alive).toBe(true);
    return;
  }
  if (!("failure" in outcome)) expect.unreachable(`it gave ${String(outcome.given)}, and should have failed`);
  const { code, reason, origin, ...wanted } = "refused" in seen ? seen.refused : seen.ends;
  const told = reason instanceof RegExp ? expect.stringMatching(reason) : reason;
  expect(outcome.failure).toMatchObject({
    ...wanted,
    code: expect.toBeOneOf([code].flat()),
    ...(told !== undefined && { reason: told }),
  });
  if (origin !== undefined) expect(originOf(outcome.failure).code).toBe(origin);
  expect(stage.guests.map(({ alive }) => alive)).toEqual("refused" in seen ? [] : [false]);
}

/** The last plugin's error among the causes. */
function originOf(error: PluginError): PluginError {
  return PluginError.is(error.cause) ? originOf(error.cause) : error;
}

/** What every later call of a plugin says that ended so. */
function codeAfter({ code }: PluginError): PluginError["code"] {
  return code === "exited" || code === "disposed" ? code : "poisoned";
}

async function expectRefusal(guest: Guest, code: PluginError["code"]): Promise<void> {
  const path = firstFunction(guest.exports);
  if (path === undefined) return;
  const outcome = await outcomeOf(async () => ({ given: await callOf(guest, path) }));
  expect(outcome).toMatchObject({ failure: { code } });
}

/** The path of any function of a plugin's, or of an interface of its, that is no class. */
function firstFunction(exports: object): string | undefined {
  for (const [name, value] of Object.entries(exports)) {
    if (typeof value === "function" && !/^[A-Z]/.test(name)) return name;
    const inner = typeof value === "object" && value !== null ? firstFunction(value) : undefined;
    if (inner !== undefined) return `${name}.${inner}`;
  }
  return undefined;
}
