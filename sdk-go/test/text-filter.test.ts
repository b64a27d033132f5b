import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { adapterOf, buildPlugin, detectProject, runCommand } from "@polyplug/build";
import { loadPlugin, PluginError, ResultError } from "@polyplug/host";
import { equip, thisMachine } from "@polyplug/toolchains";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { contract } from "../../examples/text-filter/text-filter.contract.ts";

const example = join(import.meta.dirname, "../examples/text-filter");

/** What Go's runtime cannot start without. */
const grant = { clock: true, random: true } as const;

let folder: string;

beforeAll(async () => {
  const toolchain = await equip(adapterOf("go"), thisMachine());
  if (!("build" in toolchain)) throw new Error(toolchain.cure);
  folder = await mkdtemp(join(tmpdir(), "polyplug-sdk-go-"));
  await cp(example, folder, { recursive: true });
  await buildPlugin(await detectProject(folder, { name: "shout", lowering: "both" }));
  return () => rm(folder, { recursive: true });
});

async function load(lowering: string, stderr?: (chunk: Uint8Array) => void) {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const plugin = await loadPlugin(join(folder, `dist/shout.${lowering}.wasm`), {
    contract,
    imports: { "acme:text/log": { write } },
    grant: { ...grant, ...(stderr && { stderr }) },
  });
  onTestFinished(() => plugin[Symbol.dispose]());
  return { lines, transform: plugin.exports.transform };
}

function faultOf(call: () => unknown): PluginError {
  try {
    call();
  } catch (error) {
    if (PluginError.is(error)) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe.each(["core", "component"])("as a %s plugin", (lowering) => {
  test("the example shouts, and logs to its host", async () => {
    const { lines, transform } = await load(lowering);
    expect(transform("2 hey")).toBe("HEY HEY");
    expect(lines).toEqual(['level=INFO msg="Go is asked to shout" bytes=5']);
  });

  test("its errors are thrown as the contract's, those of the standard library too", async () => {
    const { transform } = await load(lowering);
    expect(() => transform("")).toThrow(new ResultError("there is nothing to shout"));
    expect(() => transform("x hey")).toThrow(
      new ResultError('how often is "X"? strconv.Atoi: parsing "X": invalid syntax'),
    );
  });

  test("its panic is a trap with the message and the line in the source", async () => {
    const { transform } = await load(lowering);
    const fault = faultOf(() => transform("101 hey"));
    expect(fault).toMatchObject({ code: "trap", export: "transform" });
    const lines = (await readFile(join(example, "plugin.go"), "utf8")).split("\n");
    const line = lines.findIndex((text) => text.includes("panic(")) + 1;
    const place = `example.com/shout/plugin.go:${line}`;
    expect(fault.message).toBe(`cannot call transform: trap: nobody can shout 101 times (${place})`);
    expect(fault.stack).toContain(
      `\n    at example.com/shout.shout (${place})\n    at example.com/shout.plugin.Transform (`,
    );
    expect(faultOf(() => transform("hey"))).toMatchObject({ code: "poisoned" });
  });

  test("who grants stderr is told of all calls that led to a panic, and of no others", async () => {
    const chunks: Uint8Array[] = [];
    const { transform } = await load(lowering, (chunk) => chunks.push(chunk));
    faultOf(() => transform("101 hey"));
    const [message, , ...calls] = Buffer.concat(chunks).toString().split("\n");
    expect(message).toBe("panic: nobody can shout 101 times");
    const names = calls.filter((line) => line.startsWith("example.com/"));
    expect(names).toEqual(["example.com/shout.shout", "example.com/shout.plugin.Transform"]);
  });

  test("Go collects while the host writes into its memory, and nothing is lost", async () => {
    const { lines, transform } = await load(lowering);
    const long = "x".repeat(1 << 20);
    const shouted = "X".repeat(1 << 20);
    const rounds = 60;
    for (let round = 0; round < rounds; round += 1) expect(transform(long) === shouted).toBe(true);
    expect(lines).toHaveLength(rounds);
  });
});

test("its own tests and go vet pass natively", async () => {
  const options = { cwd: folder, env: { ...process.env, GOWORK: "off", GOFLAGS: "" } };
  await runCommand("go", ["vet", "./..."], options);
  const { stdout } = await runCommand("go", ["test", "-v", "."], options);
  expect(stdout.match(/^--- PASS: \w+/gm)).toEqual([
    "--- PASS: TestShoutsAndTellsTheHost",
    "--- PASS: TestRefusesWhatItCannotShout",
  ]);
});

test.each(["plugin.go", "plugin_test.go", "wit/world.wit"])("the README has %s as it is", async (file) => {
  const readme = await readFile(join(import.meta.dirname, "../README.md"), "utf8");
  const text = await readFile(join(example, file), "utf8");
  expect(readme).toContain(`\`\`\`${file.endsWith(".go") ? "go" : "wit"}\n${text}\`\`\`\n`);
});
