import { encodeModule } from "@polyplug/wasm-binary";
import type { DeclaratorDraft, Draft } from "./component-draft.ts";

const options = {
  stringEncoding: "utf8",
  memory: undefined,
  realloc: undefined,
  postReturn: undefined,
  async: false,
  callback: undefined,
} as const;

const signature = {
  final: true,
  supertypes: [],
  composite: { kind: "func", type: { params: ["i32"], results: [] } },
} as const;
const open = { final: false, supertypes: [], composite: { kind: "struct", fields: [] } } as const;
const core = { kind: "rec group", types: [signature] } as const;
const run = { kind: "func", async: false, params: [{ label: "a", type: "u32" }], result: "string" } as const;
const resource: DeclaratorDraft = {
  kind: "export",
  name: { name: "r" },
  type: { kind: "type", bound: { kind: "sub resource" } },
};
const module = encodeModule({});

/** Every kind of type: of values, of functions, of instances and components, and of core modules. */
export const everyType: readonly Draft[] = [
  { kind: "core type", type: core },
  { kind: "core type", type: { kind: "rec group", types: [open] } },
  { kind: "core type", type: { kind: "rec group", types: [{ ...open, supertypes: [1] }, signature] } },
  {
    kind: "core type",
    type: {
      kind: "module",
      declarators: [
        { kind: "outer alias", count: 1, index: 0 },
        { kind: "core type", type: { kind: "rec group", types: [open] } },
        {
          kind: "import",
          import: { module: "env", name: "f", type: { kind: "func", typeIndex: 0, type: signature.composite.type } },
        },
        { kind: "export", name: "m", type: { kind: "memory", limits: { min: 1n }, shared: false, index: "i32" } },
      ],
    },
  },
  { kind: "type", type: { kind: "resource", rep: "i32", destructor: undefined } },
  { kind: "type", type: { kind: "own", resource: 0 } },
  { kind: "type", type: { kind: "borrow", resource: 0 } },
  { kind: "type", type: { kind: "future", type: undefined } },
  { kind: "type", type: { kind: "map", key: "u64", value: 1 } },
  { kind: "type", type: { kind: "flags", labels: Array.from({ length: 32 }, (_, index) => `f${index}`) } },
  { kind: "type", type: { kind: "list", element: "error-context", length: 7 } },
  { kind: "type", type: { ...run, async: true, result: undefined } },
  {
    kind: "type",
    type: {
      kind: "instance",
      declarators: [
        resource,
        { kind: "type", type: { kind: "borrow", resource: 0 } },
        { kind: "type", type: { ...run, params: [{ label: "self", type: 1 }] } },
        { kind: "export", name: { name: "[method]r.m" }, type: { kind: "func", type: 2 } },
        { kind: "core type", type: core },
        { kind: "alias", alias: { kind: "outer", sort: "type", count: 1, index: 5 } },
        { kind: "export", name: { name: "again" }, type: { kind: "type", bound: { kind: "eq", type: 3 } } },
        { kind: "export", name: { name: "amount" }, type: { kind: "value", bound: { kind: "type", type: "u8" } } },
        { kind: "export", name: { name: "same" }, type: { kind: "value", bound: { kind: "eq", value: 0 } } },
      ],
    },
  },
  {
    kind: "type",
    type: {
      kind: "component",
      declarators: [
        { kind: "alias", alias: { kind: "outer", sort: "type", count: 1, index: 8 } },
        { kind: "import", name: { name: "a:b/c@1.2.3" }, type: { kind: "instance", type: 0 } },
        { kind: "alias", alias: { kind: "export", sort: "type", instance: 0, name: "r" } },
        { kind: "type", type: { kind: "component", declarators: [] } },
        { kind: "import", name: { name: "c" }, type: { kind: "component", type: 2 } },
        { kind: "alias", alias: { kind: "outer", sort: "core type", count: 1, index: 4 } },
        { kind: "export", name: { name: "m" }, type: { kind: "core module", type: 0 } },
      ],
    },
  },
];

/** Every kind of definition, every sort in a place that takes it, every attribute of a name. */
export const everyDefinition: readonly Draft[] = [
  { kind: "core module", bytes: module },
  { kind: "core instance", instance: { kind: "instantiate", module: 0, args: [] } },
  {
    kind: "core instance",
    instance: { kind: "instantiate", module: 0, args: [{ name: "", sort: "core instance", index: 0 }] },
  },
  { kind: "alias", alias: { kind: "core export", sort: "core func", instance: 1, name: "f" } },
  { kind: "alias", alias: { kind: "core export", sort: "core table", instance: 1, name: "t" } },
  { kind: "alias", alias: { kind: "core export", sort: "core memory", instance: 1, name: "m" } },
  { kind: "alias", alias: { kind: "core export", sort: "core global", instance: 1, name: "g" } },
  { kind: "alias", alias: { kind: "core export", sort: "core tag", instance: 1, name: "e" } },
  {
    kind: "core instance",
    instance: {
      kind: "exports",
      exports: [
        { name: "f", sort: "core func", index: 0 },
        { name: "t", sort: "core table", index: 0 },
        { name: "m", sort: "core memory", index: 0 },
        { name: "g", sort: "core global", index: 0 },
        { name: "e", sort: "core tag", index: 0 },
      ],
    },
  },
  { kind: "type", type: { kind: "resource", rep: "i32", destructor: 0 } },
  { kind: "type", type: run },
  { kind: "type", type: { kind: "instance", declarators: [] } },
  { kind: "canon", canon: { kind: "resource.new", resource: 0 } },
  { kind: "canon", canon: { kind: "resource.rep", resource: 0 } },
  { kind: "canon", canon: { kind: "resource.drop", resource: 0 } },
  { kind: "canon", canon: { kind: "task.return", result: "u8", options } },
  { kind: "canon", canon: { kind: "task.return", result: undefined, options: { ...options, memory: 0 } } },
  {
    kind: "canon",
    canon: {
      kind: "lift",
      function: 0,
      type: 1,
      options: { ...options, stringEncoding: "utf16", memory: 0, realloc: 0, postReturn: 0 },
    },
  },
  { kind: "canon", canon: { kind: "lift", function: 0, type: 1, options: { ...options, async: true, callback: 4 } } },
  { kind: "canon", canon: { kind: "lower", function: 1, options: { ...options, stringEncoding: "latin1+utf16" } } },
  { kind: "import", name: { name: "amount" }, type: { kind: "value", bound: { kind: "type", type: "u8" } } },
  {
    kind: "import",
    name: { name: "kv", implements: "wasi:keyvalue/store@0.2", versionSuffix: ".0-rc.1", externalId: "db" },
    type: { kind: "instance", type: 2 },
  },
  { kind: "import", name: { name: "a:b/c@1", versionSuffix: ".2.3" }, type: { kind: "instance", type: 2 } },
  { kind: "import", name: { name: "R" }, type: { kind: "type", bound: { kind: "sub resource" } } },
  { kind: "start", function: 0, args: [0], results: 2 },
  { kind: "value", type: "string", bytes: Uint8Array.of(2, 0x68, 0x69) },
  {
    kind: "component",
    definitions: [
      { kind: "alias", alias: { kind: "outer", sort: "type", count: 1, index: 1 } },
      { kind: "alias", alias: { kind: "outer", sort: "core module", count: 1, index: 0 } },
      { kind: "import", name: { name: "f" }, type: { kind: "func", type: 0 } },
      { kind: "export", name: { name: "f" }, target: { sort: "func", index: 0 }, type: { kind: "func", type: 0 } },
    ],
  },
  { kind: "alias", alias: { kind: "outer", sort: "component", count: 0, index: 0 } },
  {
    kind: "instance",
    instance: {
      kind: "instantiate",
      component: 1,
      args: [
        { name: "f", sort: "func", index: 0 },
        { name: "anything at all", sort: "core module", index: 0 },
        { name: "v", sort: "value", index: 3 },
      ],
    },
  },
  { kind: "alias", alias: { kind: "export", sort: "func", instance: 2, name: "f" } },
  {
    kind: "instance",
    instance: {
      kind: "exports",
      exports: [
        { name: { name: "r" }, sort: "type", index: 0 },
        { name: { name: "[constructor]r" }, sort: "func", index: 2 },
        { name: { name: "c" }, sort: "component", index: 0 },
        { name: { name: "i", implements: "a:b/c" }, sort: "instance", index: 0 },
      ],
    },
  },
  { kind: "export", name: { name: "m" }, target: { sort: "core module", index: 0 }, type: undefined },
  { kind: "export", name: { name: "i" }, target: { sort: "instance", index: 3 }, type: { kind: "instance", type: 2 } },
  { kind: "export", name: { name: "total" }, target: { sort: "value", index: 1 }, type: undefined },
];
