import { nearest } from "@polyplug/errors";
import { CreateError } from "./create-error.ts";
import { shown } from "./shown.ts";

/** A kind of project that can be started. Its files lie in the folder `templates/<id>`. */
export interface Template {
  readonly id: string;
  /** As people write it. */
  readonly title: string;
  readonly hint: string;
  /** What a machine needs beside Node.js, where it needs something. */
  readonly needs?: string;
}

export const templates: readonly Template[] = [
  { id: "rust", title: "Rust", hint: "a plugin", needs: "Rust with its target wasm32-wasip1" },
  { id: "c", title: "C", hint: "a plugin; the compiler comes from npm" },
  { id: "cpp", title: "C++", hint: "a plugin; the compiler comes from npm" },
  { id: "go", title: "Go", hint: "a plugin", needs: "Go 1.25 or newer" },
  { id: "assemblyscript", title: "AssemblyScript", hint: "a plugin; the compiler comes from npm" },
  { id: "javascript", title: "JavaScript", hint: "a plugin; the compiler comes from npm" },
  { id: "typescript", title: "TypeScript", hint: "a plugin; the compiler comes from npm" },
  { id: "host", title: "Host", hint: "a program in TypeScript that loads plugins" },
];

/** The template of that name, however its letters are written. `c++` and `ts` are understood too. */
export function findTemplate(wanted: string): Template {
  const id = aliases[wanted.toLowerCase()] ?? wanted.toLowerCase();
  const found = templates.find((template) => template.id === id);
  if (found !== undefined) return found;
  const known = templates.map((template) => template.id);
  const near = nearest(wanted, [...known, ...Object.keys(aliases)]);
  const guess = near === undefined ? "" : `, did you mean ${aliases[near] ?? near}`;
  throw new CreateError("misused", `there is no template ${shown(wanted)}${guess}; choose one of ${known.join(", ")}`);
}

const aliases: Readonly<Record<string, string>> = {
  "c++": "cpp",
  golang: "go",
  as: "assemblyscript",
  js: "javascript",
  rs: "rust",
  ts: "typescript",
};
