import { compatibleInterfaceId } from "@polyplug/abi";
import type { FunctionItem, LinkPlan } from "@polyplug/component";

/**
 * What runs a component that is a command: `run` of `wasi:cli/run`, in any version 0.2.
 * See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/cli/wit/run.wit | wasi:cli/run}.
 */
export function commandFunction({ exports }: Pick<LinkPlan, "exports">): FunctionItem | undefined {
  for (const [id, item] of exports) {
    if ("kind" in item || !isRun(id)) continue;
    const run = item.get("run");
    if (run?.type.params.length === 0 && run.type.result?.kind === "result") return run;
  }
  return undefined;
}

/** Whether a function is that, by how messages call it. */
export function isRun(path: string): boolean {
  return compatibleInterfaceId(path.replace(/#run$/, "")) === "wasi:cli/run@0.2";
}
