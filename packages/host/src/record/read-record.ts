import { PluginError } from "@polyplug/errors";
import type { Json, RecordHeader, RecordLine } from "./record-line.ts";

/** A record that was read: each line has the form of one, whatever its values are. */
export interface ReadRecord {
  readonly header: RecordHeader;
  /** The first of them is line 2 of the file. */
  readonly lines: readonly RecordLine[];
}

/** Line feeds of the last line may be missing: a process that was killed writes no more. */
const firstLine = 1;

/** Engines walk through JSON on their stacks. Values of WIT nest as deep as their types are written. */
const mostNested = 1_000;

type Form = Readonly<Record<string, "string" | "number" | "array" | "any" | "string?" | "number?" | "array?" | "any?">>;

const site: Form = { interface: "string?", function: "string" };
const fault: Form = { code: "string", reason: "string", exitCode: "number?", frames: "array?" };

/** What each kind of line has, beside its kind. */
const forms: ReadonlyMap<unknown, Form> = new Map<unknown, Form>([
  ["load", {}],
  ["call", { id: "number", ...site, args: "array" }],
  ["import", { id: "number", ...site, args: "array" }],
  ["return", { id: "number", value: "any?", err: "any?" }],
  ["throw", { id: "number", ...fault }],
  ["fault", fault],
  ["answer", { id: "number", value: "any?", err: "any?", memory: "array?" }],
  ["fail", { id: "number", message: "string?" }],
  ["end", { id: "number", exitCode: "number?", code: "string?", reason: "string?" }],
  ["dispose", {}],
  ["truncated", { maxSize: "number" }],
]);

const headerForm: Form = {
  polyplug: "string",
  version: "number",
  plugin: "string",
  hash: "string",
  contract: "string?",
  limits: "any?",
  engine: "string",
};

/** Reads a record. Throws `malformed` with the number of the line for what is none. */
export function readRecord(bytes: Uint8Array, action: string): ReadRecord {
  const lines = linesOf(bytes, action);
  const [first, ...rest] = lines;
  const header = first === undefined ? undefined : parse(first, firstLine, action);
  if (header === undefined || !has(header, "polyplug", "record") || faultIn(header, headerForm) !== undefined) {
    throw malformed(firstLine, "it does not begin as a record of calls does", action);
  }
  if (!has(header, "version", 1)) throw malformed(firstLine, "it is of a version that is not known here", action);
  // Pieces of a line are what a process that was killed leaves: the lines before are as good as ever.
  const isCut = bytes.at(-1) !== 0x0a;
  const whole = isCut ? rest.slice(0, -1) : rest;
  return {
    header: header as RecordHeader,
    lines: whole.map((text, index) => lineOf(text, index + firstLine + 1, action)),
  };
}

function linesOf(bytes: Uint8Array, action: string): string[] {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw malformed(firstLine, "it is no text in UTF-8", action, cause);
  }
  return text.replace(/\n$/, "").split("\n");
}

/** One line that somebody else has written. Throws `malformed` for what is none. */
export function parseLine(text: string): RecordLine {
  return lineOf(text, 1, "record a call");
}

function lineOf(text: string, number: number, action: string): RecordLine {
  const line = parse(text, number, action);
  const form = forms.get(own(line, "kind"));
  if (form === undefined) throw malformed(number, "it is of no kind that a record has", action);
  const wrong = faultIn(line, form);
  if (wrong !== undefined) throw malformed(number, wrong, action);
  return line as RecordLine;
}

function parse(text: string, number: number, action: string): object {
  if (depthOf(text) > mostNested) throw malformed(number, `it nests deeper than ${mostNested} levels`, action);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw malformed(number, "it is no JSON", action, cause);
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw malformed(number, "it is no JSON object", action);
}

/** How deep arrays and objects nest in a text of JSON. */
function depthOf(text: string): number {
  let [depth, deepest, isText] = [0, 0, false];
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (isText && character === "\\") index++;
    else if (character === '"') isText = !isText;
    else if (isText) continue;
    else if (character === "[" || character === "{") deepest = Math.max(deepest, ++depth);
    else if (character === "]" || character === "}") depth--;
  }
  return deepest;
}

/** What is wrong with the fields of a line. */
function faultIn(line: object, form: Form): string | undefined {
  for (const [key, wanted] of Object.entries(form)) {
    const value = own(line, key);
    if (value === undefined && wanted.endsWith("?")) continue;
    const type = wanted.replace("?", "");
    const fits = type === "array" ? Array.isArray(value) : type === "any" ? value !== undefined : typeof value === type;
    if (!fits) return `its ${key} must be ${type === "array" ? "an array" : `a ${type}`}`;
  }
  return undefined;
}

function has(line: object, key: string, value: Json): boolean {
  return own(line, key) === value;
}

/** What the line says itself. JSON has nothing undefined. */
function own(line: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(line, key)?.value;
}

/** The fault of a line. */
export function malformed(line: number, reason: string, action: string, cause?: unknown): PluginError {
  return new PluginError({ code: "malformed", action, reason: `line ${line}: ${reason}`, path: `line ${line}`, cause });
}
