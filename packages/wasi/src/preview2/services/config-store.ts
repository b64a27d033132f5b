import { ResultError } from "@polyplug/errors";
import { string } from "../argument.ts";
import type { InterfaceMembers } from "../interface-members.ts";
import type { Preview2Process } from "../preview2-process.ts";

/** See {@link https://github.com/WebAssembly/wasi-config/blob/main/wit/store.wit | wasi:config/store}, which was called `runtime` at first. */
export function configStore(process: Preview2Process): InterfaceMembers {
  const config = (): ReadonlyMap<string, string> => {
    const granted = process.capabilities.config;
    if (granted !== undefined) return granted;
    process.denied.add("config");
    throw new ResultError({ tag: "upstream", val: "no configuration is granted" });
  };
  return {
    get: (key: string) => config().get(string(key)),
    getAll: () => [...config()],
  };
}
