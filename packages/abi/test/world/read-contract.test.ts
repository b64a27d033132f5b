import { printWorld, readContract } from "@polyplug/abi";
import { PluginError } from "@polyplug/errors";
import { ByteWriter } from "@polyplug/wasm-binary";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { failure } from "../failure.ts";
import { fixture } from "./fixture.ts";
import { functionOf, itemsOf, resourceOf, typeOf } from "./items.ts";

const types = "acme:text/types@1.3.0";

describe("a world that tools wrote", () => {
  test("reads as its WIT says, with the interfaces that it uses for types as imports", () => {
    const { world, encoding } = readContract(fixture("text"));
    expect(encoding).toBe("utf8");
    expect(printWorld(world)).toBe(`world acme:text/plugin@1.3.0 {
  import acme:text/types@1.3.0 {
    enum mode { fast, exact }
    record options { width: u32, mode: mode, note: option<string> }
    resource file {
      constructor(name: string);
      read: func(at: u64) -> result<list<u8>, string>;
      open: static func(name: string) -> option<file>;
    }
  }
  import acme:text/log@1.3.0 {
    use acme:text/types@1.3.0.{options as settings};
    type level = u8;
    write: func(level: level, line: string, settings: settings);
  }
  import env {
    get: func(name: string) -> option<string>;
  }
  use acme:text/types@1.3.0.{mode};
  import now: func() -> f64;
  export name: func() -> string;
  export modes: func() -> list<mode>;
  export acme:text/filter@1.3.0 {
    use acme:text/types@1.3.0.{options};
    use acme:text/types@1.3.0.{file};
    variant outcome { unchanged, changed(string), failed(tuple<u32, char>) }
    flags marks { bold, italic }
    resource run {
      constructor(options: options) -> result<run, string>;
      next: func(input: borrow<file>) -> outcome;
    }
    transform: func(text: string, options: options, marks: marks) -> result<_, outcome>;
  }
}
`);
  });

  test("has one object for a type and for a resource that several interfaces use", () => {
    const { world } = readContract(fixture("text"));
    const own = itemsOf(world.imports, types);
    const filter = itemsOf(world.exports, "acme:text/filter@1.3.0");
    expect(typeOf(itemsOf(world.imports, "acme:text/log@1.3.0"), "settings")).toBe(typeOf(own, "options"));
    expect(typeOf(filter, "options")).toBe(typeOf(own, "options"));
    expect(functionOf(filter, "transform").params[1]?.type).toBe(typeOf(own, "options"));
    expect(typeOf(world.imports, "mode")).toBe(typeOf(own, "mode"));
    expect(resourceOf(filter, "file")).toBe(resourceOf(own, "file"));
    expect(resourceOf(filter, "run")).not.toBe(resourceOf(own, "file"));
  });

  test("has other resources each time it is read", () => {
    const [one, other] = [readContract(fixture("text")), readContract(fixture("text"))];
    const file = ({ world }: typeof one) => resourceOf(itemsOf(world.imports, types), "file");
    expect(file(one)).not.toBe(file(other));
  });

  test("keeps a version as it was cut", () => {
    const { world } = readContract(fixture("text-cm32p2"));
    expect([...world.imports.keys()]).toEqual(["acme:text/types@1", "acme:text/log@1", "env", "mode", "now"]);
  });

  test("tells of what cannot be carried yet", () => {
    expect(printWorld(readContract(fixture("later")).world)).toBe(`world acme:later/later {
  import acme:later/tell {
    resource item;
    record point { x: s8, y: f32 }
    parts: func(of: borrow<item>) -> stream<u8>;
    points: async func() -> future<point>;
    grid: func(cells: list<point, 4>, names: map<string, u32>) -> future;
  }
}
`);
  });
});

describe("what is no contract", () => {
  const header = [0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00];
  const section = (id: number, write: (writer: ByteWriter) => void): Uint8Array =>
    new ByteWriter().byte(id).sized(write).toBytes();
  const encoding = (...content: number[]): Uint8Array =>
    section(0, (writer) => writer.name("wit-component-encoding").raw(content));
  const of = (...parts: (Uint8Array | readonly number[])[]): Uint8Array =>
    parts.reduce<ByteWriter>((writer, part) => writer.raw(part), new ByteWriter()).toBytes();
  // (type (component (type (component)) (export "a:b/c" (component (type 0)))))
  const typeSection = section(0x07, (writer) =>
    writer.raw([0x01, 0x41, 0x02, 0x01, 0x41, 0x00, 0x04, 0x00]).name("a:b/c").raw([0x04, 0x00]),
  );
  // (export "c" (type 0))
  const exportSection = section(0x0b, (writer) => writer.raw([0x01, 0x00]).name("c").raw([0x03, 0x00, 0x00]));

  test("is told from the least that is one", () => {
    const { world } = readContract(of(header, encoding(4, 2), typeSection, exportSection));
    expect(world).toEqual({ name: "a:b/c", imports: new Map(), exports: new Map() });
  });

  test.each([
    ["no bytes", [], "malformed", "it is no component"],
    ["other bytes", [1, 2, 3, 4, 5, 6, 7, 8], "malformed", "it is no component"],
    ["the form of 2023", [3, 0, 1, 0x63, ...header], "unsupported", "its format is 3, and only 4 is known"],
    ["no export", of(header, encoding(4, 0), typeSection), "malformed", "it does not export the type of a world"],
    ["no encoding", of(header, typeSection, exportSection), "malformed", "it has no section wit-component-encoding"],
    ["a later format", of(header, encoding(5, 0), typeSection, exportSection), "unsupported", "its format is 5"],
    [
      "an encoding that there is not",
      of(header, encoding(4, 3), typeSection, exportSection),
      "malformed",
      "says no encoding",
    ],
    [
      "an encoding and more",
      of(header, encoding(4, 0, 0), typeSection, exportSection),
      "malformed",
      "says no encoding",
    ],
    ["no encoding at all", of(header, encoding(), typeSection, exportSection), "malformed", "says no encoding"],
    // (type string) (export "c" (type 0))
    [
      "a type of values",
      of(header, encoding(4, 0), [0x07, 0x02, 0x01, 0x73], exportSection),
      "malformed",
      "the type of a world",
    ],
    // (type (component)) (export "c" (type 0))
    [
      "a type without a world",
      of(header, encoding(4, 0), [0x07, 0x03, 0x01, 0x41, 0x00], exportSection),
      "malformed",
      "the type of a world",
    ],
  ])("%s", (_what, bytes, code, reason) => {
    const error = failure(() => readContract(Uint8Array.from(bytes)));
    expect(error.code).toBe(code);
    expect(error.reason).toContain(reason);
  });

  test("is refused at its place in the file", () => {
    const bytes = of(header, encoding(5, 0), typeSection, exportSection);
    // The content follows the header, the id and size of the section, and a name of 22 letters after its length.
    expect(failure(() => readContract(bytes, 0x100)).offset).toBe(0x100 + 8 + 2 + 23);
  });

  test("never gives anything but a PluginError, whatever byte is another", () => {
    const bytes = fixture("text");
    let refused = 0;
    fc.assert(
      fc.property(
        fc.nat(bytes.length - 1),
        fc.nat(255),
        fc.integer({ min: 1, max: bytes.length }),
        (at, byte, length) => {
          const mutated = bytes.slice(0, length < bytes.length / 4 ? length : bytes.length);
          mutated[at] = byte;
          try {
            readContract(mutated);
          } catch (error) {
            if (!PluginError.is(error)) throw error;
            refused++;
          }
        },
      ),
      { numRuns: 2_000 },
    );
    expect(refused).toBeGreaterThan(1_000);
  });
});
