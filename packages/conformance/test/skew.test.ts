import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadBindgen } from "@polyplug/bindgen";
import { type Contract, defineContract, loadPlugin, PluginError } from "@polyplug/host";
import { type BuiltTypedGuest, buildTypedGuests, discoverTypedGuests } from "@polyplug/toolchains";
import { beforeAll, describe, expect, test } from "vitest";

const folder: string = fileURLToPath(new URL("../skew", import.meta.url));

type Version = "1.0" | "1.3" | "1.4";

interface Options {
  readonly width: number;
  readonly ellipsis?: string;
}

interface Exports {
  readonly filter: { shorten(text: string, options: Options): unknown };
}

const contracts = new Map<Version, Contract<Exports>>();
const plugins: BuiltTypedGuest[] = [];

const topicOf = (version: Version): string => `skew-${version.replace(".", "-")}`;

beforeAll(async () => {
  const bindgen = await loadBindgen();
  for (const version of ["1.0", "1.3", "1.4"] as const) {
    const wit = await readFile(join(folder, topicOf(version), "world.wit"), "utf8");
    contracts.set(version, defineContract(Buffer.from(await bindgen.contract(wit)).toString("base64")));
  }
  bindgen.dispose();
  for (const built of await buildTypedGuests(await discoverTypedGuests(folder))) {
    if (!("path" in built)) throw new Error("error" in built ? built.error.message : built.cure);
    plugins.push(built);
  }
});

const builds = (["rust", "c", "assemblyscript"] as const).flatMap((language) =>
  (["core", "component"] as const).flatMap((target) =>
    (["compiled", "reference"] as const).map((canonicalAbi) => ({ language, target, canonicalAbi })),
  ),
);

describe.for(builds)("in $language, $target, $canonicalAbi", ({ language, target, canonicalAbi }) => {
  /** Loads the plugin of one version in a host of another, which notes what it is told. */
  const load = async (version: Version, host: Version, told: unknown[][] = []) => {
    const plugin = plugins.find(
      (one) => one.topic === topicOf(version) && one.language === language && one.target === target,
    );
    const contract = contracts.get(host);
    if (plugin === undefined || contract === undefined) throw new Error(`no plugin ${version} or no host ${host}`);
    const write =
      host === "1.0"
        ? (level: unknown, line: unknown) => void told.push([level, line])
        : (level: unknown, line: unknown, place: unknown) => void told.push([level, line, place]);
    const imports = { "test:skew/log": { write } };
    return loadPlugin<Exports, object>(plugin.path, { contract, imports, canonicalAbi });
  };

  const refusal = async (version: Version, host: Version) => {
    const error: unknown = await load(version, host).catch((thrown: unknown) => thrown);
    if (!PluginError.is(error)) throw new Error("it was not refused", { cause: error });
    return error;
  };

  test("an older plugin does what it can in a newer host", async () => {
    const told: unknown[][] = [];
    const plugin = await load("1.0", "1.3", told);
    // The plugin knows of no ellipsis, and not what it removed.
    const options = { width: 5, ellipsis: "..." };
    const summary = plugin.exports.filter.shorten("hello world", options);
    expect(summary).toEqual({ text: "hello", length: 5, verdict: "cut", removed: undefined });
    expect(told).toStrictEqual([["warning", "cut 6", undefined]]);
    plugin.dispose();
  });

  test("a newer plugin does in an older host what that knows of", async () => {
    const told: unknown[][] = [];
    const plugin = await load("1.3", "1.0", told);
    const summary = plugin.exports.filter.shorten("hello world", { width: 5 });
    // The plugin gives what it removed as well, of which the host does not know.
    expect(summary).toStrictEqual({ text: "hello", length: 5, verdict: "cut" });
    expect(told).toStrictEqual([["warning", "cut 6"]]);
    plugin.dispose();
  });

  test("a plugin of the same version does everything", async () => {
    const told: unknown[][] = [];
    const plugin = await load("1.3", "1.3", told);
    const expected = { text: "hello...", length: 8, verdict: "cut", removed: 6 };
    expect(plugin.exports.filter.shorten("hello world", { width: 5, ellipsis: "..." })).toStrictEqual(expected);
    expect(told).toStrictEqual([["warning", "cut 6", "filter"]]);
    plugin.dispose();

    const newest = await load("1.4", "1.4");
    const summary = { text: "one\ntwo", length: 7n, verdict: "cut", removed: undefined, lines: 2 };
    expect(newest.exports.filter.shorten("one\ntwo\nthree", { width: 7 })).toStrictEqual(summary);
    newest.dispose();
  });

  test.for(["1.0", "1.3"] as const)("a plugin of %s that lacks what a newer host needs is refused", async (version) => {
    const error = await refusal(version, "1.4");
    expect(error.code).toBe("contract-mismatch");
    expect(error.differences).toEqual([
      {
        path: "export test:skew/filter@1.4.0#shorten: result: lines",
        wanted: "field lines: u32",
        found: "no such field",
        cure: "build the plugin against test:skew/filter@1.4.0",
      },
    ]);
  });

  test.for(["1.0", "1.3"] as const)(
    "a newer plugin that gives what a host of %s does not know is refused",
    async (host) => {
      const error = await refusal("1.4", host);
      expect(error.code).toBe("contract-mismatch");
      expect(error.differences?.map(({ path, wanted, found }) => ({ path, wanted, found }))).toEqual([
        { path: `export test:skew/filter@${host}.0#shorten: result: length`, wanted: "u32", found: "u64" },
        {
          path: `export test:skew/filter@${host}.0#shorten: result: verdict(emptied)`,
          wanted: "no such case",
          found: "case emptied",
        },
      ]);
    },
  );
});
