import { InputStream } from "./input-stream.ts";
import type { InterfaceMembers } from "./interface-members.ts";
import { OutputStream } from "./output-stream.ts";
import type { Preview2Process } from "./preview2-process.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/cli/wit/stdio.wit | wasi:cli/stdin}. */
export function stdin(process: Preview2Process): InterfaceMembers {
  return { getStdin: () => new InputStream(process, process.capabilities.stdin) };
}

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/cli/wit/stdio.wit | wasi:cli/stdout}. */
export function stdout(process: Preview2Process): InterfaceMembers {
  return { getStdout: () => new OutputStream(process, process.capabilities.stdout) };
}

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/cli/wit/stdio.wit | wasi:cli/stderr}. */
export function stderr(process: Preview2Process): InterfaceMembers {
  return { getStderr: () => new OutputStream(process, process.capabilities.stderr) };
}
