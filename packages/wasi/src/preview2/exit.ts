import { endProcess } from "../process/wasi-process.ts";
import { u8 } from "./argument.ts";
import type { InterfaceMembers } from "./interface-members.ts";
import type { Preview2Process } from "./preview2-process.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/cli/wit/exit.wit | wasi:cli/exit}. */
export function exit(process: Preview2Process): InterfaceMembers {
  const end = (code: number): never => {
    throw endProcess(process, { kind: "exit", code });
  };
  return {
    exit: (status: { readonly tag: "ok" | "err" }) => end(status.tag === "ok" ? 0 : 1),
    exitWithCode: (code: number) => end(u8(code)),
  };
}
