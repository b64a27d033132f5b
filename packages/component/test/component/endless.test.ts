import { planComponent } from "@polyplug/component";
import { decodeComponent } from "@polyplug/wasm-binary";
import { expect, test } from "vitest";
import { fixture } from "../fixture.ts";

test.each([
  ["exponential", "it has more than 1000 instances of components"],
  ["omega", "it has more than 100 components instantiated within each other"],
  ["core-instances", "it has more than 1000 instances of core modules"],
  ["tables", "it has more than 1000000 entries in the tables of its instances"],
  ["imports", "it imports a core module, m"],
])("%s is refused at once", async (name, reason) => {
  const bytes = fixture(`endless/${name}`);
  expect(bytes.length).toBeLessThan(900);
  const component = decodeComponent(bytes);
  // What comes first loads the code.
  await planComponent(component).catch(() => undefined);
  const before = performance.now();
  await expect(planComponent(component)).rejects.toMatchObject({
    code: "unsupported",
    reason: expect.stringContaining(reason),
  });
  expect(performance.now() - before).toBeLessThan(250);
});
