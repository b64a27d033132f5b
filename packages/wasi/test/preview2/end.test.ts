import { createPreview2, type GuestLife, isEndSignal } from "@polyplug/wasi";
import { expect, test } from "vitest";
import { camelCase, specification } from "./specification.ts";
import { bytesOf, startPreview2 } from "./start-preview2.ts";

test.each([
  ["ok", 0],
  ["err", 1],
] as const)("exit(%s) ends the plugin with the code %i", async (tag, code) => {
  const { use, wasi } = await startPreview2();
  expect(() => use("wasi:cli/exit").exit({ tag })).toThrow(expect.toSatisfy(isEndSignal));
  expect(wasi.ended).toEqual({ kind: "exit", code });
});

test("after the end every function and every method throws again at once", async () => {
  const { use, wasi } = await startPreview2({ stdin: "abc", clock: true, random: true });
  const held = {
    "input-stream": use("wasi:cli/stdin").getStdin(),
    "output-stream": use("wasi:cli/stdout").getStdout(),
    pollable: use("wasi:cli/stdout").getStdout().subscribe(),
  };
  expect(() => use("wasi:cli/exit").exitWithCode(7)).toThrow(expect.toSatisfy(isEndSignal));
  let called = 0;
  for (const { id, functions } of specification) {
    const provided = wasi.provide(`${id}@0.2.0`) ?? {};
    for (const name of functions) {
      expect(() => Reflect.get(provided, camelCase(name))(), name).toThrow(expect.toSatisfy(isEndSignal));
      called++;
    }
  }
  for (const { resources } of specification) {
    for (const [resource, instance] of Object.entries(held)) {
      for (const name of resources[resource] ?? []) {
        const method = Reflect.get(instance, camelCase(name));
        expect(() => method.call(instance), name).toThrow(expect.toSatisfy(isEndSignal));
        called++;
      }
    }
  }
  expect(called).toBe(32 + 5 + 10 + 2);
  for (const instance of Object.values(held)) instance[Symbol.dispose]();
  expect(wasi.ended).toEqual({ kind: "exit", code: 7 });
});

function observedLife(): GuestLife & { readonly given: unknown[] } {
  const life = {
    alive: true,
    signal: undefined as unknown,
    given: [] as unknown[],
    interrupt(signal: unknown): void {
      life.given.push(signal);
      if (life.alive) Object.assign(life, { alive: false, signal });
    },
  };
  return life;
}

test("the plugin's end ends the life that was given, once, before it is thrown", async () => {
  const life = observedLife();
  const { use, wasi } = await startPreview2(undefined, life);
  const exit = () => use("wasi:cli/exit").exitWithCode(5);
  expect(exit).toThrow(expect.toSatisfy((thrown) => thrown === life.given[0]));
  expect(exit).toThrow(expect.toSatisfy((thrown) => thrown === life.given[0]));
  expect(life.given).toEqual([expect.toSatisfy(isEndSignal)]);
  expect(wasi.ended).toEqual({ kind: "exit", code: 5 });
});

test("whoever gave the life can end the plugin, and that is no end of its own", async () => {
  const life = observedLife();
  const { use, wasi } = await startPreview2(undefined, life);
  const stdout = use("wasi:cli/stdout").getStdout();
  const reason = new Error("disposed");
  life.interrupt(reason);
  expect(() => stdout.write(bytesOf("x"))).toThrow(reason);
  expect(() => use("wasi:cli/exit").exitWithCode(1)).toThrow(reason);
  expect(wasi.ended).toBeUndefined();
});

test("an answer with an error ends nothing", async () => {
  const { use, wasi } = await startPreview2();
  const stdin = use("wasi:cli/stdin").getStdin();
  for (let turn = 0; turn < 2; turn++) expect(() => stdin.read(1n)).toThrow("closed");
  expect(wasi.ended).toBeUndefined();
});

test("an answer with an error does not reach a plugin that ended meanwhile", async () => {
  const { use, wasi } = await startPreview2({
    stdin: {
      read: () => {
        expect(() => use("wasi:cli/exit").exitWithCode(3)).toThrow(expect.toSatisfy(isEndSignal));
        return undefined;
      },
    },
  });
  expect(() => use("wasi:cli/stdin").getStdin().read(1n)).toThrow(expect.toSatisfy(isEndSignal));
  expect(wasi.ended).toEqual({ kind: "exit", code: 3 });
});

test("a plugin ends alone", async () => {
  const [one, other] = [await startPreview2(), await startPreview2()];
  expect(() => one.use("wasi:cli/exit").exitWithCode(1)).toThrow(expect.toSatisfy(isEndSignal));
  expect(other.use("wasi:cli/environment").getArguments()).toEqual([]);
  expect(other.wasi.ended).toBeUndefined();
});

test("what was released is granted no more", async () => {
  const written: unknown[] = [];
  const wasi = await createPreview2({ args: ["a"], stdout: (chunk) => written.push(chunk) }, { name: "guest" });
  const before = wasi.provide("wasi:cli/stdout@0.2.0");
  wasi.release();
  wasi.release();
  expect(wasi.provide("wasi:cli/stdout@0.2.0")).not.toBe(before);
  for (const stdout of [before, wasi.provide("wasi:cli/stdout@0.2.0")]) {
    Reflect.get(stdout ?? {}, "getStdout")().write(bytesOf("x"));
  }
  expect(written).toEqual([]);
});

test("resources count while they are held, and too many end the plugin", async () => {
  const { use, wasi } = await startPreview2();
  const stdout = use("wasi:cli/stdout").getStdout();
  for (let turn = 0; turn < 100_000; turn++) stdout.subscribe()[Symbol.dispose]();
  const held = Array.from({ length: 65_535 }, () => stdout.subscribe());
  for (let twice = 0; twice < 2; twice++) held[0]?.[Symbol.dispose]();
  stdout.subscribe();
  expect(() => stdout.subscribe()).toThrow(expect.toSatisfy(isEndSignal));
  const reason = "it called wasi:io/streams#output-stream.subscribe, and holds 65536 resources already";
  expect(wasi.ended).toMatchObject({ kind: "fault", error: { code: "trap", reason } });
});
