import { messageOf, noRoomForMemory, PluginError } from "@polyplug/errors";
import type { CoreImports, Step } from "../plan/link-plan.ts";
import type { InstantiateOptions } from "./instantiate-options.ts";
import { type Instantiating, instantiated } from "./instantiating.ts";
import type { Linkage } from "./linkage.ts";

const action = "link the plugin";

type InstantiateStep = Extract<Step, { kind: "instantiate" }>;

/** An instance of a core module, with what its plan gives it. */
export function* instantiateModule(
  { module: index, imports }: InstantiateStep,
  linkage: Linkage,
  { guard, modules, instantiateModule }: InstantiateOptions,
): Instantiating<WebAssembly.Instance> {
  const module = modules[index];
  if (module === undefined) {
    throw new PluginError({ code: "bad-argument", action, reason: `its core module ${index} is not there` });
  }
  const given = importObject(imports, linkage);
  let instance: WebAssembly.Instance;
  try {
    instance = instantiateModule?.(index, given) ?? (yield* instantiated({ module, imports: given }));
  } catch (thrown) {
    throw guard.life.alive
      ? (unstarted(thrown, imports, module) ?? guard.fault(step, thrown))
      : guard.fault(step, thrown);
  }
  // It may have caught what was thrown to end it.
  if (!guard.life.alive) throw guard.fault(step, undefined);
  return instance;
}

const step = "its start function";

/** Names come from the binary, so nothing may be looked for on a prototype, nor change one. */
function importObject(imports: CoreImports, linkage: Linkage): WebAssembly.Imports {
  const modules: WebAssembly.Imports = Object.create(null);
  for (const [module, items] of imports) {
    const named: WebAssembly.ModuleImports = Object.create(null);
    for (const [name, item] of items) named[name] = linkage.value(item);
    modules[module] = named;
  }
  return modules;
}

/** The error for what kept the engine from instantiating, before any code of the guest ran; undefined for what did not. */
function unstarted(thrown: unknown, imports: CoreImports, module: WebAssembly.Module): PluginError | undefined {
  const reason = messageOf(thrown).replace(/^WebAssembly\.\w+\(\): /, "");
  const about = { action, reason, cause: thrown };
  if (thrown instanceof WebAssembly.LinkError) {
    const entry = WebAssembly.Module.imports(module)[Number(/^Import #(\d+)/.exec(reason)?.[1])];
    const item = entry && imports.get(entry.module)?.get(entry.name);
    if (entry === undefined || item?.kind !== "host") return new PluginError({ code: "malformed", ...about });
    const path = `imports.${entry.module}.${entry.name}`;
    return new PluginError({ code: "bad-argument", ...about, reason: `imports: ${reason}`, path });
  }
  const isMemory = thrown instanceof RangeError && !/call stack/i.test(reason);
  return isMemory ? new PluginError({ code: "memory-limit", ...about, reason: noRoomForMemory(reason) }) : undefined;
}
