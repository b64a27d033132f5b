import { writeSync } from "node:fs";
import { resolve } from "node:path";
import { styleText } from "node:util";
import { fileFault, printable } from "@polyplug/errors";
import { Command, CommanderError } from "commander";
import manifest from "../package.json" with { type: "json" };
import { type Created, create, type Wanted } from "./create.ts";
import { CreateError, exitCodes } from "./create-error.ts";
import { nextSteps } from "./next-steps.ts";
import { nameOfFolder } from "./project-name.ts";
import { findTemplate, templates } from "./templates.ts";

interface Flags {
  readonly template?: string;
  readonly name?: string;
  readonly install?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

const help = `
Templates:
${templates.map(({ id, title, hint }) => `  ${id.padEnd(16)}${title}: ${hint}`).join("\n")}

Examples:
  npm create polyplug@latest
  npm create polyplug@latest shout -- --template rust
  npm create polyplug@latest my-app -- --template host --install

On a terminal it asks for what is not given, unless there is --yes. The folder has to be empty, or is made.

Exit codes:
  0    the project was made
  1    the folder is not empty, may not be written to, or npm install failed
  2    the command line is wrong: a flag, a template, a name
  130  Ctrl-C; nothing is left behind
`;

/** Runs the program with the words after its name, and gives its exit status. */
export async function runProgram(argv: readonly string[], signal: AbortSignal): Promise<number> {
  try {
    return await run(argv, signal);
  } catch (error) {
    return tellLast(error);
  }
}

async function run(argv: readonly string[], signal: AbortSignal): Promise<number> {
  let status = 0;
  const program = new Command("create-polyplug")
    .description("Start a plugin, or a host for plugins")
    .version(manifest.version)
    .argument("[folder]", "where to, my-plugin by default")
    .option("-t, --template <name>", "what to start with")
    .option("-n, --name <name>", "what it is called; by default as the folder is")
    .option("-i, --install", "run npm install in it")
    .option("--no-install", "leave that to you (the default)")
    .option("-y, --yes", "ask nothing, and take the default for what is not given")
    .option("--json", "ask nothing, and print one JSON document on stdout, errors included")
    .addHelpText("after", help)
    .configureOutput({
      writeOut: (text) => write(1, text),
      writeErr: () => undefined,
      outputError: () => undefined,
    })
    .exitOverride()
    .action(async (folder: string | undefined, flags: Flags) => {
      const created = await create(await complete(folder, flags), signal);
      write(1, flags.json === true ? json(describe(created)) : tell(created));
    });
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const told = error instanceof CommanderError ? usageError(error) : error;
    if (!(told instanceof CreateError)) throw error;
    if (program.opts<Flags>().json === true) write(1, json({ error: { code: told.code, message: told.message } }));
    else if (told.message !== "") write(2, `create-polyplug: ${printable(told.message)}\n`);
    status = exitCodes[told.code];
  }
  return status;
}

/** The status of what is no fault of the command line's or of the folder's. */
function tellLast(error: unknown): number {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  // Whoever read the output went away, as `head` does.
  if (code === "EPIPE") return 141;
  const isOutput = error instanceof Error && "syscall" in error && error.syscall === "write";
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const fault = isOutput
    ? `cannot write the output: ${fileFault(error)}`
    : `a fault of its own, please report it: ${told}`;
  try {
    write(2, `create-polyplug: ${printable(fault)}\n`);
  } catch {
    // Nobody can be told: the status alone tells it.
  }
  return isOutput ? 1 : 70;
}

/** What is wanted, with what is missing asked for on a terminal. */
async function complete(given: string | undefined, flags: Flags): Promise<Wanted> {
  const asked = flags.template === undefined ? undefined : findTemplate(flags.template);
  const silent = flags.yes === true || flags.json === true;
  if (silent || process.stdin.isTTY !== true || process.stdout.isTTY !== true) {
    if (asked === undefined) {
      const known = templates.map(({ id }) => id).join(", ");
      throw new CreateError("misused", `say what to start with: --template, one of ${known}`);
    }
    const folder = given ?? flags.name ?? "my-plugin";
    const name = flags.name ?? nameOfFolder(resolve(folder));
    return { folder, name, template: asked, install: flags.install === true };
  }
  // A program that asks nothing need not load what asks.
  const { askFolder, askInstall, askName, askTemplate, greet } = await import("./ask.ts");
  greet();
  const folder = given ?? (await askFolder());
  const template = asked ?? (await askTemplate());
  const name = flags.name ?? (await askName(folder, template));
  return { folder, name, template, install: flags.install ?? (await askInstall()) };
}

function tell(created: Created): string {
  const { folder, name, template, files } = created;
  const needs =
    template.needs === undefined ? [] : [`It needs ${template.needs}: npx polyplug doctor says what is missing.`];
  return [
    `Created ${bold(name)} (${template.title}, ${files.length} files) in ${folder}`,
    ...needs,
    "",
    "Next:",
    ...nextSteps(created).map((step) => `  ${step}`),
    "",
  ].join("\n");
}

function describe(created: Created): object {
  const { folder, name, template, files, installed } = created;
  return { folder, name, template: template.id, files, installed, next: nextSteps(created) };
}

function usageError({ message }: CommanderError): CreateError {
  return new CreateError("misused", `${message.replace(/^error: /, "")}; --help lists what there is`);
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function bold(text: string): string {
  return styleText("bold", text, { stream: process.stdout });
}

function write(descriptor: 1 | 2, text: string): void {
  writeSync(descriptor, text);
}
