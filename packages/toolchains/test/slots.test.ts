import { expect, test } from "vitest";
import { Slots } from "../src/slots.ts";

test("as many steps run at once as there are slots, in order, and a failure gives its slot back", async () => {
  const slots = new Slots(2);
  const log: string[] = [];
  const doors: (() => void)[] = [];
  const step = (name: string) =>
    slots.run(async () => {
      log.push(name);
      await new Promise<void>((resolve) => doors.push(resolve));
      if (name === "a") throw new Error("a failed");
      return name;
    });
  const steps = Promise.allSettled(["a", "b", "c", "d"].map(step));
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  await turn();
  expect(log).toEqual(["a", "b"]);
  doors[0]?.();
  await turn();
  expect(log).toEqual(["a", "b", "c"]);
  doors[1]?.();
  doors[2]?.();
  await turn();
  doors[3]?.();
  expect(await steps).toMatchObject([
    { reason: { message: "a failed" } },
    { value: "b" },
    { value: "c" },
    { value: "d" },
  ]);
});
