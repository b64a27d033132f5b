import { loadPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { failure } from "../failure.ts";
import { wat } from "../wat.ts";

interface Asking {
  ask(times: number): void;
}

const asking = wat(`(module (import "env" "answer" (func $answer))
  (func (export "ask") (param i32)
    (loop (call $answer) (br_if 0 (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))))`);

test("a call calls its host as often as it may, and then ends", async () => {
  let answered = 0;
  const imports = { env: { answer: () => void answered++ } };
  const plugin = await loadPlugin<Asking>(asking, { imports, limits: { hostCalls: 10 } });
  plugin.exports.ask(10);
  plugin.exports.ask(10);
  const error = await failure(() => plugin.exports.ask(11));
  expect(error).toMatchObject({ code: "time-limit", path: "limits.hostCalls", export: "ask" });
  expect(error.reason).toBe("limits.hostCalls: a call may call it 10 times, and this is number 11");
  expect(answered).toBe(30);
  expect((await failure(() => plugin.exports.ask(1))).code).toBe("poisoned");
});

test("a guest that catches everything does not catch its end", async () => {
  const text = `(module (import "env" "answer" (func $answer))
    (func (export "ask") (param i32) (loop (try (do (call $answer)) (catch_all))
      (br_if 0 (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))))`;
  let answered = 0;
  const imports = { env: { answer: () => void answered++ } };
  const plugin = await loadPlugin<Asking>(wat(text), { imports, limits: { hostCalls: 3 } });
  expect(await failure(() => plugin.exports.ask(100))).toMatchObject({ path: "limits.hostCalls" });
  expect(answered).toBe(3);
});

test("functions of WASI count, and what enters the plugin again has no calls of its own", async () => {
  const text = `(module (import "env" "again" (func $again (param i32)))
    (import "wasi_snapshot_preview1" "sched_yield" (func $yield (result i32)))
    (func (export "ask") (param i32) (drop (call $yield)) (call $again (local.get 0))))`;
  const again = (depth: number): void => void (depth > 1 && plugin.exports.ask(depth - 1));
  const plugin = await loadPlugin<Asking>(wat(text), { imports: { env: { again } }, limits: { hostCalls: 6 } });
  plugin.exports.ask(3);
  // What ended it was thrown in a host function, which let it through.
  const { cause } = await failure(() => plugin.exports.ask(4));
  expect(cause).toMatchObject({ cause: { cause: { path: "limits.hostCalls" } } });
});
