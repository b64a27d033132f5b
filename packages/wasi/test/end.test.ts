import { createPreview1, type GuestLife, isEndSignal, preview1Signatures } from "@polyplug/wasi";
import { expect, test } from "vitest";
import { allFunctions } from "./guests/all-functions.ts";
import { bottomless } from "./guests/bottomless.ts";
import { startGuest } from "./guests/start-guest.ts";
import { swallowing } from "./guests/swallowing.ts";

test.each([0, 3, 255, -1])("proc_exit(%i) ends the plugin with that code", async (code) => {
  const guest = await startGuest(allFunctions);
  expect(() => guest.call("proc_exit", code)).toThrow(expect.toSatisfy(isEndSignal));
  expect(guest.wasi.ended).toEqual({ kind: "exit", code: code >>> 0 });
});

test("after the end every function throws again at once, and the first end stands", async () => {
  const guest = await startGuest(allFunctions, { stdout: () => expect.unreachable("written after the end") });
  expect(() => guest.call("proc_exit", 7)).toThrow(expect.toSatisfy(isEndSignal));
  for (const [name, { params }] of preview1Signatures) {
    const args = params.map((type) => (type === "i64" ? 1n : 1));
    expect(() => guest.call(name, ...args), name).toThrow(expect.toSatisfy(isEndSignal));
  }
  expect(guest.wasi.ended).toEqual({ kind: "exit", code: 7 });
});

test("a guest that catches the end cannot go on", async () => {
  const written: string[] = [];
  const guest = await startGuest(swallowing, { stdout: (chunk) => written.push(new TextDecoder().decode(chunk)) });
  expect(guest.call("print")).toBe(0);
  expect(guest.call("exit", 3)).toBe(3);
  expect(guest.call("print")).toBe(4);
  expect(written).toEqual(["gone"]);
  expect(guest.wasi.ended).toEqual({ kind: "exit", code: 3 });
});

test.each([
  [6, "abrt"],
  [9, "kill"],
  [15, "term"],
  [18, "stop"],
  [30, "sys"],
])("the signal %i ends the plugin, caught or not", async (signal, name) => {
  const guest = await startGuest(swallowing);
  expect(guest.call("raise", signal)).toBe(2);
  expect(guest.wasi.ended).toMatchObject({
    kind: "fault",
    error: { code: "trap", message: `cannot run guest: it raised the signal ${signal} (${name})`, plugin: "guest" },
  });
});

test.each([0, 13, 16, 17, 22, 27])("the signal %i is ignored, as its action is", async (signal) => {
  const guest = await startGuest(swallowing);
  expect(guest.call("raise", signal)).toBe(0);
  expect(guest.wasi.ended).toBeUndefined();
});

test("a guest that catches a limit or a failing host cannot go on", async () => {
  for (const stdout of [
    { to: () => undefined, maxBytes: 4 },
    () => {
      throw new Error("sink");
    },
  ]) {
    const guest = await startGuest(swallowing, { stdout });
    guest.call("print");
    const caught = guest.call("print");
    expect(caught).toBeGreaterThan(0);
    expect(guest.call("print")).toBe(caught + 1);
    expect(guest.wasi.ended?.kind).toBe("fault");
  }
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
  const wasi = await createPreview1(undefined, { name: "guest", life });
  const exit = () => wasi.imports["proc_exit"]?.(5);
  expect(exit).toThrow(expect.toSatisfy((thrown) => thrown === life.given[0]));
  expect(exit).toThrow(expect.toSatisfy((thrown) => thrown === life.given[0]));
  expect(life.given).toEqual([expect.toSatisfy(isEndSignal)]);
  expect(wasi.ended).toEqual({ kind: "exit", code: 5 });
});

test("whoever gave the life can end the plugin, and that is no end of its own", async () => {
  const life = observedLife();
  const wasi = await createPreview1(undefined, { name: "guest", life });
  expect(wasi.imports["sched_yield"]?.()).toBe(0);
  const reason = new Error("disposed");
  life.interrupt(reason);
  expect(() => wasi.imports["sched_yield"]?.()).toThrow(reason);
  expect(() => wasi.imports["proc_exit"]?.(1)).toThrow(reason);
  expect(wasi.ended).toBeUndefined();
  expect(life.given).toEqual([reason]);
});

test("only the signal of an end is one", () => {
  expect([new Error("x"), undefined, null, { end: { kind: "exit", code: 0 } }].filter(isEndSignal)).toEqual([]);
});

test("a plugin that was ended while the host wrote for it does not go on when that returns", async () => {
  const guest = await startGuest(allFunctions, {
    stdout: () => {
      expect(() => guest.call("proc_exit", 9)).toThrow(expect.toSatisfy(isEndSignal));
    },
  });
  guest.view().setUint32(4, 8, true);
  expect(() => guest.call("fd_write", 1, 0, 1, 0x400)).toThrow(expect.toSatisfy(isEndSignal));
  expect(guest.wasi.ended).toEqual({ kind: "exit", code: 9 });
});

test("a guest at the end of its stack gets an error number, the signal or the engine's RangeError, and WASI stays sound", async () => {
  let bytes = 0;
  const guest = await startGuest(bottomless, {
    stdout: {
      to: (chunk) => {
        bytes += chunk.length;
      },
      maxBytes: 300_000,
    },
  });
  for (let call = 0; call < 50; call++) {
    try {
      expect(guest.call("fall", 1_000_000)).toBe(0);
    } catch (thrown) {
      expect(thrown).toSatisfy((error) => error instanceof RangeError || isEndSignal(error));
    }
  }
  expect(guest.wasi.ended?.kind).toBe("fault");
  expect(bytes).toBeLessThanOrEqual(300_000);
});
