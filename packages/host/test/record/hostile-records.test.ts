import { loadPlugin, PluginError } from "@polyplug/host";
import fc from "fast-check";
import { expect, test } from "vitest";
import { failure } from "../failure.ts";
import { linkContract } from "../typed/link-contracts.ts";
import { wat } from "../wat.ts";
import { Recorded, replay } from "./recorded.ts";

const header = '{"polyplug":"record","version":1,"plugin":"p","hash":"sha256-","engine":"e"}';

const machine = wat(`(module
  (import "env" "log" (func $log (param i32) (result i32)))
  (import "wasi_snapshot_preview1" "clock_time_get" (func $clock (param i32 i64 i32) (result i32)))
  (memory (export "memory") 1)
  (func (export "now") (result i32) (call $clock (i32.const 0) (i64.const 0) (i32.const 8)))
  (func (export "twice") (param i32) (result i32) (i32.mul (i32.const 2) (call $log (local.get 0)))))`);

const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
const call = '{"kind":"call","id":0,"function":"twice","args":[3]}';
const asked = '{"kind":"import","id":1,"interface":"env","function":"log","args":[3]}';
const clocked = [
  '{"kind":"call","id":0,"function":"now","args":[]}',
  '{"kind":"import","id":1,"interface":"wasi_snapshot_preview1","function":"clock_time_get","args":[0,"0",8]}',
];

test.each<[string, readonly string[], string]>([
  ["nothing", [], "line 1: it is no JSON"],
  ["another text", ["hello"], "line 1: it is no JSON"],
  ["another document", ["{}"], "line 1: it does not begin as a record of calls does"],
  ["a newer version", [header.replace("1,", "2,")], "line 1: it is of a version that is not known here"],
  ["an array", [header, "[]"], "line 2: it is no JSON object"],
  ["an unknown kind", [header, '{"kind":"toString"}'], "line 2: it is of no kind that a record has"],
  ["a kind of no text", [header, '{"kind":["load"]}'], "line 2: it is of no kind that a record has"],
  ["a call without arguments", [header, '{"kind":"call","id":0,"function":"f"}'], "line 2: its args must be an array"],
  ["a return before a call", [header, '{"kind":"return","id":0}'], "line 2: nothing that the host did leads to it"],
  ["a value of another form", [header, '{"kind":"load"}', call.replace("3", '"3"')], "line 3: expected a number"],
  ["too many values", [header, '{"kind":"load"}', call.replace("3", "3,4")], "line 3: expected 1 arguments, got 2"],
  [
    "an answer to another import",
    [header, '{"kind":"load"}', call, asked, '{"kind":"answer","id":7,"value":3}'],
    "line 5: it is no answer to the import before it",
  ],
  [
    "a return for an answer",
    [header, '{"kind":"load"}', call, asked, '{"kind":"return","id":1,"value":3}'],
    "line 5: it is no answer to the import before it",
  ],
  [
    "an err that there cannot be",
    [header, '{"kind":"load"}', call, asked, '{"kind":"answer","id":1,"err":3}'],
    "line 5: expected no err",
  ],
  [
    "memory beyond what there is",
    [header, '{"kind":"load"}', ...clocked, '{"kind":"answer","id":1,"value":0,"memory":[[65530,"AAAAAAAAAAA="]]}'],
    "line 5: expected memory to be written that the plugin has",
  ],
  [
    "memory at no place",
    [header, '{"kind":"load"}', ...clocked, '{"kind":"answer","id":1,"value":0,"memory":[[-1,"AA=="]]}'],
    "line 5: expected memory to be written that the plugin has",
  ],
  [
    "memory of no bytes",
    [header, '{"kind":"load"}', ...clocked, '{"kind":"answer","id":1,"value":0,"memory":[[8,"%"]]}'],
    "line 5: expected bytes in base64",
  ],
  [
    "nesting without end",
    [header, '{"kind":"load"}', call, asked.replace("3", deep), '{"kind":"answer","id":1,"value":3}'],
    "line 4: it nests deeper than 1000 levels",
  ],
])("a record that has %s is refused with its line", async (_, lines, reason) => {
  const error = await failure(() => replay(`${lines.join("\n")}\n`, machine));
  expect(error).toMatchObject({ code: "malformed", reason, path: reason.split(":")[0] });
});

test("a text with brackets and escapes in it nests no deeper", async () => {
  const odd = `${header.replace('"p"', JSON.stringify(`\\"${"[{".repeat(2_000)}\\`))}\n`;
  expect(await replay(odd, machine)).toMatchObject({ matches: true, calls: 0 });
});

test("limits and contracts of a record are read like anybody's", async () => {
  const limited = `${header.replace("}", ',"limits":{"time":"for ever"}}')}\n{"kind":"load"}\n`;
  expect(await failure(() => replay(limited, machine))).toMatchObject({ code: "bad-argument", path: "limits.time" });
  const contracted = `${header.replace("}", ',"contract":"AAAA"}')}\n{"kind":"load"}\n`;
  expect(await failure(() => replay(contracted, machine))).toMatchObject({ code: "bad-argument", path: "contract" });
});

test("a record that is changed anywhere matches, differs, or is refused with one error", {
  timeout: 60_000,
}, async () => {
  const record = new Recorded();
  const imports = { env: { log: (n: number) => n } };
  const plugin = await loadPlugin<{ twice(n: number): number; now(): number }>(machine, {
    imports,
    grant: { clock: true },
    record,
  });
  plugin.exports.twice(3);
  plugin.exports.now();
  plugin.dispose();
  const { text } = record;
  const piece = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('"', "{", "[", "0", "-1", "1e9", "null", "\n"));
  await fc.assert(
    fc.asyncProperty(fc.nat(text.length), fc.nat(12), piece, async (at, length, inserted) => {
      const changed = text.slice(0, at) + inserted + text.slice(at + length);
      try {
        const { matches, difference } = await replay(changed, machine);
        expect(matches).toBe(difference === undefined);
      } catch (error) {
        if (!PluginError.is(error)) throw error;
      }
    }),
    { numRuns: 300 },
  );
});

test("numbers of resources that nobody gave stand for nothing that the plugin has", async () => {
  const maker = wat(`(module
    (import "[export]test:links/things@1.0.0" "[resource-new]thing" (func $new (param i32) (result i32)))
    (func (export "test:links/things@1.0.0#[constructor]thing") (param i32) (result i32) (call $new (local.get 0)))
    (func (export "test:links/things@1.0.0#[method]thing.get") (param i32) (result i32) (local.get 0)))`);
  const record = new Recorded();
  const { exports } = await loadPlugin<{ things: { Thing: new (value: number) => { get(): number } } }>(maker, {
    contract: linkContract("maker"),
    record,
  });
  new exports.things.Thing(5).get();
  const stolen = record.text.replace('thing.get","args":[0]', 'thing.get","args":[4]');
  expect(stolen).not.toBe(record.text);
  expect(await replay(stolen, maker)).toMatchObject({
    matches: false,
    difference: { found: expect.stringContaining('"code":"bad-argument"') },
  });
});
