import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

test("the plugin was built", () => {
  assert.deepEqual([...readFileSync(process.env.POLYPLUG_PLUGIN).subarray(0, 4)], [0x00, 0x61, 0x73, 0x6d]);
});
