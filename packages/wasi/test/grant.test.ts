import { createPreview1, grantKeys } from "@polyplug/wasi";
import { expect, test } from "vitest";

test("an unknown key is refused with the nearest known one", async () => {
  await expect(createPreview1({ stduot: console.log } as never, { name: "shout" })).rejects.toThrow(
    'cannot grant capabilities to shout: grant has no key "stduot", did you mean "stdout"',
  );
});

test.each([
  ["clock.resolutoin", { clock: { resolutoin: "1ms" } }],
  ["random.sede", { random: { sede: 1 } }],
  ["logging.levle", { logging: { to: console.log, levle: "info" } }],
  ["stdout.maxByte", { stdout: { to: () => undefined, maxByte: 1 } }],
])("so is one further inside: %s", async (path, grant) => {
  await expect(createPreview1(grant as never, { name: "shout" })).rejects.toThrow(
    expect.objectContaining({ code: "bad-argument", path: `grant.${path}` }),
  );
});

test.each([
  [{ stdin: 5 }, "stdin to shout: expected bytes, text or an object with a read method, got 5"],
  [{ stdout: true }, "stdout to shout: expected a function or an object with a write method, got true"],
  [{ stderr: { to: null } }, "stderr to shout: expected a function or an object with a write method, got null"],
  [
    { stderr: { to: () => undefined, maxBytes: "1 potato" } },
    'stderr to shout: maxBytes: expected a count of bytes or a size such as "64KiB", got "1 potato"',
  ],
  [
    { stdout: { to: () => undefined, maxBytes: -1 } },
    'stdout to shout: maxBytes: expected a count of bytes or a size such as "64KiB", got -1',
  ],
  [{ clock: false }, "clock to shout: expected true or { resolution, fixed }, got false"],
  [
    { clock: { resolution: "0ms" } },
    'clock to shout: resolution: expected a duration above zero such as "1ms", got "0ms"',
  ],
  [
    { clock: { fixed: "tomorrow" } },
    'clock to shout: fixed: expected a Date or a text such as "2026-01-31T12:00:00Z", not before 1970, got "tomorrow"',
  ],
  [
    { clock: { fixed: 0 } },
    'clock to shout: fixed: expected a Date or a text such as "2026-01-31T12:00:00Z", not before 1970, got 0',
  ],
  [{ random: 4 }, "random to shout: expected true or { seed }, got 4"],
  [{ random: {} }, "random to shout: seed: expected a string, a number or a bigint, got undefined"],
  [{ sleep: 50 }, 'sleep to shout: expected a duration such as "50ms", got 50'],
  [{ sleep: "50" }, 'sleep to shout: expected a duration such as "50ms", got "50"'],
  [{ sleep: "1 fortnight" }, 'sleep to shout: expected a duration such as "50ms", got "1 fortnight"'],
  [{ config: ["a"] }, "config to shout: expected an object of strings, got an array"],
  [{ config: { PORT: 8080 } }, 'config to shout: "PORT": expected a string, got 8080'],
  [{ config: { KEY: "\ud800" } }, 'config to shout: "KEY" has half a surrogate pair in it'],
  [{ logging: true }, "logging to shout: expected a function or an object with a write method, got true"],
  [
    { logging: { to: console.log, level: "loud" } },
    'logging to shout: level: expected one of trace, debug, info, warn, error, critical, got "loud"',
  ],
  [
    { logging: { to: console.log, maxBytes: {} } },
    'logging to shout: maxBytes: expected a count of bytes or a size such as "64KiB", got a value of type object',
  ],
  [{ keyvalue: true }, "keyvalue to shout: expected an object of buckets, got true"],
  [
    { keyvalue: { "": false } },
    'keyvalue to shout: "": expected true, { maxBytes, maxEntries } or an object with get, set, delete, exists, listKeys, got false',
  ],
  [{ keyvalue: { a: { get: () => undefined } } }, 'keyvalue to shout: "a": it has no method set'],
  [{ keyvalue: { a: { maxEntries: -1 } } }, 'keyvalue to shout: "a": maxEntries: expected a count, got -1'],
  [{ keyvalue: { a: { maxByte: 1 } } }, 'keyvalue to shout: "a": bounds has no key "maxByte", did you mean "maxBytes"'],
  [[], "capabilities to shout: expected an object, got an array"],
  ["all", 'capabilities to shout: expected an object, got "all"'],
  [null, "capabilities to shout: expected an object, got null"],
])("a value of another shape is refused: %o", async (grant, message) => {
  await expect(createPreview1(grant as never, { name: "shout" })).rejects.toThrow(
    expect.objectContaining({ code: "bad-argument", message: `cannot grant ${message}`, plugin: "shout" }),
  );
});

test("all known keys may be given, and given as undefined", async () => {
  const nothing = Object.fromEntries(grantKeys.map((key) => [key, undefined]));
  expect(Object.keys(nothing)).toEqual([
    "args",
    "env",
    "stdin",
    "stdout",
    "stderr",
    "clock",
    "random",
    "sleep",
    "files",
    "config",
    "logging",
    "keyvalue",
    "http",
  ]);
  const { imports, bind } = await createPreview1(nothing, { name: "shout" });
  bind(new WebAssembly.Memory({ initial: 1 }));
  expect(imports["random_get"]?.(0, 8)).toBe(76);
});

test("what stands on Object.prototype is not granted", async () => {
  Object.defineProperty(Object.prototype, "random", { value: true, configurable: true });
  try {
    const { imports, bind } = await createPreview1({}, { name: "shout" });
    bind(new WebAssembly.Memory({ initial: 1 }));
    expect(imports["random_get"]?.(0, 8)).toBe(76);
  } finally {
    Reflect.deleteProperty(Object.prototype, "random");
  }
});
