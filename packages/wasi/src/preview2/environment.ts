import type { InterfaceMembers } from "./interface-members.ts";
import type { Preview2Process } from "./preview2-process.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/cli/wit/environment.wit | wasi:cli/environment}. */
export function environment({ capabilities }: Preview2Process): InterfaceMembers {
  // What is decoded was encoded by us and is well-formed; a U+FEFF at the start of a text is part of it.
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return {
    getEnvironment: () =>
      capabilities.env.map((variable) => {
        const text = decoder.decode(variable);
        const end = text.indexOf("=");
        return [text.slice(0, end), text.slice(end + 1)];
      }),
    getArguments: () => capabilities.args.map((argument) => decoder.decode(argument)),
    // There are no files, and so no directory to be in.
    initialCwd: () => undefined,
  };
}
