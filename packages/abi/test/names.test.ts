import {
  type CoreExport,
  type CoreImport,
  cm32p2Names,
  compatibleInterfaceId,
  legacyNames,
  printFunctionName,
  readFunctionName,
} from "@polyplug/abi";
import { describe, expect, test } from "vitest";

const id = "ns:p/i@1.2.3";

const imports: readonly (readonly [item: CoreImport, legacy: string, cm32p2: string])[] = [
  [{ kind: "function", interface: undefined, name: "log" }, "$root log", "cm32p2 log"],
  [{ kind: "function", interface: id, name: "f" }, "ns:p/i@1.2.3 f", "cm32p2|ns:p/i@1 f"],
  [{ kind: "function", interface: "env", name: "get" }, "env get", "cm32p2|env get"],
  [
    { kind: "function", interface: id, name: "[constructor]r" },
    "ns:p/i@1.2.3 [constructor]r",
    "cm32p2|ns:p/i@1 [constructor]r",
  ],
  [
    { kind: "function", interface: id, name: "[method]r.m-n" },
    "ns:p/i@1.2.3 [method]r.m-n",
    "cm32p2|ns:p/i@1 [method]r.m-n",
  ],
  [{ kind: "resource-drop", interface: id, resource: "r" }, "ns:p/i@1.2.3 [resource-drop]r", "cm32p2|ns:p/i@1 r_drop"],
  [
    { kind: "own-resource", operation: "new", interface: id, resource: "r" },
    "[export]ns:p/i@1.2.3 [resource-new]r",
    "cm32p2|_ex_ns:p/i@1 r_new",
  ],
  [
    { kind: "own-resource", operation: "rep", interface: id, resource: "r" },
    "[export]ns:p/i@1.2.3 [resource-rep]r",
    "cm32p2|_ex_ns:p/i@1 r_rep",
  ],
  [
    { kind: "own-resource", operation: "drop", interface: "env", resource: "r-s" },
    "[export]env [resource-drop]r-s",
    "cm32p2|_ex_env r-s_drop",
  ],
];

const exported: readonly (readonly [item: CoreExport, legacy: string, cm32p2: string])[] = [
  [{ kind: "function", interface: undefined, name: "run" }, "run", "cm32p2||run"],
  [{ kind: "function", interface: id, name: "f" }, "ns:p/i@1.2.3#f", "cm32p2|ns:p/i@1|f"],
  [{ kind: "function", interface: id, name: "[static]r.s" }, "ns:p/i@1.2.3#[static]r.s", "cm32p2|ns:p/i@1|[static]r.s"],
  [{ kind: "post-return", interface: undefined, name: "run" }, "cabi_post_run", "cm32p2||run_post"],
  [{ kind: "post-return", interface: id, name: "f" }, "cabi_post_ns:p/i@1.2.3#f", "cm32p2|ns:p/i@1|f_post"],
  [{ kind: "destructor", interface: id, resource: "r" }, "ns:p/i@1.2.3#[dtor]r", "cm32p2|ns:p/i@1|r_dtor"],
];

/** What is left of an item in names that hold the version cut. */
function cut<Item extends CoreImport | CoreExport>(item: Item): Item {
  return { ...item, interface: item.interface === undefined ? undefined : compatibleInterfaceId(item.interface) };
}

test.each(imports)("import of %j", (item, legacy, cm32p2) => {
  const written = [legacyNames, cm32p2Names].map((names) => names.importName(item));
  expect(written.map(({ module, name }) => `${module} ${name}`)).toEqual([legacy, cm32p2]);
  expect(legacyNames.readImport(legacyNames.importName(item))).toEqual(item);
  expect(cm32p2Names.readImport(cm32p2Names.importName(item))).toEqual(cut(item));
});

test.each(exported)("export of %j", (item, legacy, cm32p2) => {
  expect([legacyNames.exportName(item), cm32p2Names.exportName(item)]).toEqual([legacy, cm32p2]);
  expect(legacyNames.readExport(legacy)).toEqual(item);
  expect(cm32p2Names.readExport(cm32p2)).toEqual(cut(item));
});

test("the destructor of a resource may have the name that C gives it", () => {
  const item: CoreExport = { kind: "destructor", interface: id, resource: "open-file" };
  expect(legacyNames.readExport("ns:p/i@1.2.3#[dtor]open_file")).toEqual(item);
});

test.each([
  "memory_",
  "_start",
  "__wasm_call_ctors",
  "_initialize",
  "cabi_realloc",
  "wasm#",
  "#f",
  "a#b#c",
  "a/b#f",
  "",
])("%j is no export of a world", (name) => {
  expect(legacyNames.readExport(name)).toBeUndefined();
  expect(cm32p2Names.readExport(name)).toBeUndefined();
});

test.each([
  ["wasi_snapshot_preview1", "fd_write"],
  ["ns:p/i", "[resource-new]r"],
  ["ns:p/i", "[async-lower]f"],
  ["[export]ns:p/i", "f"],
  ["ns:p/i", '"}; process.exit(1); //'],
  ['"}; process.exit(1); //', "f"],
  ["cm32p2|ns:p/i", "r_new"],
  ["cm32p2|_ex_ns:p/i", "f"],
  ["cm32p2|", "__proto__"],
])("%j %j is no import of a world", (module, name) => {
  expect(legacyNames.readImport({ module, name })).toBeUndefined();
  expect(cm32p2Names.readImport({ module, name })).toBeUndefined();
});

test.each([
  ["ns:p/i@1.2.3", "ns:p/i@1"],
  ["ns:p/i@0.2.3", "ns:p/i@0.2"],
  ["ns:p/i@0.0.3", "ns:p/i@0.0.3"],
  ["ns:p/i@1.2.3+build", "ns:p/i@1"],
  ["ns:p/i@1.2.3-rc.1", "ns:p/i@1.2.3-rc.1"],
  ["ns:p/i", "ns:p/i"],
  ["env", "env"],
])("%s is compatible as %s", (whole, compatible) => {
  expect(compatibleInterfaceId(whole)).toBe(compatible);
});

describe("a function's name", () => {
  test.each([
    ["run-all", { kind: "freestanding", name: "run-all" }],
    ["[constructor]r", { kind: "constructor", resource: "r" }],
    ["[method]r.m", { kind: "method", resource: "r", name: "m" }],
    ["[static]r.s", { kind: "static", resource: "r", name: "s" }],
  ] as const)("%s", (text, name) => {
    expect(readFunctionName(text)).toEqual(name);
    expect(printFunctionName(name)).toBe(text);
  });

  test.each(["[constructor]r.m", "[method]r", "[static]", "a--b", "a_b", "1a", "__proto__"])("%j is none", (text) => {
    expect(readFunctionName(text)).toBeUndefined();
  });
});
