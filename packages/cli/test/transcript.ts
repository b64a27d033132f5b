import type { Finished } from "./workplace.ts";

/** A command of a transcript, with what it should do. */
export interface Step extends Finished {
  readonly command: string;
}

/** A part of a transcript: prose between commands, kept as it is, or a command. */
export type Part = { readonly prose: string } | Step;

/**
 * Reads a transcript. In it `$ ` begins a line of shell, below which `| ` is a line that it prints on stdout, `! ` one on
 * stderr, and `? ` its exit code, where that is not 0. All other lines are prose. Output ends with a newline, unless its
 * last line is `|\` or `!\`.
 */
export function readTranscript(text: string): Part[] {
  const parts: Part[] = [];
  for (const line of text.replace(/\n$/, "").split("\n")) {
    const mark = /^[$|!?](?= |$|\\$)/.exec(line)?.[0];
    const rest = line.slice(2);
    const step = parts.at(-1);
    if (mark === "$") parts.push({ command: rest, stdout: "", stderr: "", exitCode: 0 });
    else if (mark === undefined || step === undefined || "prose" in step) parts.push({ prose: line });
    else parts.splice(-1, 1, withLine(step, mark, line));
  }
  return parts;
}

function withLine(step: Step, mark: string, line: string): Step {
  const rest = line.slice(2);
  switch (mark) {
    case "|":
      return { ...step, stdout: append(step.stdout, line) };
    case "!":
      return { ...step, stderr: append(step.stderr, line) };
    default:
      return { ...step, exitCode: Number(rest) };
  }
}

function append(before: string, line: string): string {
  return line.endsWith("\\") && line.length === 2 ? before.replace(/\n$/, "") : `${before}${line.slice(2)}\n`;
}

/** The reverse of {@link readTranscript}. */
export function writeTranscript(parts: readonly Part[]): string {
  return parts.map((part) => ("prose" in part ? `${part.prose}\n` : writeStep(part))).join("");
}

function writeStep({ command, stdout, stderr, exitCode }: Step): string {
  const status = exitCode === 0 ? "" : `? ${exitCode}\n`;
  return `$ ${command}\n${marked("|", stdout)}${marked("!", stderr)}${status}`;
}

function marked(mark: string, output: string): string {
  if (output === "") return "";
  const lines = output.replace(/\n$/, "").split("\n");
  const ending = output.endsWith("\n") ? "" : `${mark}\\\n`;
  return lines.map((line) => (line === "" ? `${mark}\n` : `${mark} ${line}\n`)).join("") + ending;
}
