import type { TextFilterImports } from "acme:text/text-filter@1.0.0";
import assert from "node:assert/strict";
import { test } from "node:test";
import { stubImports } from "@polyplug/sdk-javascript/testing";

const lines: string[] = [];
stubImports<TextFilterImports>({
  "acme:text/log@1.0.0": { write: (line) => lines.push(line) },
});
const { transform } = await import("../plugin.ts");

test("shouts and tells the host", () => {
  assert.equal(transform("2 hey"), "HEY HEY");
  assert.deepEqual(lines, ["TypeScript is asked to shout 5 letters"]);
});

test("refuses what it cannot shout", () => {
  assert.throws(() => transform(""), { payload: "there is nothing to shout" });
  assert.throws(() => transform("x hey"), { payload: "X is no number" });
});
