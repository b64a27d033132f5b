import { type LoadOptions, loadPlugin } from "@polyplug/host";
import { afterEach, expect, test } from "vitest";
import { failure } from "./failure.ts";
import { revoked } from "./revoked.ts";
import { wat } from "./wat.ts";

const caller = wat(`(module (import "env" "f" (func $f)) (func (export "g") call $f))`);
const plain = wat(`(module (func (export "f")))`);

const throwing = (key: string): object =>
  Object.defineProperty({}, key, {
    enumerable: true,
    get: () => {
      throw new Error("from a getter");
    },
  });

test.each<[string, unknown]>([
  ["null", null],
  ["a text", "x"],
  ["a function", () => 1],
  ["a name that is no text", { name: Symbol("name") }],
  ["a hash that is no text", { integrity: ["sha256-x"] }],
  ["a name that throws", throwing("name")],
  ["imports that throw", throwing("imports")],
  ["imports that are null", { imports: null }],
  ["a module that is null", { imports: { env: null } }],
  ["a module that throws", { imports: throwing("env") }],
  ["an import that throws", { imports: { env: throwing("f") } }],
  ["a module that is revoked", { imports: { env: revoked() } }],
  ["an import that is revoked", { imports: { env: { f: revoked() } } }],
  ["a proxy that was revoked", revoked()],
  ["a grant that throws", { grant: throwing("stdout") }],
  ["a grant that was revoked", { grant: revoked() }],
  ["an environment that throws", { grant: { env: throwing("HOME") } }],
  ["a sink that was revoked", { grant: { stdout: revoked() } }],
])("options with %s are refused", async (_, options) => {
  const error = await failure(() => loadPlugin(caller, options as LoadOptions));
  expect(error.code).toBe("bad-argument");
  expect(error.message).toMatch(/^cannot (load|grant \w+ to) plugin: /);
});

const polluted = Object.prototype as unknown as Record<string, unknown>;
const keys = ["grant", "imports", "integrity", "name", "seed", "maxBytes", "fixed"];
afterEach(() => {
  for (const key of keys) delete polluted[key];
});

test("what somebody left on Object.prototype is no option, no import and no grant", async () => {
  const taken: string[] = [];
  polluted["imports"] = { env: { f: () => taken.push("import") } };
  polluted["integrity"] = "sha256-";
  polluted["name"] = "evil";
  polluted["grant"] = { stduot: true };
  expect((await loadPlugin(plain)).name).toBe("plugin");
  expect(await failure(() => loadPlugin(caller))).toMatchObject({ code: "missing-import" });
  expect(taken).toEqual([]);
});

test("what somebody left on Object.prototype is no part of a grant", async () => {
  polluted["seed"] = 1;
  expect(await failure(() => loadPlugin(plain, { grant: { random: {} as { seed: number } } }))).toMatchObject({
    code: "bad-argument",
    path: "grant.random",
  });
  polluted["maxBytes"] = "nonsense";
  polluted["fixed"] = "nonsense";
  const grant = { stdout: { to: () => undefined }, clock: {} };
  expect((await loadPlugin(plain, { grant })).name).toBe("plugin");
});
