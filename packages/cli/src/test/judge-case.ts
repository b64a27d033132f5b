import { PluginError } from "@polyplug/errors";
import type { CallEnd, CaseRunner } from "./case-runner.ts";
import type { Expectation, TestCase } from "./test-case.ts";

/** What came of a case. */
export interface CaseOutcome {
  readonly name: string;
  readonly passed: boolean;
  /** `transform("hello")` */
  readonly call: string;
  readonly milliseconds: number;
  /** Where it failed: what was wanted and what was found, of the call's end or of the calls that the plugin made. */
  readonly differences: readonly { readonly of: "end" | "calls"; readonly wanted: string; readonly found: string }[];
  /** What the plugin wrote, where it was granted that. */
  readonly output: string;
}

/** Runs a case and compares what comes of it with what it says. */
export async function judgeCase(runner: CaseRunner, one: TestCase): Promise<CaseOutcome> {
  const start = performance.now();
  const ended = await runner.run(one);
  const differences: CaseOutcome["differences"][number][] = [];
  const end = await compareEnd(runner, one, ended.end);
  if (end !== undefined) differences.push({ of: "end", ...end });
  const calls = await compareCalls(runner, one, ended);
  if (calls !== undefined) differences.push({ of: "calls", ...calls });
  return {
    name: one.name,
    passed: differences.length === 0,
    call: `${one.call}(${one.args.join(", ")})`,
    milliseconds: performance.now() - start,
    differences,
    output: ended.output,
  };
}

interface Difference {
  readonly wanted: string;
  readonly found: string;
}

async function compareEnd(runner: CaseRunner, one: TestCase, end: CallEnd["end"]): Promise<Difference | undefined> {
  const { expected } = one;
  const found = showEnd(end);
  const isErr = "text" in end && /^err\b/.test(end.text);
  switch (expected.kind) {
    case "return":
      return "error" in end || isErr ? { wanted: "that it returns", found } : undefined;
    case "trap": {
      const trapped = "error" in end && end.error.code === "trap" && end.error.message.includes(expected.text);
      return trapped ? undefined : { wanted: showWanted(expected), found };
    }
    case "error":
      return "error" in end && end.error.code === expected.code ? undefined : { wanted: showWanted(expected), found };
    case "result": {
      const wanted = await wantedText(() => runner.wantedResult(one, expected.text));
      return "text" in end && end.text === wanted ? undefined : { wanted: shown(wanted), found };
    }
  }
}

async function compareCalls(runner: CaseRunner, { calls }: TestCase, ended: CallEnd): Promise<Difference | undefined> {
  if (calls === undefined) return undefined;
  const wanted = (await Promise.all(calls.map((call) => wantedText(() => runner.wantedCall(call))))).join(", ");
  const found = ended.calls.join(", ");
  return wanted === found ? undefined : { wanted: wanted || "no calls", found: found || "no calls" };
}

/** What a case says that cannot be read is a failure of that case alone. */
async function wantedText(read: () => Promise<string>): Promise<string> {
  try {
    return await read();
  } catch (error) {
    if (PluginError.is(error)) return error.message;
    throw error;
  }
}

function showWanted(expected: Expectation & { readonly kind: "trap" | "error" }): string {
  if (expected.kind === "error") return `an error with the code ${expected.code}`;
  return expected.text === "" ? "a trap" : `a trap with ${JSON.stringify(expected.text)} in its message`;
}

function showEnd(end: CallEnd["end"]): string {
  return "text" in end ? shown(end.text) : `${end.error.code}: ${end.error.message}`;
}

function shown(text: string): string {
  return text === "" ? "nothing" : text;
}
