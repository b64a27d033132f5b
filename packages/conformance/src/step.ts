import { type CallRow, type Case, callKeys, caseKeys, type DropRow } from "./case.ts";
import type { Notation } from "./notation.ts";

/** How a call has to end. */
export type Expectation =
  | { readonly kind: "returns" | "throws"; readonly value: Notation | undefined }
  /** With a `PluginError` of this code. */
  | { readonly kind: "fails"; readonly code: string };

/** One thing that is done with a plugin, and what has to come of it. */
export interface Step {
  /** What known failures are named by: `echo#u8(255)`. */
  readonly title: string;
  readonly row: CallRow | DropRow;
  readonly expected: Expectation;
}

/** The steps of a case, one for each call. Throws for keys that there are not and for titles that are there twice. */
export function stepsOf({ name, folder, ...file }: Case): readonly Step[] {
  refuseStrangers(name, file, caseKeys);
  const steps = file.calls.flatMap((row) => {
    if ("drop" in row) return [{ title: `drop ${row.drop}`, row, expected: returning(undefined) }];
    refuseStrangers(`${name}: ${row.call}`, row, callKeys);
    return callsOf(row);
  });
  if (steps.length === 0) throw new Error(`the case ${name} calls nothing`);
  return numbered(steps);
}

function callsOf({ echoes = [], refuses = [], ...row }: CallRow): readonly Step[] {
  const several = [
    ...echoes.map((value) => ({ ...row, args: [value], returns: value })),
    ...refuses.map((value) => ({ ...row, args: [value], fails: "bad-argument" })),
  ];
  const rows: readonly CallRow[] = several.length === 0 ? [row] : several;
  return rows.map((one) => ({ title: titleOf(one), row: one, expected: expectationOf(one) }));
}

function expectationOf(row: CallRow): Expectation {
  if (row.fails !== undefined) return { kind: "fails", code: row.fails };
  return "throws" in row ? { kind: "throws", value: row.throws } : returning(row.returns);
}

function returning(value: Notation | undefined): Expectation {
  return { kind: "returns", value };
}

const longestTitle = 100;

/** With characters that a text file shows as they are. */
function titleOf({ call, args = [], times }: CallRow): string {
  const written = args.map((arg) => escaped(JSON.stringify(arg))).join(", ");
  const cut = written.length > longestTitle ? `${written.slice(0, longestTitle)}…` : written;
  return `${call}(${cut})${times === undefined ? "" : ` x ${times}`}`;
}

function escaped(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Of steps with the same title, the second is `peek({"$kept":"five"}) #2`. */
function numbered(steps: readonly Step[]): readonly Step[] {
  const seen = new Map<string, number>();
  return steps.map((step) => {
    const count = (seen.get(step.title) ?? 0) + 1;
    seen.set(step.title, count);
    return count === 1 ? step : { ...step, title: `${step.title} #${count}` };
  });
}

function refuseStrangers(where: string, value: object, known: readonly string[]): void {
  const stranger = Object.keys(value).find((key) => !known.includes(key));
  if (stranger !== undefined) throw new Error(`${where}: there is no key ${stranger}, only ${known.join(", ")}`);
}
