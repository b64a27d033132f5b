import type { ResourceType } from "@polyplug/abi";
import { describe, expect, test } from "vitest";
import { planFixture } from "../fixture.ts";
import { abis, load } from "../plugin.ts";

describe.each(abis)("by $name", (abi) => {
  test("lifts and lowers through a table that is filled last", async () => {
    const lines: string[] = [];
    const imports = { "acme:text/log@1.0.0#write": (line: string) => void lines.push(line) };
    const plugin = await load(await planFixture("shout"), { abi, imports });
    expect(plugin.call("shout", "what?")).toBe("what!");
    expect(plugin.call("shout", "grüß.")).toBe("grüß!");
    expect(lines).toEqual(["what?", "grüß."]);
  });

  test("makes each instance anew", async () => {
    const plan = await planFixture("shout");
    const heard: string[][] = [[], []];
    const [one, other] = await Promise.all(
      heard.map((lines) =>
        load(plan, { abi, imports: { "acme:text/log@1.0.0#write": (line: string) => void lines.push(line) } }),
      ),
    );
    one?.call("shout", "a.");
    other?.call("shout", "b.");
    expect(heard).toEqual([["a."], ["b."]]);
  });

  test("gives names of a binary to the engine as names", async () => {
    const plugin = await load(await planFixture("names"), { abi });
    expect(plugin.call("constructor")).toBe(4321);
    expect(plugin.call("to-string")).toBe(4321);
    expect(Object.prototype).not.toHaveProperty("process");
  });

  test("lends a resource of the host's, and has it ended by who made it", async () => {
    const ended: [string, number][] = [];
    const sizes = new Map<number, number>();
    const plugin = await load(await planFixture("pass-through"), {
      abi,
      imports: {
        "acme:fs/files#open": (size: number) => {
          sizes.set(sizes.size + 1, size);
          return sizes.size;
        },
        "acme:fs/files#size": (file: number) => sizes.get(file),
      },
      destructor: (resource: ResourceType) => (rep) => void ended.push([resource.name, rep]),
    });
    expect([plugin.call("measure", 70), plugin.call("measure", 80)]).toEqual([70, 80]);
    expect(ended).toEqual([
      ["file", 1],
      ["file", 2],
    ]);
  });

  test("a function that only goes through is the host's own", async () => {
    const open = () => 5;
    const plan = await planFixture("pass-through");
    expect(plan.imports.map((item) => item.name).sort()).toEqual(["open", "size"]);
    const plugin = await load(plan, {
      abi,
      imports: { "acme:fs/files#open": open, "acme:fs/files#size": () => 0 },
    });
    expect(plugin.call("files#open", 1)).toBe(5);
  });

  test("a start function that calls the host, which fails", async () => {
    const cause = new Error("no");
    const plan = await planFixture("start");
    const imports = {
      host: () => {
        throw cause;
      },
    };
    await expect(load(plan, { abi, imports })).rejects.toMatchObject({ code: "trap", cause });
  });
});

test("names that hold the track of a version are whole again, and what only served to build is hidden", async () => {
  const plan = await planFixture("versions");
  expect([...plan.world.imports.keys()]).toEqual(["acme:text/log@1.2.3"]);
  expect(plan.imports).toMatchObject([{ interface: "acme:text/log@1.2.3", name: "write" }]);
  expect([...plan.world.exports.keys()]).toEqual(["acme:text/log@1.0.1"]);
  expect([...plan.exports.keys()]).toEqual(["acme:text/log@1.0.1"]);
});

test("what cannot run yet is planned, named, and refused", async () => {
  const plan = await planFixture("async");
  expect([...plan.unsupported].sort()).toEqual([
    "async func",
    "async lift",
    "backpressure.inc",
    "stream<u8>",
    "task.return",
  ]);
  expect([...plan.world.exports.keys()]).toEqual(["run", "read"]);
  await expect(load(plan)).rejects.toMatchObject({
    code: "unsupported",
    reason: expect.stringContaining("task.return"),
  });
});

test("a function is told of with the type that is exported beside it", async () => {
  const { exports } = (await planFixture("ascribed")).world;
  const [size, width] = [exports.get("size"), exports.get("width")];
  expect(size).toMatchObject({ kind: "type", type: { kind: "record" } });
  expect(width?.kind === "function" && size?.kind === "type" && width.type.params[0]?.type === size.type).toBe(true);
});
