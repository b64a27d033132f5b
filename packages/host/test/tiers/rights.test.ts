import childProcess, { type SpawnOptions } from "node:child_process";
import { closeSync, openSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { expect, onTestFinished, test, vi } from "vitest";
import { wat } from "../wat.ts";
import { children } from "./started.ts";
import { loadOn } from "./tiers.ts";

const seven = wat(`(module (func (export "run") (result i32) (i32.const 7)))`);

test("a plugin's process has nothing of its host's environment, and none of its files", async () => {
  vi.stubEnv("POLYPLUG_SECRET", "of the host");
  const secret = openSync(import.meta.filename, "r");
  onTestFinished(() => {
    vi.unstubAllEnvs();
    closeSync(secret);
  });
  const before = new Set(children());
  using plugin = await loadOn<{ run(): number }>("process", seven, { limits: { time: "1min" } });
  expect(await plugin.exports.run()).toBe(7);
  const [child] = children().filter((pid) => !before.has(pid));
  expect(readFileSync(`/proc/${child}/environ`, "utf8")).toBe("");
  const handles = readdirSync(`/proc/${child}/fd`).map((fd) => readlinkSync(`/proc/${child}/fd/${fd}`));
  expect(handles.length).toBeGreaterThan(2);
  expect(handles.filter((target) => /^\/(?!dev\/(null|urandom)$)/.test(target))).toEqual([]);
});

/** What a program comes to that has a plugin's process to itself, as somebody would who broke out of the engine. */
const breakOut = `
  const tried = (work) => { try { work(); return "done"; } catch (error) { return error.code; } };
  console.log(JSON.stringify({
    reads: tried(() => require("node:fs").readFileSync("/etc/passwd")),
    lists: tried(() => require("node:fs").readdirSync("/")),
    writes: tried(() => require("node:fs").writeFileSync("/tmp/polyplug-broke-out", "")),
    starts: tried(() => require("node:child_process").spawnSync("/bin/true")),
    loads: tried(() => process.dlopen({ exports: {} }, "/tmp/none.node")),
    knows: Object.keys(process.env),
  }));`;

test("what has a plugin's process to itself reads, writes, starts and loads nothing", async () => {
  const spawn = vi.spyOn(childProcess, "spawn");
  onTestFinished(() => spawn.mockRestore());
  using plugin = await loadOn<{ run(): number }>("process", seven, { limits: { time: "1min" } });
  expect(await plugin.exports.run()).toBe(7);
  const [file, args, options] = spawn.mock.calls[0] as unknown as [string, string[], SpawnOptions];
  const { stdout } = childProcess.spawnSync(file, [...args.slice(0, -1), "--eval", breakOut], {
    ...options,
    stdio: "pipe",
    encoding: "utf8",
  });
  const denied = "ERR_ACCESS_DENIED";
  expect(JSON.parse(stdout)).toEqual({
    reads: denied,
    lists: denied,
    writes: denied,
    starts: denied,
    loads: expect.stringMatching(/^ERR_(ACCESS_DENIED|DLOPEN_DISABLED)$/),
    knows: [],
  });
});
