import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { emptyModule, sharedBindgen, textFilter } from "./tools.ts";

const bindgen = sharedBindgen();
const component = Uint8Array.of(0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0);

test("a contract that is embedded can be read again", async () => {
  const module = await bindgen().embed(emptyModule, textFilter);
  expect(await bindgen().print(module)).toBe(textFilter);
  expect(WebAssembly.validate(new Uint8Array(module))).toBe(true);
});

test("what embed puts in is what contract gives", async () => {
  const module = await WebAssembly.compile(new Uint8Array(await bindgen().embed(emptyModule, textFilter)));
  const [section] = WebAssembly.Module.customSections(module, "component-type");
  expect(new Uint8Array(section ?? new ArrayBuffer())).toEqual(await bindgen().contract(textFilter));
});

test.for([
  ["utf8", 0],
  ["utf16", 1],
  ["latin1+utf16", 2],
] as const)("the encoding %s is embedded as %i", async ([encoding, byte]) => {
  const module = await bindgen().embed(emptyModule, textFilter, { encoding });
  const name = new TextEncoder().encode("wit-component-encoding");
  const start = Buffer.from(module).indexOf(name) + name.length;
  expect([...module.slice(start, start + 2)]).toEqual([4, byte]);
});

test("several contracts in one module are printed as one world", async () => {
  const once = await bindgen().embed(emptyModule, "package acme:one;\nworld one { import log: func(); }\n");
  const twice = await bindgen().embed(once, "package acme:two;\nworld two { import warn: func(); }\n");
  expect(await bindgen().print(twice)).toMatch(
    /^package root:root;\n\nworld root {\n {2}import log: func\(\);\n {2}import warn: func\(\);\n}\n/,
  );
});

/** `(module (func (export "run")))` */
const runs = Uint8Array.of(
  ...emptyModule,
  ...[1, 4, 1, 0x60, 0, 0], // a type: nothing to nothing
  ...[3, 2, 1, 0], // a function of it
  ...[7, 7, 1, 3, 0x72, 0x75, 0x6e, 0, 0], // exported as "run"
  ...[10, 4, 1, 2, 0, 0x0b], // that does nothing
);

test("a component has the functions of its module, and needs nothing that the module does not", async () => {
  const module = await bindgen().embed(runs, "package acme:runs;\nworld runs { export run: func(); }\n");
  const made = await bindgen().componentize(module);
  expect(await bindgen().print(made)).toBe("package root:component;\n\nworld root {\n  export run: func();\n}\n");
  expect(await bindgen().wat(made)).toMatch(/^\(component\n/);
});

test("of a module with WASI preview 1 comes a component with WASI 0.2", async () => {
  // The tools themselves are such a module.
  const module = await readFile(new URL("../bindgen.wasm", import.meta.url));
  const world = await bindgen().print(await bindgen().componentize(module));
  expect(world).toMatch(
    /^world root {\n(?: {2}import wasi:[a-z]+\/[a-z-]+@0\.2\.\d+;\n)+\n {2}export polyplug:bindgen\/tools@0\.1\.0;\n}$/m,
  );
  expect(world).toContain("import wasi:cli/stderr@");
});

/** `(module (memory (export "memory") 1) (func (export "_start")))` */
const starts = Uint8Array.of(
  ...emptyModule,
  ...[1, 4, 1, 0x60, 0, 0],
  ...[3, 2, 1, 0],
  ...[5, 3, 1, 0, 1],
  ...[7, 19, 2, 6, ...new TextEncoder().encode("memory"), 2, 0, 6, ...new TextEncoder().encode("_start"), 0, 0],
  ...[10, 4, 1, 2, 0, 0x0b],
);

test("of a command comes a component that exports wasi:cli/run, without a contract of its own", async () => {
  const world = await bindgen().print(await bindgen().componentize(starts));
  expect(world).toMatch(/^ {2}export wasi:cli\/run@0\.2\.\d+;$/m);
});

test("a command may have a contract beside", async () => {
  const module = await bindgen().embed(starts, "package acme:starts;\nworld starts { import log: func(); }\n");
  const world = await bindgen().print(await bindgen().componentize(module));
  expect(world).toMatch(/export wasi:cli\/run@0\.2\.\d+;/);
});

test("a module is printed as text", async () => {
  expect(await bindgen().wat(runs)).toBe(
    '(module\n  (type (;0;) (func))\n  (export "run" (func 0))\n  (func (;0;) (type 0))\n)\n',
  );
});

test("a binary that is cut off is refused with the place", async () => {
  // A section begins, and has no size.
  const cut = Uint8Array.of(...emptyModule, 11);
  const reason = "unexpected end-of-file (at offset 0x9)";
  await expect(bindgen().wat(cut)).rejects.toMatchObject({ code: "bad-argument", reason });
});

test.for([
  ["componentize", "make a component", component, "expected a core module"],
  [
    "componentize",
    "make a component",
    emptyModule,
    "the module has no world in a section component-type: embed puts one there",
  ],
  ["print", "print WIT", emptyModule, "the module has no world in a section component-type"],
  ["print", "print WIT", Uint8Array.of(1, 2), "unexpected end-of-file (at offset 0x0)"],
] as const)("%s refuses what it can do nothing with", async ([method, action, wasm, reason]) => {
  await expect(bindgen()[method](wasm)).rejects.toMatchObject({ code: "bad-argument", action, reason });
});

test("a contract is embedded into core modules alone", async () => {
  await expect(bindgen().embed(component, textFilter)).rejects.toMatchObject({
    message: "cannot embed a contract: expected a core module",
  });
});

test("a module without what its contract promises makes no component", async () => {
  const module = await bindgen().embed(emptyModule, textFilter);
  await expect(bindgen().componentize(module)).rejects.toMatchObject({
    code: "bad-argument",
    reason: expect.stringContaining("failed to find export of interface `acme:text/filter@1.2.0` function `transform`"),
  });
});
