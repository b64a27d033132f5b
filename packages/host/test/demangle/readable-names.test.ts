import { expect, test } from "vitest";
import { demangle } from "../../src/demangle/demangle.ts";
import { readableNames } from "../../src/trap/readable-names.ts";
import { recorded } from "./recorded.ts";

/** A module in whose section for names there is this text. */
function named(text: string) {
  return { customs: [{ name: "name", offset: 0, bytes: new TextEncoder().encode(`\0\x05${text}\x01`) }] };
}

test.each(["rust.tsv", "itanium.tsv"] as const)("each symbol of %s is read, be it the only one", async (file) => {
  const symbols = recorded(file).map(([symbol]) => symbol);
  const read = await Promise.all(symbols.map(async (symbol) => (await readableNames([named(symbol)]))?.(symbol)));
  expect(read).toEqual(symbols.map(demangle));
});

test("what the linker left of a symbol is read", async () => {
  const name = "core::fmt::Write::write_fmt::h0123456789abcdef";
  const readable = await readableNames([named("main"), named(name)]);
  expect(readable?.(name)).toBe("core::fmt::Write::write_fmt");
});

test("names that nobody mangled are as they were, but for what a terminal would obey", async () => {
  const readable = await readableNames([named("main")]);
  expect(["main", "a\x1b[2Jb"].map((name) => readable?.(name))).toEqual(["main", "a\\u{1b}[2Jb"]);
});

test("without a section for names there is nothing to read", async () => {
  expect(await readableNames([{ customs: [] }])).toBeUndefined();
});
