import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { readTranscript, type Step } from "./transcript.ts";
import { openWorkplace, type Workplace } from "./workplace.ts";

const cases = new URL("cases/", import.meta.url);
const steps = readdirSync(cases)
  .filter((name) => name.endsWith(".transcript"))
  .flatMap((name) => readTranscript(readFileSync(new URL(name, cases), "utf8")))
  .filter((part): part is Step => "command" in part);

let workplace: Workplace;
let verbs: readonly string[];
beforeAll(async () => {
  workplace = await openWorkplace();
  const { stdout } = await workplace.shell("polyplug --help");
  const [, listed = ""] = /^Commands:\n((?: {2}.*\n)+)/m.exec(stdout) ?? [];
  verbs = [...listed.matchAll(/^ {2}([a-z]+)/gm)].map(([, verb = ""]) => verb).filter((verb) => verb !== "help");
  return () => workplace.remove();
});

/** The one verb that a line of shell runs; the empty text for the program itself, undefined where it runs several. */
function verbOf({ command }: Step): string | undefined {
  const runs = [...command.matchAll(/(?<=^|\s)polyplug(?: -[-\w]+)*(?: ([a-z]+))?(?=\s|$)/g)];
  const [first, ...others] = runs.map(([, verb = ""]) => verb);
  return first === undefined || others.length > 0 ? undefined : verbs.includes(first) ? first : "";
}

/** Its documents: one, or of what goes on for a while one a line. Undefined where it prints anything else. */
function documentsOf({ stdout }: Step, verb: string): readonly object[] | undefined {
  // Transcripts have N where a figure differs from run to run.
  const text = stdout.replaceAll(/(?<=": ?)N(?=[,}\s])/g, "0");
  try {
    return verb === "dev" && !text.startsWith("{\n")
      ? text
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line))
      : [JSON.parse(text)];
  } catch {
    return undefined;
  }
}

const isJson = ({ command }: Step): boolean => / --json\b/.test(command.replace(/ -- .*/s, ""));
const fails = ({ exitCode, stdout, stderr }: Step): boolean =>
  exitCode !== 0 || /^polyplug: cannot/m.test(stderr + stdout) || /"error": \{|"found": null/.test(stdout);

const wanted: Readonly<Record<string, (step: Step, verb: string) => boolean>> = {
  help: ({ command, stdout, exitCode }, verb) =>
    command === `polyplug ${verb} --help`.replace("  ", " ") && stdout.startsWith("Usage: polyplug") && exitCode === 0,
  "a success": (step) => !isJson(step) && !fails(step) && !/--help/.test(step.command),
  "a failure": (step) => !isJson(step) && fails(step),
  "a success as JSON": (step, verb) => isJson(step) && !fails(step) && documentsOf(step, verb) !== undefined,
  "a failure as JSON": (step, verb) =>
    isJson(step) && fails(step) && step.stderr === "" && documentsOf(step, verb) !== undefined,
};

describe("transcripts show of the program and of each of its verbs", () => {
  test.each(Object.entries(wanted))("%s", (_, isShown) => {
    expect(verbs.length).toBeGreaterThan(0);
    const lacking = ["", ...verbs].filter(
      (verb) => !steps.some((step) => verbOf(step) === verb && isShown(step, verb)),
    );
    expect(lacking).toEqual([]);
  });

  test("that what is asked for as JSON and kept whole is JSON", () => {
    const whole = steps.filter(
      (step) => isJson(step) && verbOf(step) !== undefined && !/[|;]|--help|\|\|/.test(step.command),
    );
    expect(whole.length).toBeGreaterThan(0);
    for (const step of whole.filter(({ stdout }) => !stdout.startsWith("Usage: "))) {
      expect(documentsOf(step, verbOf(step) ?? ""), step.command).toBeDefined();
      expect(step.stderr, step.command).toBe("");
    }
  });
});
