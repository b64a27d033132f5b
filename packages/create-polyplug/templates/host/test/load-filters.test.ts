import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { ResultError } from "@polyplug/host";
import { loadFilters } from "../src/load-filters.ts";

const plugins = fileURLToPath(new URL("../plugins", import.meta.url));

/** Others may lie beside it. */
async function loadShout(log: (line: string) => void) {
  return (await loadFilters(plugins, log)).find(({ name }) => name === "shout");
}

test("a plugin transforms a text, and tells the log", async () => {
  const lines: string[] = [];
  const shout = await loadShout((line) => lines.push(line));
  assert.equal(shout?.exports.transform("hello"), "HELLO");
  assert.deepEqual(lines, ["asked to shout 5 letters"]);
});

test("what a plugin refuses is an error with its reason", async () => {
  const shout = await loadShout(() => undefined);
  assert.throws(
    () => shout?.exports.transform(""),
    (error) => error instanceof ResultError && error.payload === "there is nothing to shout",
  );
});
