import type { InterfaceMembers } from "./interface-members.ts";
import type { Preview2Process } from "./preview2-process.ts";
import { Resource } from "./resource.ts";

/** Says that stdin is a terminal, which it never is. */
export class TerminalInput extends Resource {}

/** Says that an output is a terminal. */
export class TerminalOutput extends Resource {}

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/cli/wit/terminal.wit | wasi:cli/terminal-stdin}. */
export function terminalStdin(): InterfaceMembers {
  return { getTerminalStdin: () => undefined };
}

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/cli/wit/terminal.wit | wasi:cli/terminal-stdout}. */
export function terminalStdout(process: Preview2Process): InterfaceMembers {
  const { stdout } = process.capabilities;
  return { getTerminalStdout: () => (stdout.terminal ? new TerminalOutput(process) : undefined) };
}

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/cli/wit/terminal.wit | wasi:cli/terminal-stderr}. */
export function terminalStderr(process: Preview2Process): InterfaceMembers {
  const { stderr } = process.capabilities;
  return { getTerminalStderr: () => (stderr.terminal ? new TerminalOutput(process) : undefined) };
}
