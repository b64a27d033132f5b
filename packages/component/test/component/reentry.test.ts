import { describe, expect, test } from "vitest";
import { failure } from "../failure.ts";
import { planFixture } from "../fixture.ts";
import { abis, load } from "../plugin.ts";

describe.each(abis)("by $name", (abi) => {
  test("an inner component may call back into the one around it", async () => {
    let calls = 0;
    const { call } = await load(await planFixture("reentry"), { abi, imports: { host: () => void calls++ } });
    call("run", 0);
    call("run", 0);
    call("inner", 0);
    expect(calls).toBe(3);
  });

  test.each(["run", "inner"])("but is not entered twice, from %s", async (name) => {
    const { call, guard } = await load(await planFixture("reentry"), { abi, imports: { host: () => undefined } });
    const fault = failure(() => call(name, 1));
    expect(fault).toMatchObject({ code: "trap", reason: expect.stringContaining("a call into the same instance") });
    expect(guard.life.alive).toBe(false);
  });

  test.each([
    ["run", "run"],
    ["run", "inner"],
    ["inner", "run"],
    ["inner", "inner"],
  ])("nor by the host: in %s, %s", async (outer, inner) => {
    let fault: unknown;
    const plugin = await load(await planFixture("reentry"), {
      abi,
      imports: {
        host: () => {
          fault = failure(() => plugin.call(inner, 0));
        },
      },
    });
    plugin.call(outer, 0);
    expect(fault).toMatchObject({ code: "trap", reason: expect.stringContaining("a call into the same instance") });
  });

  test("to drop what another component made is a call into that one, though there be no destructor", async () => {
    const { call, guard } = await load(await planFixture("reentry-drop"), { abi });
    for (const label of ["holder#take", "holder#drop", "holder#take"]) call(label);
    const fault = failure(() => call("maker#go"));
    expect(fault).toMatchObject({ code: "trap", reason: expect.stringContaining("a call into the same instance") });
    expect(fault.action).toBe('call "[dtor]thing"');
    expect([guard.life.alive, guard.blame]).toEqual([false, "guest"]);
  });

  test.each([
    ["unknown", "there is no such handle", "guest"],
    ["host", "no", "host"],
    ["bad", "0xd800", "guest"],
  ])("a component that catches what another one fails with is over all the same: %s", async (label, reason, blame) => {
    const imports = {
      fail: () => {
        throw new Error("no");
      },
    };
    const { call, guard } = await load(await planFixture("swallow"), { abi, imports });
    expect(failure(() => call(label)).message).toContain(reason);
    expect(guard.blame).toBe(blame);
    expect(failure(() => call(label)).code).toBe("poisoned");
  });
});
