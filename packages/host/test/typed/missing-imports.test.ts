import { loadPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { failure } from "../failure.ts";
import { wat } from "../wat.ts";
import { linkContract } from "./link-contracts.ts";

const user = wat(`(module
  (import "test:links/log@1.0.0" "write" (func (param i32 i32)))
  (memory (export "memory") 1)
  (func (export "run")))`);

const print = (line: string) => console.log(line);
const provision = 'provide it: imports: { "test:links/log": { write: (line) => { … } } }';

test.each([
  ["nothing like it", {}, ""],
  ["a slip in the interface", { "test:links/lgo": { write: print } }, 'imports has "test:links/lgo" instead; '],
  ["another version", { "test:links/log@2.0.0": { write: print } }, 'imports has "test:links/log@2.0.0" instead; '],
  ["a slip in the function", { "test:links/log": { wirte: print } }, 'imports has "wirte" instead; '],
  ["no function", { "test:links/log": { write: 3 } }, "what imports has as write is no function; "],
])("what a host gives instead is told: %s", async (_, imports, hint) => {
  const error = await failure(() => loadPlugin(user, { contract: linkContract("user"), imports } as object));
  expect(error.code).toBe("missing-import");
  expect(error.missing?.map(({ cure }) => cure)).toEqual([hint + provision]);
});
