import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { fileFault, messageOf, PluginError, refuseUnknownKeys } from "@polyplug/errors";
import { parse } from "smol-toml";
import type { CaseGrant, Expectation, TestCase } from "./test-case.ts";

type Table = Readonly<Record<string, unknown>>;

const fileKeys = ["case", "grant", "imports", "limits"];
const caseKeys = ["name", "call", "args", "result", "trap", "error", "grant", "imports", "limits", "calls"];

/**
 * The cases of a file `*.cases.toml` or `*.cases.json`. What stands before them, `grant`, `imports` and `limits`, is for all of
 * them. Throws `bad-argument` for what is not as it has to be, with the case or the line.
 */
export async function readCases(file: string): Promise<readonly TestCase[]> {
  const action = `read ${relative(process.cwd(), file)}`;
  const all = asTable(await parseFile(file, action), "the file", action);
  refuseUnknownKeys(action, "the file", all, fileKeys);
  const cases = all["case"] ?? [];
  if (!Array.isArray(cases)) throw fault(action, "case has to be a list, [[case]] in TOML");
  return cases.map((one, index) => readCase(asTable(one, `case ${index + 1}`, action), all, index, action));
}

async function parseFile(file: string, action: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new PluginError({ code: "unreadable", action, reason: fileFault(cause), path: file, cause });
  });
  try {
    return file.endsWith(".json") ? JSON.parse(text) : parse(text);
  } catch (cause) {
    throw new PluginError({ code: "bad-argument", action, reason: messageOf(cause).trimEnd(), path: file, cause });
  }
}

function readCase(table: Table, all: Table, index: number, action: string): TestCase {
  const name = table["name"] === undefined ? `case ${index + 1}` : asText(table["name"], "name", action);
  const within = `${action}: ${name}`;
  refuseUnknownKeys(within, "a case", table, caseKeys);
  const { call, args = [], calls } = table;
  return {
    name,
    call: asText(call, "call", within),
    args: asTexts(args, "args", within),
    expected: readExpectation(table, within),
    grant: { ...readGrant(all["grant"], within), ...readGrant(table["grant"], within) },
    imports: { ...readImports(all["imports"], within), ...readImports(table["imports"], within) },
    limits: { ...asTable(all["limits"] ?? {}, "limits", within), ...asTable(table["limits"] ?? {}, "limits", within) },
    calls: calls === undefined ? undefined : asTexts(calls, "calls", within),
  };
}

function readExpectation({ result, trap, error }: Table, action: string): Expectation {
  const [first, second] = Object.entries({ result, trap, error }).filter(([, value]) => value !== undefined);
  if (first === undefined) return { kind: "return" };
  if (second !== undefined) throw fault(action, `it has ${first[0]} and ${second[0]}, and ends in one way alone`);
  const text = asText(first[1], first[0], action);
  if (first[0] === "error") return { kind: "error", code: text };
  return { kind: first[0] === "trap" ? "trap" : "result", text };
}

/** What else is wrong with it, loading tells. */
function readGrant(value: unknown, action: string): CaseGrant {
  const grant = asTable(value ?? {}, "grant", action);
  for (const key of ["stdout", "stderr"]) {
    if (grant[key] !== undefined && grant[key] !== true) throw fault(action, `grant.${key} has to be true`);
  }
  return grant;
}

function readImports(value: unknown, action: string): Readonly<Record<string, string>> {
  const imports = Object.entries(asTable(value ?? {}, "imports", action));
  return Object.fromEntries(imports.map(([name, text]) => [name, asText(text, `imports.${name}`, action)]));
}

function asTable(value: unknown, what: string, action: string): Table {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  throw fault(action, `${what} has to be a table`);
}

function asTexts(value: unknown, what: string, action: string): readonly string[] {
  if (!Array.isArray(value)) throw fault(action, `${what} has to be a list of texts`);
  return value.map((one, index) => asText(one, `${what}[${index}]`, action));
}

/** Numbers and booleans are the same in either notation. */
function asText(value: unknown, what: string, action: string): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") return String(value);
  throw fault(action, value === undefined ? `it has no ${what}` : `${what} has to be a text`);
}

function fault(action: string, reason: string): PluginError {
  return new PluginError({ code: "bad-argument", action, reason });
}
