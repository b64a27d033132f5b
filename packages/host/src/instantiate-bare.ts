import { PluginError } from "@polyplug/errors";
import type { CompiledPlugin } from "./compile/compiled-plugin.ts";
import { bareExports } from "./exports/bare-exports.ts";
import { isProcedure } from "./info/describe-module.ts";
import type { PluginInfo } from "./info/plugin-info.ts";
import { Life } from "./life/life.ts";
import { linkImports } from "./link/link-imports.ts";
import { linkPreview1 } from "./link/link-preview1.ts";
import type { LoadOptions } from "./load-options.ts";
import { LoadedPlugin } from "./loaded-plugin.ts";
import type { Plugin } from "./plugin.ts";
import { callFault, type FaultContext } from "./trap/call-fault.ts";
import { tracingDeeply } from "./trap/trace-depth.ts";

/** An instance of a bare module: linked, instantiated, set up once, and wrapped as a {@link Plugin}. */
export async function instantiateBare<Exports extends object>(
  compiled: CompiledPlugin,
  name: string,
  { imports = {}, grant }: LoadOptions,
  action: string,
): Promise<Plugin<Exports>> {
  const { info, module } = compiled;
  const life = new Life(name);
  const preview1 = await linkPreview1(info.imports, grant, life);
  const linked = linkImports(info.imports, imports, preview1?.provide, life, action);
  const context: FaultContext = { life, compiled, wasi: preview1?.wasi };
  const exportsMemory = info.exports.some(({ name, kind }) => name === "memory" && kind === "memory");
  const imported = exportsMemory ? undefined : importedMemory(linked);
  if (imported !== undefined) preview1?.wasi.bind(imported);
  const instance = await instantiate(module, linked, action, context);
  const exported = instance.exports["memory"];
  if (exported instanceof WebAssembly.Memory) preview1?.wasi.bind(exported);
  setUp(info, instance, action, context);
  return new LoadedPlugin<Exports>(info, instance, bareExports(info, instance, context), context);
}

async function instantiate(
  module: WebAssembly.Module,
  linked: WebAssembly.Imports,
  action: string,
  context: FaultContext,
): Promise<WebAssembly.Instance> {
  const starting = `${action}: cannot run its start function`;
  let instance: WebAssembly.Instance;
  try {
    instance = await WebAssembly.instantiate(module, linked);
  } catch (error) {
    if (!context.life.alive) throw callFault(error, starting, undefined, context);
    if (error instanceof WebAssembly.LinkError || error instanceof TypeError) {
      const reason = `an import does not fit: ${error.message.replace(/^WebAssembly\.\w+\(\): /, "")}`;
      throw new PluginError({ code: "missing-import", action, reason, plugin: context.life.plugin, cause: error });
    }
    // Out of memory or address space: nothing of the guest has run.
    if (error instanceof RangeError && !/call stack/i.test(error.message)) {
      throw new PluginError({
        code: "memory-limit",
        action,
        reason: error.message,
        plugin: context.life.plugin,
        cause: error,
      });
    }
    // The engine names itself where a segment does not fit, and no function of the guest has run.
    const own = error instanceof Error && /^WebAssembly\.\w+\(\): /.test(error.message);
    throw callFault(error, own ? action : starting, undefined, context);
  }
  // It may have caught what was thrown to end it.
  if (!context.life.alive) throw callFault(undefined, starting, undefined, context);
  return instance;
}

/** WASI works on the memory that the module exports as `memory`, once it is there; without one, on one that it imports. */
function importedMemory(linked: WebAssembly.Imports): WebAssembly.Memory | undefined {
  const imported = Object.values(linked).flatMap((module) => Object.values(module));
  return imported.find((value) => value instanceof WebAssembly.Memory);
}

/**
 * A reactor is set up by `_initialize`, once; older ones that only have `__wasm_call_ctors` by that. A command sets
 * itself up when it runs. See {@link https://github.com/WebAssembly/WASI/blob/main/legacy/application-abi.md}.
 */
function setUp(info: PluginInfo, instance: WebAssembly.Instance, action: string, context: FaultContext): void {
  if (info.entry === "command") return;
  const name = info.entry === "reactor" ? "_initialize" : "__wasm_call_ctors";
  const step = info.exports.some((item) => item.name === name && isProcedure(item)) && instance.exports[name];
  if (typeof step !== "function") return;
  try {
    tracingDeeply(() => step());
  } catch (thrown) {
    throw callFault(thrown, `${action}: cannot run ${name}`, name, context);
  }
  if (!context.life.alive) throw callFault(undefined, `${action}: cannot run ${name}`, name, context);
}
