import { describe, expect, test } from "vitest";
import { bindgen, contractIn, contractOf } from "./contracts.ts";
import { guest } from "./guest.ts";
import { abis, load, loadBytes } from "./load.ts";

const hostile = await contractIn("world.wit");
const tools = await bindgen();

/** A text that the guest gives and passes on: where it says that it is, how long, and what really lies at 1024. */
interface Text {
  readonly name: string;
  readonly encoding: "utf16" | "latin1+utf16";
  readonly pointer: number;
  readonly length: number;
  readonly bytes?: readonly number[];
}

function body({ pointer, length, bytes = [] }: Text): string {
  const data = bytes.map((byte) => `\\${byte.toString(16).padStart(2, "0")}`).join("");
  return `
    (import "polyplug:hostile/taken" "text" (func $pass (param i32 i32)))
    (data (i32.const 1024) "${data}")
    (func (export "run") (call $pass (i32.const ${pointer}) (i32.const ${length})))
    (func (export "polyplug:hostile/given#text") (result i32)
      (i32.store (i32.const 64) (i32.const ${pointer})) (i32.store (i32.const 68) (i32.const ${length})) (i32.const 64))`;
}

async function loadText(text: Text, canonicalAbi: (typeof abis)[number], passed: (value: unknown) => void) {
  const bytes = await tools.embed(guest(hostile, body(text)), hostile.wit, { encoding: text.encoding });
  const imports = { "polyplug:hostile/taken": { text: passed } };
  return loadBytes(bytes, { contract: hostile.contract, canonicalAbi, imports });
}

const utf16 = 2 ** 31;
const most = "268435455 are allowed";

const refused: readonly (Text & { readonly reason: string })[] = [
  {
    name: "half a pair",
    encoding: "utf16",
    pointer: 1024,
    length: 1,
    bytes: [0x00, 0xd8],
    reason: "the string is not UTF-16",
  },
  {
    name: "the other half",
    encoding: "utf16",
    pointer: 1024,
    length: 2,
    bytes: [0x00, 0xdc, 0x61, 0],
    reason: "the string is not UTF-16",
  },
  {
    name: "a pair the wrong way round",
    encoding: "utf16",
    pointer: 1024,
    length: 2,
    bytes: [0x00, 0xdc, 0x00, 0xd8],
    reason: "the string is not UTF-16",
  },
  {
    name: "a misaligned text",
    encoding: "utf16",
    pointer: 1025,
    length: 1,
    reason: "the string is at 0x401, which is not aligned to 2 bytes",
  },
  {
    name: "2^27 code units",
    encoding: "utf16",
    pointer: 1024,
    length: 2 ** 27,
    reason: `the string has 268435456 bytes, and ${most}`,
  },
  {
    name: "2^31 code units, whose bytes wrap to none",
    encoding: "utf16",
    pointer: 1024,
    length: utf16,
    reason: `the string has 4294967296 bytes, and ${most}`,
  },
  {
    name: "half a pair, tagged",
    encoding: "latin1+utf16",
    pointer: 1024,
    length: utf16 + 1,
    bytes: [0xff, 0xdb],
    reason: "the string is not UTF-16",
  },
  {
    name: "a misaligned text in Latin-1",
    encoding: "latin1+utf16",
    pointer: 1025,
    length: 1,
    reason: "the string is at 0x401, which is not aligned to 2 bytes",
  },
  {
    name: "a tag and all other bits",
    encoding: "latin1+utf16",
    pointer: 1024,
    length: 2 ** 32 - 1,
    reason: `the string has 4294967294 bytes, and ${most}`,
  },
  {
    name: "all bits but the tag",
    encoding: "latin1+utf16",
    pointer: 1024,
    length: utf16 - 1,
    reason: `the string has 2147483647 bytes, and ${most}`,
  },
  {
    name: "a text that ends beyond memory",
    encoding: "utf16",
    pointer: 65_534,
    length: 2,
    reason: "the string is at 0xfffe, where 4 bytes do not fit in the memory of 65536 bytes",
  },
];

const taken: readonly (Text & { readonly value: string })[] = [
  {
    name: "a byte order mark",
    encoding: "utf16",
    pointer: 1024,
    length: 2,
    bytes: [0xff, 0xfe, 0x61, 0],
    value: "\ufeffa",
  },
  {
    name: "the mark of the other byte order",
    encoding: "utf16",
    pointer: 1024,
    length: 1,
    bytes: [0xfe, 0xff],
    value: "\ufffe",
  },
  {
    name: "bytes that Windows has other characters for",
    encoding: "latin1+utf16",
    pointer: 1024,
    length: 3,
    bytes: [0x80, 0x9f, 0xff],
    value: "\x80\x9f\xff",
  },
  { name: "nothing, tagged", encoding: "latin1+utf16", pointer: 1024, length: utf16, value: "" },
  {
    name: "a pair, tagged",
    encoding: "latin1+utf16",
    pointer: 1024,
    length: utf16 + 2,
    bytes: [0x3d, 0xd8, 0x00, 0xde],
    value: "\u{1f600}",
  },
];

describe.each(abis)("%s: a text that lies", (canonicalAbi) => {
  test.each(refused)("$encoding: $name", async (text) => {
    for (const [path, what] of [
      ["given.text", 'the result of "polyplug:hostile/given#text": '],
      ["run", 'argument 1 of "polyplug:hostile/taken#text": value: '],
    ] as const) {
      const { fails } = await loadText(text, canonicalAbi, () => expect.unreachable("the host was called with it"));
      const error = await fails(path);
      expect(error).toMatchObject({ code: "trap", message: `cannot lift ${what}${text.reason}` });
      expect(await fails("count")).toMatchObject({ code: "poisoned", cause: error });
    }
  });

  test.each(taken)("$encoding: $name is as good as any", async (text) => {
    const passed: unknown[] = [];
    const { call } = await loadText(text, canonicalAbi, (value) => void passed.push(value));
    expect(call("given.text")).toBe(text.value);
    call("run");
    expect(passed).toEqual([text.value]);
  });
});

/** Enough cases for a discriminant of 16 bits. */
const wide = await contractOf(`package polyplug:wide;
  interface all {
    enum many { ${Array.from({ length: 257 }, (_, index) => `c${index}`).join(", ")} }
    variant any { ${Array.from({ length: 300 }, (_, index) => `c${index}(u8)`).join(", ")} }
    one: func() -> many;
    two: func() -> list<many>;
    three: func() -> list<any>;
  }
  world wide { export all; }`);

describe.each(abis)("%s: a discriminant of 16 bits", (canonicalAbi) => {
  const bodies = (discriminant: number): string => `
    (data (i32.const 64) "\\00\\04\\00\\00\\01\\00\\00\\00")
    (func (export "polyplug:wide/all#one") (result i32) (i32.const ${discriminant}))
    (func (export "polyplug:wide/all#two") (result i32)
      (i32.store16 (i32.const 1024) (i32.const ${discriminant})) (i32.const 64))
    (func (export "polyplug:wide/all#three") (result i32)
      (i32.store (i32.const 1024) (i32.const ${discriminant})) (i32.const 64))`;

  test.each([
    ["all.one", 257, "the discriminant is 257, and there are 257 cases"],
    ["all.one", 65_536, "the discriminant is 65536, and there are 257 cases"],
    ["all.two", 257, "[0]: the discriminant is 257, and there are 257 cases"],
    ["all.two", 65_535, "[0]: the discriminant is 65535, and there are 257 cases"],
    ["all.three", 300, "[0]: the discriminant is 300, and there are 300 cases"],
  ])("%s of %i is none", async (path, discriminant, reason) => {
    const { fails } = await load(wide, bodies(discriminant), { canonicalAbi });
    expect(await fails(path)).toMatchObject({ code: "trap", reason });
    expect((await fails(path)).code).toBe("poisoned");
  });

  test("the last one is one", async () => {
    const { call } = await load(wide, bodies(256), { canonicalAbi });
    expect(call("all.one")).toBe("c256");
    expect(call("all.two")).toEqual(["c256"]);
    expect(call("all.three")).toEqual([{ tag: "c256", val: 0 }]);
  });
});
