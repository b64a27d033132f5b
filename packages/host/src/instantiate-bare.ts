import type { CoreFunction } from "@polyplug/abi";
import type { Instantiating, Suspension } from "@polyplug/component";
import { noRoomForMemory, PluginError } from "@polyplug/errors";
import type { CompiledPlugin } from "./compile/compiled-plugin.ts";
import { bareExports } from "./exports/bare-exports.ts";
import { isProcedure } from "./info/is-procedure.ts";
import type { ImportInfo, PluginInfo } from "./info/plugin-info.ts";
import { startSite } from "./intercept/call-site.ts";
import { CommandLatch } from "./life/command-latch.ts";
import type { CallLimits } from "./limits/call-limits.ts";
import type { LinkedPlugin } from "./link/link-plugin.ts";
import { LoadedPlugin } from "./loaded-plugin.ts";
import type { Plugin } from "./plugin.ts";
import { AbortRecords } from "./trap/abort-record.ts";
import { callFault, type FaultContext, type GuestCall } from "./trap/call-fault.ts";
import { engineMessage, isStackExhausted } from "./trap/engine-message.ts";
import { isFromGuest } from "./trap/guest-frames.ts";
import { tracingDeeply } from "./trap/trace-depth.ts";

/** An instance of a bare module: instantiated with what was linked, set up once, and wrapped as a {@link Plugin}. */
export function* instantiateBare<Exports extends object>(
  compiled: CompiledPlugin,
  { life, boundary, imports, wasi, bindMemory }: LinkedPlugin,
  limits: CallLimits | undefined,
  action: string,
): Instantiating<LoadedPlugin<Exports>> {
  const { info } = compiled;
  const context: FaultContext = {
    life,
    compiled,
    wasi: wasi === undefined ? [] : [wasi],
    aborts: new AbortRecords(),
    limits,
  };
  const exportsMemory = info.exports.some(({ name, kind }) => name === "memory" && kind === "memory");
  const imported = exportsMemory ? undefined : importedMemory(imports);
  if (imported !== undefined) bindMemory(imported);
  const instance = yield* instantiate(imports, action, context);
  context.aborts.add(instance.exports);
  const exported = instance.exports["memory"];
  if (exported instanceof WebAssembly.Memory) bindMemory(exported);
  const enter = entranceTo(instance, context, boundary.suspension);
  const set = setUp(info, action, enter);
  if (set instanceof Promise) yield set;
  // The calls of a guest that may be suspended are one after another in any case.
  const latch = info.entry === "command" && boundary.suspension === undefined ? new CommandLatch(life) : undefined;
  const run = (): unknown => enter("_start", { action: `run ${life.plugin}` });
  const start = info.entry === "command" ? (latch?.start(run, "call _start") ?? run) : undefined;
  return new LoadedPlugin<Exports>({
    info,
    ...bareExports(info, instance, context, { latch, boundary }),
    memories: exportedMemories(instance),
    start: start && boundary.exported(start, startSite),
    context,
    stats: boundary.stats,
  });
}

function* instantiate(
  imports: WebAssembly.Imports,
  action: string,
  context: FaultContext,
): Instantiating<WebAssembly.Instance> {
  const { life, compiled, limits } = context;
  const starting = { action, step: "its start function" };
  let instance: WebAssembly.Instance;
  try {
    instance = yield* instanceOf(compiled, imports, limits);
  } catch (error) {
    if (!life.alive) throw callFault(error, starting, context);
    if (error instanceof WebAssembly.LinkError || (error instanceof TypeError && !isFromGuest(error))) {
      throw unfitImport(error, action, life.plugin, compiled.info.imports);
    }
    // Out of memory or address space: nothing of the guest has run.
    if (error instanceof RangeError && !isStackExhausted(error)) {
      const reason = noRoomForMemory(engineMessage(error));
      throw new PluginError({ code: "memory-limit", action, reason, plugin: life.plugin, cause: error });
    }
    // The engine names itself where a segment does not fit, and no function of the guest has run.
    const own = error instanceof Error && engineMessage(error) !== error.message;
    throw callFault(error, own ? { action } : starting, context);
  }
  // It may have caught what was thrown to end it.
  if (!life.alive) throw callFault(undefined, starting, context);
  return instance;
}

/** Under limits the start function runs at once, within them. */
function* instanceOf(
  compiled: CompiledPlugin,
  imports: WebAssembly.Imports,
  limits: CallLimits | undefined,
): Instantiating<WebAssembly.Instance> {
  const module = onlyModule(compiled);
  if (limits === undefined) return instanceFrom(yield { module, imports });
  return limits.instantiate(module, imports, compiled.made[0]?.added);
}

/** Small as it is, what does this for components would bring all of them along. */
function instanceFrom(made: unknown): WebAssembly.Instance {
  if (made instanceof WebAssembly.Instance) return made;
  throw new TypeError("nothing was instantiated");
}

function onlyModule({ modules: [module] }: CompiledPlugin): WebAssembly.Module {
  if (module === undefined) throw new TypeError("nothing was compiled");
  return module;
}

/** What the engine found when it compared an import with its declaration: `Import #0 "env" "memory": …`. */
function unfitImport(cause: Error, action: string, plugin: string, imports: readonly ImportInfo[]): PluginError {
  const message = engineMessage(cause);
  const item = imports[Number(/^Import #(\d+)/.exec(message)?.[1])];
  const path = item === undefined ? "imports" : `imports.${item.module}.${item.name}`;
  return new PluginError({ code: "bad-argument", action, reason: `imports: ${message}`, plugin, path, cause });
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
function setUp(info: PluginInfo, action: string, enter: Entrance): unknown {
  if (info.entry === "command") return undefined;
  const name = info.entry === "reactor" ? "_initialize" : "__wasm_call_ctors";
  if (!info.exports.some((item) => item.name === name && isProcedure(item))) return undefined;
  return tracingDeeply(() => enter(name, { action, step: name }));
}

/** Calls what starts or sets up a plugin, and gives a promise where that may be suspended. */
type Entrance = (exported: string, call: Omit<GuestCall, "exported">) => unknown;

function entranceTo(
  instance: WebAssembly.Instance,
  context: FaultContext,
  suspension: Suspension | undefined,
): Entrance {
  const { life, limits } = context;
  return (exported, call) => {
    const step = instance.exports[exported];
    if (typeof step !== "function") return undefined;
    const fail = (thrown: unknown): never => {
      life.latch.alive = false;
      throw callFault(thrown, { ...call, exported }, context);
    };
    const check = (): void => {
      if (!life.alive) fail(undefined);
    };
    const run = (): unknown => {
      try {
        const called: unknown = (suspension?.promising(step as CoreFunction) ?? (step as CallableFunction))();
        if (called instanceof Promise) return called.then(check, fail);
      } catch (thrown) {
        life.latch.alive = false;
        fail(thrown);
      }
      return check();
    };
    return limits === undefined ? run() : limits.within(run);
  };
}

function exportedMemories(instance: WebAssembly.Instance): Plugin["memories"] {
  const memories: Record<string, WebAssembly.Memory> = Object.create(null);
  for (const [name, value] of Object.entries(instance.exports)) {
    if (value instanceof WebAssembly.Memory) memories[name] = value;
  }
  return Object.freeze(memories);
}
