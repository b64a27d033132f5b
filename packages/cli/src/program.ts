import { fileFault, PluginError, printable } from "@polyplug/errors";
import { Command, CommanderError } from "commander";
import manifest from "../package.json" with { type: "json" };
import { buildErrorReport, isBuildError } from "./build-error-report.ts";
import { bindingsCommand } from "./commands/bindings.ts";
import { buildCommand } from "./commands/build.ts";
import { callCommand } from "./commands/call.ts";
import { checkCommand } from "./commands/check.ts";
import type { CommandContext } from "./commands/command-context.ts";
import { devCommand } from "./commands/dev.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { inspectCommand } from "./commands/inspect.ts";
import { replayCommand } from "./commands/replay.ts";
import { runCommand } from "./commands/run.ts";
import { testCommand } from "./commands/test.ts";
import { typesCommand } from "./commands/types.ts";
import { errorReport } from "./error-report.ts";
import { type ExitCode, exitCode, exitCodeMeanings } from "./exit-code.ts";
import type { Report } from "./report.ts";
import { showJson } from "./show/show-json.ts";
import { isBrokenPipe } from "./stdio/broken-pipe.ts";
import { isWriteFault, writeFully } from "./stdio/write-fully.ts";
import { usageError } from "./usage-error.ts";

/** Runs the program with the words after its name, and gives its exit status. Never rejects. */
export async function runProgram(argv: readonly string[]): Promise<number> {
  try {
    const { report, json } = await reportOf(argv);
    if (report === undefined) return exitCode.done;
    writeFully(1, Buffer.from(json ? showJson(report.json) : report.stdout));
    if (!json) writeFully(2, Buffer.from(report.stderr));
    return report.exitCode;
  } catch (error) {
    if (isBrokenPipe(error)) return exitCode.unread;
    if (isWriteFault(error)) return tellLast(`cannot write the output: ${fileFault(error)}`, exitCode.failed);
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return tellLast(`a fault of its own, please report it: ${told}`, exitCode.broken);
  }
}

/** Says the last thing that there is to say. Where nobody can be told, the status alone tells it. */
function tellLast(fault: string, status: ExitCode): ExitCode {
  try {
    writeFully(2, Buffer.from(printable(`polyplug: ${fault}\n`)));
    return status;
  } catch (error) {
    return isBrokenPipe(error) ? exitCode.unread : status;
  }
}

const versionReport: Report = {
  exitCode: exitCode.done,
  stdout: `${manifest.version}\n`,
  stderr: "",
  json: { version: manifest.version },
};

interface Outcome {
  /** `undefined` where commander has said all, which is help. */
  readonly report: Report | undefined;
  readonly json: boolean;
}

async function reportOf(argv: readonly string[]): Promise<Outcome> {
  let report: Report | undefined;
  const json = (): boolean => program.opts()["json"] === true;
  const finish = (given: Report): void => {
    report = given;
  };
  const program = createProgram({ json, finish });
  try {
    if (argv.every((word) => word === "--json")) program.outputHelp();
    else await program.parseAsync(argv, { from: "user" });
    return { report, json: json() };
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.code === "commander.version") return { report: versionReport, json: argv.includes("--json") };
      if (error.exitCode === 0) return { report: undefined, json: json() };
      return { report: errorReport(usageError(error, argv)), json: json() };
    }
    if (isBuildError(error)) return { report: buildErrorReport(error), json: json() };
    if (!PluginError.is(error) || isBrokenPipe(error)) throw error;
    return { report: errorReport(error), json: json() };
  }
}

/** In the order in which help lists them. */
const commands = [
  buildCommand,
  devCommand,
  testCommand,
  bindingsCommand,
  typesCommand,
  inspectCommand,
  callCommand,
  runCommand,
  checkCommand,
  replayCommand,
  doctorCommand,
];

function createProgram(context: CommandContext): Command {
  const program = new Command("polyplug")
    .description("Build, test, inspect, call and run WebAssembly plugins")
    .option("-V, --version", "output the version number")
    // Commander would print it by itself, in one form.
    .on("option:version", () => {
      throw new CommanderError(0, "commander.version", manifest.version);
    })
    .option("--json", "print one JSON document on stdout, errors included, and nothing on stderr")
    .addHelpText("after", `\n${exitCodeHelp()}`)
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => writeFully(1, Buffer.from(text)),
      // Errors are told by the report, in one form or the other.
      writeErr: () => undefined,
      outputError: () => undefined,
    })
    .exitOverride();
  for (const command of commands) program.addCommand(command(context).copyInheritedSettings(program));
  return program;
}

function exitCodeHelp(): string {
  const lines = Object.entries(exitCode).map(([name, code]) => {
    return `  ${String(code).padEnd(5)}${exitCodeMeanings[name as keyof typeof exitCode]}`;
  });
  return ["Exit codes:", ...lines].join("\n");
}
