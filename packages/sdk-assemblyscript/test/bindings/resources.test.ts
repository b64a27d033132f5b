import { ResultError } from "@polyplug/host";
import { expect, test } from "vitest";
import { callsOf, plugins } from "../plugins.ts";

const { load } = plugins();

const wit = `package test:things;
interface host {
  resource thing { constructor(name: string); name: func() -> string; open: static func(name: string) -> result<thing, string>; }
  count: func(things: list<borrow<thing>>) -> u32;
  give: func(thing: thing);
}
interface guest {
  use host.{thing};
  resource node { constructor(name: string); name: func() -> string; join: func(other: borrow<node>) -> node; }
  keep: func(node: node);
  kept: func() -> option<node>;
  lent: func(things: list<borrow<thing>>, one: option<borrow<thing>>) -> u32;
  twice: func(name: string) -> string;
  again: func(name: string);
  open: func(name: string) -> result<thing, string>;
  destroyed: func() -> list<string>;
}
world things { import host; export guest; }`;

const source = `import { Result } from "@polyplug/sdk-assemblyscript";
import { NodeResource } from "./bindings/guest";
import { count, give, Thing } from "./bindings/host";
let last: guest.Node | null = null;
let gone: string[] = [];
export namespace guest {
  export class Node extends NodeResource {
    constructor(private readonly label: string) { super(); }
    name(): string { return this.label; }
    join(other: Node): Node { return new Node(this.label + other.label); }
    destructor(): void { gone.push(this.label); }
  }
  export function keep(node: Node): void {
    const before = last;
    if (before !== null) before.drop();
    last = node;
  }
  export function kept(): Node | null { return last; }
  export function lent(things: Thing[], one: Thing | null): u32 {
    return count(things) + (one === null ? 100 : one.name().length);
  }
  export function twice(name: string): string {
    const thing = new Thing(name);
    thing.drop();
    thing.drop();
    return thing.name();
  }
  export function again(name: string): void {
    const thing = new Thing(name);
    give(thing);
    give(thing);
  }
  export function open(name: string): Result<Thing, string> { return Thing.open(name); }
  export function destroyed(): string[] { return gone; }
}
`;

interface Node {
  name(): string;
  join(other: Node): Node;
  [Symbol.dispose](): void;
}

function host() {
  const dropped: string[] = [];
  class Thing {
    readonly #name: string;
    constructor(name: string) {
      this.#name = name;
    }
    name(): string {
      return this.#name;
    }
    static open(name: string): Thing {
      return new Thing(name);
    }
    [Symbol.dispose](): void {
      dropped.push(this.#name);
    }
  }
  const given: string[] = [];
  const give = (thing: Thing) => given.push(thing.name());
  return {
    Thing,
    dropped,
    given,
    imports: { "test:things/host": { Thing, count: (all: Thing[]) => all.length, give } },
  };
}

async function start() {
  const { imports, ...seen } = host();
  const plugin = await load(wit, source, { imports });
  const calls = callsOf(plugin, "guest");
  const make = Reflect.get(Object(calls), "Node") as new (name: string) => Node;
  return { ...seen, plugin, calls, make };
}

test("a resource lives as long as anybody owns it, and ends once", async () => {
  const { calls, make } = await start();
  const [a, b] = [new make("a"), new make("b")];
  const both = a.join(b);
  expect([a.name(), b.name(), both.name()]).toEqual(["a", "b", "ab"]);
  a[Symbol.dispose]();
  expect(calls["destroyed"]?.()).toEqual(["a"]);
  calls["keep"]?.(b);
  expect(() => b.name()).toThrow(expect.objectContaining({ code: "bad-argument" }));
  expect(calls["destroyed"]?.()).toEqual(["a"]);
  calls["keep"]?.(both);
  expect(calls["destroyed"]?.()).toEqual(["a", "b"]);
  const back = calls["kept"]?.() as Node;
  expect(back.name()).toBe("ab");
  back[Symbol.dispose]();
  expect(calls["destroyed"]?.()).toEqual(["a", "b", "ab"]);
});

test("an object that the host owns cannot be given to it again", async () => {
  const { calls, make } = await start();
  calls["keep"]?.(new make("a"));
  const first = calls["kept"]?.() as Node;
  expect(first.name()).toBe("a");
  expect(() => calls["kept"]?.()).toThrow(
    "trap: this resource is owned by the host (~lib/@polyplug/sdk-assemblyscript",
  );
});

test("what a call lends is given back at its end", async () => {
  const { calls, Thing, dropped } = await start();
  const things = [new Thing("one"), new Thing("two")];
  for (let times = 0; times < 100; times++) expect(calls["lent"]?.(things, things[0])).toBe(5);
  expect(calls["lent"]?.([], undefined)).toBe(100);
  expect(dropped).toEqual([]);
});

test.for([
  ["twice", "dropped"],
  ["again", "given away"],
] as const)("a handle that was %s is of no use any more", async ([name]) => {
  const { calls, dropped, given } = await start();
  expect(() => calls[name]?.("it")).toThrow(
    /^cannot call test:things\/guest#\w+: trap: this resource was dropped or given away \(~lib\/@polyplug\/sdk-assemblyscript\/assembly\/resources\.ts:\d+:\d+\)$/,
  );
  expect([dropped, given]).toEqual(name === "twice" ? [["it"], []] : [[], ["it"]]);
});

test("a constructor that may fail is a static function", async () => {
  const fallible = `package test:fallible;
interface host { resource file { constructor(name: string) -> result<file, string>; name: func() -> string; } }
interface guest { resource gate { constructor(name: string) -> result<gate, string>; name: func() -> string; } }
world fallible { import host; export guest; }`;
  const plugin = `import { err, ok, Result } from "@polyplug/sdk-assemblyscript";
import { GateResource } from "./bindings/guest";
import { File } from "./bindings/host";
export namespace guest {
  export class Gate extends GateResource {
    constructor(private readonly file: File) { super(); }
    static create(name: string): Result<Gate, string> {
      const file = File.create(name);
      return file.isOk ? ok<Gate, string>(new Gate(file.value)) : err<Gate, string>("no gate: " + file.error);
    }
    name(): string { return this.file.name(); }
  }
}
`;
  class File {
    readonly #name: string;
    constructor(name: string) {
      if (name === "") throw new ResultError("it has no name");
      this.#name = name;
    }
    name(): string {
      return this.#name;
    }
  }
  const { exports } = await load(fallible, plugin, { imports: { "test:fallible/host": { File } } });
  const { Gate } = Reflect.get(exports, "guest") as { readonly Gate: new (name: string) => { name(): string } };
  expect(new Gate("north").name()).toBe("north");
  expect(() => new Gate("")).toThrow(expect.objectContaining({ payload: "no gate: it has no name" }));
});

test("a result may carry a resource", async () => {
  const { calls } = await start();
  expect(Reflect.get(Object(calls["open"]?.("door")), "name").call(calls["open"]?.("door"))).toBe("door");
});
