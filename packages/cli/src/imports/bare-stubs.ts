import { type HostFunction, type HostImports, type ImportInfo, inspectPlugin } from "@polyplug/host";
import { showName } from "../show/show-name.ts";
import { showValue } from "../show/show-value.ts";
import type { GivenImports } from "./given-imports.ts";
import type { Offered } from "./offered-imports.ts";
import { StubbedCalls } from "./stubbed-calls.ts";

/** Stubs for what a bare module imports, but for WASI, which is granted: functions that give no result. */
export async function bareStubs(bytes: Uint8Array, offered: Offered): Promise<GivenImports> {
  const { imports } = await inspectPlugin(bytes);
  const stubbed = new StubbedCalls<string>();
  const given: Record<string, Record<string, unknown>> = {};
  for (const [module, own] of Object.entries(offered)) given[module] = { ...(own as object) };
  for (const item of imports) {
    if (item.results?.length !== 0 || /^wasi_/.test(item.module)) continue;
    if (Object.hasOwn(given, item.module) && Object.hasOwn(given[item.module] ?? {}, item.name)) continue;
    given[item.module] = { ...given[item.module], [item.name]: stubOf(item, stubbed) };
  }
  return {
    imports: given as HostImports,
    async takeCalls() {
      const { kept, unlisted } = stubbed.take();
      return { calls: kept, unlisted };
    },
  };
}

function stubOf({ module, name, params = [] }: ImportInfo, stubbed: StubbedCalls<string>): HostFunction {
  return (...args: unknown[]): undefined => {
    const shown = params.map((type, index) => showValue(type, args[index]));
    stubbed.add(`${showName(module)}.${showName(name)}(${shown.join(", ")})`);
  };
}
