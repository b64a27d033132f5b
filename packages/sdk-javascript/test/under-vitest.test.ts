import { expect, test, vi } from "vitest";

const lines: string[] = [];
vi.mock("acme:text/log@1.0.0", () => ({ write: (line: string) => lines.push(line) }));

test("vitest stands in for the host by itself", async () => {
  const { transform } = await import("../examples/text-filter/plugin.ts");
  expect(transform("2 hey")).toBe("HEY HEY");
  expect(lines).toEqual(["TypeScript is asked to shout 5 letters"]);
});
