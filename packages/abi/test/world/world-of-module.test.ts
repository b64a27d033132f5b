import { printWorld, type World, worldOfModule } from "@polyplug/abi";
import type { CustomSection, Import } from "@polyplug/wasm-binary";
import { describe, expect, test } from "vitest";
import { failure } from "../failure.ts";
import { fixture } from "./fixture.ts";
import { functionOf, itemsOf, resourceOf, typeOf } from "./items.ts";

const section = (name: string, bytes: Uint8Array): CustomSection => ({ name, offset: 0x40, bytes });
const plugin = section("component-type:plugin", fixture("text"));
const library = section("component-type:library", fixture("library"));
const rival = section("component-type:rival", fixture("rival"));

const imported = (module: string, name: string): Import => ({
  module,
  name,
  type: { kind: "func", type: { params: [], results: [] }, typeIndex: 0 },
});

function world(customs: readonly CustomSection[], imports: readonly Import[] = []): World {
  const contract = worldOfModule({ customs, imports, offset: 0 });
  if (contract !== undefined) return contract.world;
  expect.unreachable("there is no world");
}

const types = "acme:text/types@1.3.0";

describe("a module", () => {
  test("without such sections has no world", () => {
    expect(worldOfModule({ customs: [section("name", fixture("text"))], imports: [], offset: 0 })).toBeUndefined();
  });

  test("asks for the functions that it imports, whatever scheme their names are in", () => {
    const { imports } = world(
      [plugin],
      [
        imported("$root", "now"),
        imported("acme:text/types@1.3.0", "[method]file.read"),
        imported("acme:text/types@1.3.0", "[resource-drop]file"),
        imported("cm32p2|acme:text/log@1", "write"),
        imported("wasi_snapshot_preview1", "fd_write"),
      ],
    );
    expect(functionOf(imports, "now").params).toEqual([]);
    expect([...itemsOf(imports, types).keys()]).toEqual(["mode", "options", "file", "[method]file.read"]);
    expect([...itemsOf(imports, "acme:text/log@1.3.0").keys()]).toEqual(["settings", "level", "write"]);
    expect([...itemsOf(imports, "env").keys()]).toEqual([]);
  });

  test("asks for no function that it does not import", () => {
    expect(world([plugin]).imports.has("now")).toBe(false);
  });

  test("exports all of its world", () => {
    expect([...world([plugin]).exports.keys()]).toEqual(["name", "modes", "acme:text/filter@1.3.0"]);
  });
});

describe("several worlds in one module", () => {
  const all = [
    imported("$root", "now"),
    imported(types, "[constructor]file"),
    imported("acme:text/store@1.3.0", "save"),
    imported("acme:text/log@1.3.0", "write"),
  ];

  test("are one world, with each thing once", () => {
    const { imports } = world([plugin, library], all);
    expect([...imports.keys()]).toEqual([types, "acme:text/log@1.3.0", "env", "mode", "now", "acme:text/store@1.3.0"]);
    const [store, own] = [itemsOf(imports, "acme:text/store@1.3.0"), itemsOf(imports, types)];
    expect(resourceOf(store, "file")).toBe(resourceOf(own, "file"));
    expect(typeOf(store, "options")).toBe(typeOf(own, "options"));
    const { params, result } = functionOf(store, "save");
    expect(result).toBe(typeOf(own, "options"));
    expect(params[0]?.type).toEqual({ kind: "own", resource: resourceOf(own, "file") });
  });

  test("are the same whichever comes first, but for their order and name", () => {
    const [one, other] = [world([plugin, library], all), world([library, plugin], all)];
    const sorted = (text: string): string[] => text.split("\n").slice(1).sort();
    expect(other.name).toBe("acme:text/library@1.3.0");
    expect(sorted(printWorld(other))).toEqual(sorted(printWorld(one)));
  });

  test("may be one world twice", () => {
    expect(printWorld(world([plugin, plugin], all))).toBe(printWorld(world([plugin], all)));
  });

  test("must not differ in what a name is", () => {
    const error = failure(() => world([plugin, rival]));
    expect(error).toMatchObject({ code: "malformed", offset: 0x40 });
    expect(error.reason).toContain(`two sections component-type differ in what ${types}#options is`);
  });

  test("must have one encoding", () => {
    const bytes = fixture("library").slice();
    // The two bytes behind the name of the encoding's section: format, encoding.
    const at = 8 + 2 + 1 + "wit-component-encoding".length;
    expect([...bytes.subarray(at, at + 2)]).toEqual([4, 0]);
    bytes[at + 1] = 1;
    const error = failure(() => world([plugin, section("component-type:utf16", bytes)]));
    expect(error.code).toBe("unsupported");
    expect(error.reason).toContain("strings are utf8 and utf16 in one module");
  });
});
