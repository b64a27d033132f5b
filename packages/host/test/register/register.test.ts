import { expect, test } from "vitest";
import { type Ran, runProgram } from "../run-program.ts";
import { linkContract } from "../typed/link-contracts.ts";
import { wat } from "../wat.ts";

const adder = wat(`(module
  (func (export "adder") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
  (func (export "_initialize")))`);

/** Says its name on stdout, and gives what is written. */
const saying = (name: string): Uint8Array =>
  wat(`(module
    (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
    (memory (export "memory") 1)
    (data (i32.const 0) "\\08\\00\\00\\00\\0${(name.length + 1).toString(16)}\\00\\00\\00${name}\\n")
    (func (export "say") (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 32)))))`);

/** A core plugin that says its world: the module, and the world's binary form as its custom section. */
function withWorld(module: Uint8Array, world: Parameters<typeof linkContract>[0]): Uint8Array {
  const content = Buffer.from(linkContract(world).binary, "base64");
  const name = "component-type";
  const length = 1 + name.length + content.length;
  const size = [(length & 127) | 128, length >> 7];
  return Buffer.concat([module, Uint8Array.of(0, ...size, name.length), Buffer.from(name), content]);
}

type Files = Readonly<Record<string, string | Uint8Array>>;

async function importing(program: string, files: Files, polyplug?: unknown): Promise<Ran> {
  const manifest = JSON.stringify({ name: "app", polyplug });
  return await runProgram(
    { "package.json": manifest, "program.mjs": program, ...files },
    { args: ["--import", "@polyplug/host/register"] },
  );
}

const printed = (stdout: string) => ({ stdout: `${stdout}\n`, stderr: "", killed: false });

test("a bare module's functions are imported by their names, and all of them as the default", async () => {
  const ran = await importing(
    `import all, { adder } from "./adder.wasm";
     import * as module from "./adder.wasm";
     console.log(adder(1, 7), all.adder === adder, Object.keys(module).join());`,
    { "adder.wasm": adder },
  );
  expect(ran).toEqual(printed("8 true adder,default"));
});

test("a plugin with a world is imported as its contract has it", async () => {
  const numbers = wat(`(module (func (export "test:links/numbers@1.0.0#next") (result i32) i32.const 3))`);
  const answering = wat(`(module (import "test:links/numbers@1.0.0" "next" (func $next (result i32)))
    (func (export "next-line") (result i32) (i32.mul (call $next) (i32.const 2))))`);
  const ran = await importing(
    `import { numbers, "test:links/numbers@1.0.0" as whole } from "./counter.wasm";
     import { nextLine } from "./answering.wasm";
     console.log(numbers.next(), whole === numbers, nextLine());`,
    {
      "counter.wasm": withWorld(numbers, "counter"),
      "answering.wasm": withWorld(answering, "answering"),
      // One plugin provides what the other asks for.
      "imports.mjs": `export { numbers as "test:links/numbers@1.0.0" } from "./counter.wasm";`,
    },
    { plugins: { "answering.wasm": { imports: "./imports.mjs" } } },
  );
  expect(ran).toEqual(printed("3 true 6"));
});

test("names out of a binary are names and nothing else, whatever they are", async () => {
  const names = ["`;throw 1//", 'a"; process.exit(3); "', "await", "b\u2028c", "d'\\", "default", "😀"];
  const escaped = (name: string) => [...Buffer.from(name)].map((byte) => `\\${byte.toString(16).padStart(2, "0")}`);
  const exported = names.map((name) => `(func (export "${escaped(name).join("")}"))`);
  const ran = await importing(
    `import * as module from "./odd.wasm";
     console.log(JSON.stringify(Object.keys(module)), typeof module.default.default);`,
    { "odd.wasm": wat(`(module ${exported.join("")})`) },
  );
  expect(ran).toEqual(printed(`${JSON.stringify(names)} function`));
});

test("an export called then is had of the default one, for import() would wait for it to call back", async () => {
  const waiting = wat(`(module (func (export "then") (param externref externref)) (func (export "say")))`);
  const ran = await importing(
    `const module = await import("./waiting.wasm");
     console.log(Object.keys(module).join(), typeof module.default.then);`,
    { "waiting.wasm": waiting },
  );
  expect(ran).toEqual(printed("default,say function"));
});

test("more names than Node could make a module of are refused", async () => {
  const names = Array.from({ length: 50_000 }, (_, index) => `(export "f${index}" (func $f))`);
  const ran = await importing(
    `const error = await import("./many.wasm").catch((error) => error);
     console.log(error.code, error.message.includes("it exports 50000 things"));`,
    { "many.wasm": wat(`(module (func $f) ${names.join("")})`) },
  );
  expect(ran).toEqual(printed("unsupported true"));
});

test("grants, imports and a hash come from the package, by file", async () => {
  const files = {
    "plugins/loud.wasm": saying("loud"),
    "plugins/quiet.wasm": saying("quiet"),
    "needy.wasm": wat(`(module (import "host" "get" (func $get (result i32))) (export "get" (func $get)))`),
    "imports.mjs": "export default { host: { get: () => 42 } };",
  };
  const ran = await importing(
    `import { say as loud } from "./plugins/loud.wasm";
     import { say as quiet } from "./plugins/quiet.wasm";
     import { get } from "./needy.wasm";
     quiet(); loud(); console.log(get());`,
    files,
    { plugins: { "./plugins/loud.wasm": { grant: { stdout: true } }, "./needy.wasm": { imports: "./imports.mjs" } } },
  );
  expect(ran).toEqual(printed("loud\n42"));
  const bounded = await importing(`import { say } from "./plugins/loud.wasm"; say();`, files, {
    plugins: { "./plugins/loud.wasm": { grant: { stdout: { maxBytes: 2 } } } },
  });
  expect(bounded.stderr).toContain("output-limit");
  const other = await importing(`import "./plugins/loud.wasm";`, files, {
    plugins: { "./plugins/loud.wasm": { integrity: `sha256-${"A".repeat(43)}=` } },
  });
  expect(other.stderr).toContain("code: 'integrity'");
});

test("attributes grant what needs no more than a name, to that import alone", async () => {
  const ran = await importing(
    `import { say as loud } from "./said.wasm" with { grant: "stdout clock" };
     import { say as quiet } from "./said.wasm";
     loud(); quiet(); console.log(loud === quiet);`,
    { "said.wasm": saying("said") },
  );
  expect(ran).toEqual(printed("said\nfalse"));
  const unknown = await importing(`import "./said.wasm" with { grant: "stdot" };`, { "said.wasm": saying("said") });
  expect(unknown.stderr).toContain('did you mean "stdout"');
});

test("Node's own modules of WebAssembly stay Node's: where a package says so, and in other packages", async () => {
  const native = `import { memory } from "./said.wasm"; console.log(memory instanceof WebAssembly.Memory);`;
  const files = {
    "said.wasm": wat(`(module (memory (export "memory") 1) (func (export "say")))`),
    "node_modules/other/package.json": `{ "name": "other", "exports": "./index.mjs" }`,
    "node_modules/other/said.wasm": wat(`(module (memory (export "memory") 1))`),
    "node_modules/other/index.mjs": native,
    "node_modules/ours/package.json": `{ "name": "ours", "exports": "./index.mjs", "polyplug": {} }`,
    "node_modules/ours/adder.wasm": adder,
    "node_modules/ours/index.mjs": `import all from "./adder.wasm"; console.log(Object.keys(all).join());`,
  };
  // The one is none of the plugin's functions, which is how the two are told apart here.
  expect((await importing(native, files)).stderr).toContain("does not provide an export named 'memory'");
  expect((await importing(native, files, false)).stdout).toBe("true\n");
  expect((await importing(native, files, { plugins: { "./said.wasm": false } })).stdout).toBe("true\n");
  const installed = await importing(`import "other"; import "ours";`, files);
  expect(installed.stdout).toBe("true\nadder\n");
});

test("what goes wrong is a PluginError that names the file", async () => {
  const caught = (file: string) => `
    import { PluginError } from "@polyplug/host";
    const error = await import("./${file}").catch((error) => error);
    console.log(PluginError.is(error), error.code, error.plugin, error.message.includes("/${file}"));`;
  const files = { "bad.wasm": "not wasm", "needy.wasm": wat(`(module (import "env" "get" (func)))`), "dir.wasm/x": "" };
  expect((await importing(caught("bad.wasm"), files)).stdout).toBe("true not-wasm bad true\n");
  expect((await importing(caught("needy.wasm"), files)).stdout).toBe("true missing-import needy true\n");
  // Node itself says of what is not there that it is not.
  expect((await importing(caught("none.wasm"), files)).stdout).toBe("false ERR_MODULE_NOT_FOUND undefined true\n");
});

test("settings that do not fit are refused, and say where", async () => {
  const refused = async (polyplug: unknown) => {
    const { stderr } = await importing(`import "./adder.wasm";`, { "adder.wasm": adder }, polyplug);
    return /PluginError: (.*)/.exec(stderr)?.[1];
  };
  expect(await refused({ plugin: {} })).toMatch(
    /^cannot read .*\/package\.json: polyplug has no key "plugin", did you mean "plugins"$/,
  );
  expect(await refused({ plugins: { "./adder.wasm": { grants: {} } } })).toContain('did you mean "grant"');
  expect(await refused({ plugins: { "./adder.wasm": { imports: 1 } } })).toContain("imports must be a string");
  expect(await refused([])).toContain("polyplug must be an object");
  expect(await refused({ plugins: { "http://[": {} } })).toContain('plugins["http://["] must be a path or a URL');
  expect(await refused({ plugins: { "./adder.wasm": { imports: "http://[" } } })).toContain("must be a path or a URL");
  // The key itself, which in an object literal would be a prototype with this grant.
  const prototype = JSON.parse('{ "__proto__": { "stdout": true } }');
  const granting = { plugins: { "./adder.wasm": { grant: prototype } } };
  expect(await refused(granting)).toContain('grant has no key "__proto__"');
  expect(await refused({ plugins: { "./adder.wasm": { grant: { stdot: true } } } })).toContain('did you mean "stdout"');
});
