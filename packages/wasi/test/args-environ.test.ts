import { createPreview1 } from "@polyplug/wasi";
import { expect, test } from "vitest";
import { allFunctions } from "./guests/all-functions.ts";
import { startGuest } from "./guests/start-guest.ts";

test("arguments are counted and laid out in bytes of UTF-8", async () => {
  const guest = await startGuest(allFunctions, { args: ["größe", "😀", ""] });
  expect(guest.call("args_sizes_get", 0x400, 0x404)).toBe(0);
  expect(guest.view().getUint32(0x400, true)).toBe(3);
  expect(guest.view().getUint32(0x404, true)).toBe(8 + 5 + 1);
  expect(guest.call("args_get", 0x500, 0x600)).toBe(0);
  const starts = [0, 4, 8].map((offset) => guest.view().getUint32(0x500 + offset, true));
  expect(starts).toEqual([0x600, 0x608, 0x60d]);
  expect(guest.text(0x600, 14)).toBe("größe\0😀\0\0");
});

test("variables are laid out as NAME=value in the order given", async () => {
  const guest = await startGuest(allFunctions, {
    env: { LANG: "de_CH", EMPTY: "", EQUALS: "a=b", ["__proto__"]: "p" },
  });
  guest.call("environ_sizes_get", 0x400, 0x404);
  guest.call("environ_get", 0x500, 0x600);
  const size = guest.view().getUint32(0x404, true);
  expect(guest.view().getUint32(0x400, true)).toBe(4);
  expect(guest.text(0x600, size)).toBe("LANG=de_CH\0EMPTY=\0EQUALS=a=b\0__proto__=p\0");
});

test.each([
  [{ args: ["a\0b"] }, "cannot grant args to shout: args[0] has a NUL in it"],
  [{ args: ["a", "\ud800"] }, "cannot grant args to shout: args[1] has half a surrogate pair in it"],
  [{ args: Array(1) }, "cannot grant args to shout: args[0]: expected a string, got undefined"],
  [{ args: ["a", 2] }, "cannot grant args to shout: args[1]: expected a string, got 2"],
  [{ args: "a b" }, 'cannot grant args to shout: expected an array of strings, got "a b"'],
  [{ args: Array(4097).fill("") }, "cannot grant args to shout: 4097 entries are given, allowed are 4096"],
  [{ args: ["a".repeat(1_048_576)] }, "cannot grant args to shout: 1048577 bytes are given, allowed are 1048576"],
  [{ env: { A: "secret\0" } }, 'cannot grant env to shout: "A" has a NUL in it'],
  [{ env: { A: "secret\udc00" } }, 'cannot grant env to shout: "A" has half a surrogate pair in it'],
  [{ env: { ["N".repeat(99)]: "\0" } }, `cannot grant env to shout: "${"N".repeat(60)}…" has a NUL in it`],
  [{ args: "a".repeat(99) }, `cannot grant args to shout: expected an array of strings, got "${"a".repeat(60)}…"`],
  [{ env: { "A=B": "c" } }, 'cannot grant env to shout: "A=B" is not the name of a variable'],
  [{ env: { "": "c" } }, 'cannot grant env to shout: "" is not the name of a variable'],
  [{ env: { A: undefined } }, 'cannot grant env to shout: "A": expected a string, got undefined'],
  [{ env: true }, "cannot grant env to shout: expected an object of strings, got true"],
])("what a C library would not see as it was granted is refused: %#", async (grant, message) => {
  const created = createPreview1(grant as never, { name: "shout" });
  await expect(created).rejects.toThrow(expect.objectContaining({ code: "bad-argument", message, plugin: "shout" }));
});
