import { expect, test } from "vitest";
import { callsOf, plugins } from "../plugins.ts";

const { load } = plugins();

const keywords = [
  "for",
  "of",
  "u8",
  "constructor",
  "delete",
  "null",
  "void",
  "class",
  "load",
  "store",
  "get",
  "set",
  "type",
  "from",
  "is",
];

test("what is a keyword, or a function or type of AssemblyScript, gets an underscore where it has to", async () => {
  const functions = keywords.map((name) => `%${name}: func(%${name}: u32) -> u32;`).join("\n");
  const wit = `package test:words;
interface index { ${functions} record error { %class: u32 } variant array { tag(u32), payload, %switch(error) } fail: func(how: array) -> error; }
interface host { ${functions} resource %string { constructor(%this: u32); drop: func() -> u32; create: static func() -> u32; %new: func() -> u32; } }
world words { import host; export index; }`;
  const escaped = new Set(["for", "of", "u8", "constructor", "delete", "null", "void", "class"]);
  const own = (name: string) => (escaped.has(name) ? `${name}_` : name);
  const source = `import * as host from "./bindings/host";
import { Array_, Array_Tag, Error_ } from "./bindings/words-index";
export namespace wordsIndex {
  ${keywords.map((name) => `export function ${own(name)}(x: u32): u32 { return host.${own(name)}(x); }`).join("\n  ")}
  export function fail(how: Array_): Error_ {
    switch (how.tag) {
      case Array_Tag.Tag: return new Error_(how.tag_);
      case Array_Tag.Payload: return new Error_(new host.String_(7).new_() + new host.String_(7).drop_() + host.String_.create_());
      default: return how.switch_;
    }
  }
}
`;
  class StringResource {
    readonly #value: number;
    constructor(value: number) {
      this.#value = value;
    }
    new(): number {
      return this.#value;
    }
    drop(): number {
      return 100;
    }
    static create(): number {
      return 1000;
    }
  }
  const functionsOfHost = Object.fromEntries(keywords.map((name, at) => [name, (value: number) => value + at]));
  const imports = { "test:words/host": { ...functionsOfHost, String: StringResource } };
  const calls = callsOf(await load(wit, source, { imports }), "index");
  for (const [at, name] of keywords.entries()) expect(calls[name]?.(1000)).toBe(1000 + at);
  expect(calls["fail"]?.({ tag: "tag", val: 3 })).toEqual({ class: 3 });
  expect(calls["fail"]?.({ tag: "payload" })).toEqual({ class: 1107 });
  expect(calls["fail"]?.({ tag: "switch", val: { class: 5 } })).toEqual({ class: 5 });
});
