import { describe, expect, test } from "vitest";
import { failure } from "../failure.ts";
import { planFixture } from "../fixture.ts";
import { abis, load, type TestPlugin } from "../plugin.ts";

describe.each(abis)("between two components, by $name", (abi) => {
  async function counters(): Promise<TestPlugin & { readonly ended: number[] }> {
    const ended: number[] = [];
    const imports = { ended: (rep: number) => void ended.push(rep) };
    return { ...(await load(await planFixture("counters"), { abi, imports })), ended };
  }

  test("a resource is made, lent and ended where it is implemented", async () => {
    const { call, ended } = await counters();
    expect(call("user#use", 7)).toBe(7);
    expect(ended).toEqual([7]);
  });

  test("a handle that is handed over is the other's to end", async () => {
    const { call, ended } = await counters();
    call("user#hand-over", 8);
    expect(ended).toEqual([8]);
  });

  test("the host lends what it holds, and ends it when it likes", async () => {
    const { call, ended, plan, instance } = await counters();
    const counter = call("maker#make", 9);
    expect(counter).toBe(9);
    expect([call("user#look", counter), call("maker#value", counter)]).toEqual([9, 9]);
    expect(ended).toEqual([]);
    const maker = plan.world.exports.get("maker");
    const item = maker?.kind === "interface" ? maker.items.get("counter") : undefined;
    if (item?.kind !== "resource") return expect.unreachable("maker exports a resource");
    instance.destructor(item.resource)?.(9);
    expect(ended).toEqual([9]);
  });

  test("two instances of one component have two resources", async () => {
    const { plan } = await counters();
    const resources = ["maker", "other"].map((id) => {
      const item = plan.world.exports.get(id);
      const found = item?.kind === "interface" ? item.items.get("counter") : undefined;
      return found?.kind === "resource" ? found.resource : undefined;
    });
    expect(resources[0]).toMatchObject({ name: "counter" });
    expect(resources[0]).not.toBe(resources[1]);
    expect(plan.resources.size).toBe(2);
    expect(plan.modules).toHaveLength(3);
  });

  test.each([
    ["a handle that nobody gave", "user#unknown", [], "there is no handle 77"],
    ["a handle that was dropped", "user#drop-twice", [1], "cannot drop handle 1: there is no such handle"],
    ["a handle that is lent", "user#hand-over-lent", [1], "handle 1 is borrowed and not owned"],
    ["a borrowed handle that is kept", "user#keep", [1], "the guest kept 1 borrowed handle"],
  ])("%s ends the plugin", async (_, label, args, reason) => {
    const { call, guard } = await counters();
    const fault = failure(() => call(label, ...args));
    expect(fault.code).toBe("trap");
    expect(fault.message).toContain(reason);
    expect(guard.life.alive).toBe(false);
    expect(failure(() => call("user#use", 1)).code).toBe("poisoned");
  });
});
