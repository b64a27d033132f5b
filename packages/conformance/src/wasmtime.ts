import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pythonEnvironment, thisMachine } from "@polyplug/toolchains";
import type { Case } from "./case.ts";
import { pythonHostOf } from "./host-module.ts";
import { type Notation, readNotation } from "./notation.ts";
import { differenceOf, type Heard, type Outcome } from "./outcome.ts";
import { runPython } from "./run-python.ts";
import { type Step, stepsOf } from "./step.ts";
import type { Verdict } from "./verdict.ts";

/** One of these is there, and what the host heard. */
interface Answer {
  readonly returns?: Notation;
  readonly throws?: Notation;
  readonly traps?: string;
  readonly heard: readonly (readonly [string, readonly Notation[]])[];
}

const folder = new URL("../wasmtime/", import.meta.url);
const program: string = fileURLToPath(new URL("answer.py", folder));

/**
 * What wasmtime makes of the steps of a case, carried out on a component. It knows no `bad-argument`, since what does
 * not fit is refused by Python before wasmtime sees it: steps that expect that are left out.
 */
export async function playWithWasmtime(one: Case, component: string): Promise<readonly Verdict[]> {
  const steps = stepsOf(one).filter(({ expected }) => expected.kind !== "fails" || expected.code !== "bad-argument");
  const asked = JSON.stringify({ imports: one.imports ?? {}, calls: steps.map(({ row }) => row) });
  const answers: readonly Answer[] = JSON.parse(await answersTo(asked, component, await pythonHostOf(one)));
  return steps.map((step, place) => {
    const answer = answers[place];
    if (answer === undefined) throw new Error(`wasmtime gave ${answers.length} answers to ${steps.length} steps`);
    return { step, difference: differenceOf(step, outcomeOf(answer, step), symbolOf) };
  });
}

/** Answers depend on nothing but this, and compiling an engine of twelve megabytes takes its time. */
async function answersTo(asked: string, component: string, host: string): Promise<string> {
  const machine = thisMachine();
  const requirements = fileURLToPath(new URL("requirements.txt", folder));
  const files = [
    component,
    ...(host === "" ? [] : [host]),
    requirements,
    program,
    fileURLToPath(new URL("values.py", folder)),
  ];
  const hash = createHash("sha256").update(asked);
  for (const file of files) hash.update(await readFile(file));
  const cache = join(machine.cache, "wasmtime");
  const path = join(cache, `${hash.digest("hex")}.json`);
  const known = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (known !== undefined) return known;
  const python = await pythonEnvironment(requirements, machine);
  const answers = await runPython(python, [program, component, host], asked);
  await mkdir(cache, { recursive: true });
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, answers);
  await rename(draft, path);
  return answers;
}

function outcomeOf({ returns, throws, traps, heard }: Answer, { expected }: Step): Outcome {
  const read = heard.map(([name, args]): Heard => [name, args.map((arg) => readNotation(arg, symbolOf))]);
  if (traps !== undefined) return { kind: "fails", code: undefined, error: new Error(traps), heard: read };
  const kind = throws === undefined || (throws === null && expected.kind === "returns") ? "returns" : "throws";
  return { kind, value: readNotation(kind === "throws" ? throws : returns, symbolOf), heard: read };
}

/** A handle is in another process; its name stands for it. */
function symbolOf(name: string): symbol {
  return Symbol.for(name);
}
