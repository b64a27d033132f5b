import { type LogLevel, logLevels } from "../../service-grants.ts";
import { oneOf, string } from "../argument.ts";
import type { InterfaceMembers } from "../interface-members.ts";
import type { Preview2Process } from "../preview2-process.ts";

/** See {@link https://github.com/WebAssembly/wasi-logging/blob/main/wit/logging.wit | wasi:logging/logging}. */
export function logging({ capabilities }: Preview2Process): InterfaceMembers {
  return {
    log: (level: LogLevel, context: string, message: string) => {
      capabilities.log({ level: oneOf(logLevels, level), context: string(context), message: string(message) });
    },
  };
}
