import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  packDependencies,
  packPackages,
  type RunResult,
  type Runtime,
  readmeExample,
  run,
  runtimeNames,
  runtimes,
} from "@polyplug/repo-tools";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packedProject, published, tree } from "./packed-project.ts";

let folder = "";
let consumer = "";
let installed: readonly Runtime[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "polyplug-runtimes-"));
  const packed = await packPackages(tree.root, published, folder);
  const outside = await packDependencies(tree.root, published, folder);
  consumer = await packedProject(join(folder, "consumer"), [...packed.map(({ tarball }) => tarball), ...outside]);
  for (const program of ["every-runtime.js", "apart.js"]) {
    await copyFile(join(import.meta.dirname, "../runtimes", program), join(consumer, program));
  }
  installed = await runtimes(tree);
});
afterAll(() => rm(folder, { recursive: true }));

/** What `apart.js` prints of plugins in threads or processes of their own. */
const toldApart = `bare: 8
disposed: disposed
Rust is asked to shout
typed: HELLO ✓
Rust is asked to shout
result: there is nothing to shout
Rust is asked to shout
typed: HELLO ✓
Rust is asked to shout
result: there is nothing to shout
trap: trap cannot divide 1 into no parts
pool: 2 4 6
`;

/** What `every-runtime.js` prints, but for the frame of a trap. */
const told = `bare: 8
argument: cannot call adder: argument 2: expected an i32, got "x"
Rust is asked to shout
typed: HELLO ✓
Rust is asked to shout
result: there is nothing to shout
Rust is asked to shout
typed: HELLO ✓
Rust is asked to shout
result: there is nothing to shout
trap: trap cannot divide 1 into no parts
cause: true
poisoned: poisoned
inspected: component Rust transform: func(text: string) -> result<string, string>
integrity: 8
Rust is asked to shout
Rust is asked to shout
Rust is asked to shout
pool: A B C
swapped: 6
kept: not-wasm 6
`;

const [, part = ""] = tree.read("packages/host/README.md").split("<!-- imported: register -->");
const register = readmeExample(`<!-- example: register -->${part}`, "register");
const block = (language: string) => new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "ms").exec(part)?.[1] ?? "";

describe.each(runtimeNames)("%s", (name) => {
  const runtime = (): Runtime => {
    const found = installed.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no runtime ${name}`);
    return found;
  };
  const load = (...args: string[]): Promise<RunResult> =>
    run(runtime().program, [...runtime().host, ...args], consumer);
  const polyplug = (...args: string[]): Promise<RunResult> =>
    run(runtime().program, [...runtime().cli, "node_modules/polyplug/bin/polyplug.js", ...args], consumer);

  test("is what it is called", async () => {
    const { stdout } = await run(runtime().program, ["--version"], folder);
    const [kind = "", major = ""] = name.split(" ");
    expect(stdout).toMatch({ Node: new RegExp(`^v${major}\\.`), Deno: /^deno \d/, Bun: /^\d/ }[kind] ?? kind);
  });

  test("loads plugins, is told of traps, pools them and follows their files", async () => {
    const { exitCode, stdout, stderr } = await load("every-runtime.js");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout.replace(/^frame: .*\n/m, "")).toBe(told);
  });

  test("runs plugins in threads of their own", async () => {
    expect(await load("apart.js", "worker")).toEqual({ exitCode: 0, stdout: toldApart, stderr: "" });
  });

  test(`runs plugins in processes of their own${name.startsWith("Node") ? "" : ", or says that it cannot"}`, async () => {
    const ran = await load("apart.js", "process");
    const refusal = expect.stringMatching(/^unsupported cannot load adder.wasm: isolation: .* "worker"\n$/);
    expect(ran).toEqual({ exitCode: 0, stdout: name.startsWith("Node") ? toldApart : refusal, stderr: "" });
  });

  // JavaScriptCore tells neither the index of a function nor where it is.
  test(`tells ${name === "Bun" ? "no functions" : "the functions"} of a trap`, async () => {
    const { stdout } = await load("every-runtime.js");
    expect(stdout).toMatch(name === "Bun" ? /^frame: none$/m : /^frame: func\[\d+\]$/m);
  });

  test("runs the program", async () => {
    const help = await polyplug("--help");
    expect(help).toMatchObject({ exitCode: 0, stderr: "", stdout: expect.stringContaining("Usage: polyplug") });
    const inspected = await polyplug("inspect", "--json", "adder.wasm");
    expect(JSON.parse(inspected.stdout)).toMatchObject({ language: "Rust", imports: [] });
    expect(await polyplug("call", "adder.wasm", "adder", "1", "7")).toEqual({ exitCode: 0, stdout: "8\n", stderr: "" });
    const typed = await polyplug("call", "--stub", "shout.component.wasm", "transform", '"hello"');
    expect(typed).toMatchObject({ exitCode: 0, stdout: 'ok("HELLO")\n' });
    const unmet = await polyplug("call", "half.wasm", "half", "2");
    expect(unmet).toMatchObject({ stdout: "", stderr: expect.stringContaining("logger") });
    expect(unmet.exitCode).not.toBe(0);
  });

  describe("plugins as modules", () => {
    beforeAll(async () => {
      const manifest: object = JSON.parse(await readFile(join(consumer, "package.json"), "utf8"));
      await writeFile(join(consumer, "package.json"), JSON.stringify({ ...manifest, ...JSON.parse(block("json")) }));
      await writeFile(join(consumer, "imports.js"), block("js"));
      await writeFile(join(consumer, "app.js"), register.code);
      await writeFile(join(consumer, "register.js"), 'import "@polyplug/host/register";\n');
      await writeFile(join(consumer, "not-wasm.wasm"), "no plugin");
      await writeFile(
        join(consumer, "caught.js"),
        `import { PluginError } from "@polyplug/host";
await import("./not-wasm.wasm").catch((error) => console.log(PluginError.is(error), error.code, error.message));
`,
      );
    });

    if (name === "Bun") {
      test("are not there, and it says so", async () => {
        const { exitCode, stdout, stderr } = await load("--import", "@polyplug/host/register", "app.js");
        expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
        expect(stderr).toContain(
          "PluginError: cannot import plugins as modules: this runtime has no hooks for modules",
        );
      });
      return;
    }

    // Deno takes a file.
    const hooks = name === "Deno" ? "./register.js" : "@polyplug/host/register";

    test("are imported as the README shows", async () => {
      const ran = await load("--import", hooks, "app.js");
      expect(ran).toEqual({ exitCode: 0, stdout: `${register.output}\n`, stderr: "" });
    });

    test("fail with an error that tells why", async () => {
      const { stdout } = await load("--import", hooks, "caught.js");
      // Deno makes an error of its own of what hooks throw, and keeps the message.
      expect(stdout).toMatch(
        name === "Deno" ? /cannot import \S*not-wasm\.wasm: it does not begin/ : /^true not-wasm cannot import/,
      );
    });
  });
});
