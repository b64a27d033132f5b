import { PluginError, printable, printableLine, printableName } from "@polyplug/errors";
import { expect, test } from "vitest";

test.each([
  ["\u001b[2J", "\\u{1b}[2J"],
  ["\u009b2J", "\\u{9b}2J"],
  ["a\u202eb", "a\\u{202e}b"],
  ["\u2028", "\\u{2028}"],
  ["\ud800", "\\u{d800}"],
  ["grüße, 世界\n🎉", "grüße, 世界\n🎉"],
])("%j is printable as %j", (text, shown) => {
  expect(printable(text)).toBe(shown);
  expect(printable(shown)).toBe(shown);
});

test("a line stays one", () => {
  expect(printableLine("a\r\nb\u001b")).toBe("a\\u{d}\\nb\\u{1b}");
});

test("a name stays on its line and is cut", () => {
  expect(printableName("a\n    at evil")).toBe("a\\n    at evil");
  expect(printableName("x".repeat(100_000))).toBe(`${"x".repeat(100)}…`);
});

test("no message carries what a terminal would obey", () => {
  const init = { code: "trap", action: "call \u001b[2J", reason: "\u202eevil\u009b" } as const;
  const error = new PluginError(init);
  expect(error.message).toBe("cannot call \\u{1b}[2J: \\u{202e}evil\\u{9b}");
  for (const raw of ["\u001b", "\u202e", "\u009b"]) expect(error.stack).not.toContain(raw);
  expect(error.within("load a\nb").message).toMatch(/^cannot load a\\nb: /);
  expect(error.within("load \u001b").message).toBe("cannot load \\u{1b}: \\u{202e}evil\\u{9b}");
});
