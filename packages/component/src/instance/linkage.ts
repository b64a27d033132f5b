import {
  type CoreFunction,
  type FunctionOptions,
  type FunctionType,
  type Guard,
  type HandleCount,
  HandleTable,
  type InstanceState,
  type LateFunction,
  type ResourceType,
  type ValueFunction,
} from "@polyplug/abi";
import { PluginError } from "@polyplug/errors";
import type {
  CanonicalOptions,
  CoreItem,
  InstanceExport,
  LoweredFunction,
  ResourceBuiltin,
} from "../plan/core-item.ts";
import { functionLabel, type LiftedFunction } from "../plan/function-item.ts";
import type { LinkPlan, OwnResource } from "../plan/link-plan.ts";
import { InnerGuard } from "./inner-guard.ts";
import type { Destructor, InstantiateOptions } from "./instantiate-options.ts";
import { LateMemory } from "./late-memory.ts";
import { resourceBuiltin } from "./resource-builtin.ts";

/** Who calls a lifted function, and what of the guest the caller sees. */
type Calling = Pick<
  FunctionOptions,
  "outcome" | "guard" | "resources" | "caller" | "suspends" | "take" | "lists" | "strings"
>;

const destructorType: FunctionType = { params: [{ name: "rep", type: { kind: "u32" } }] };

const procedureType: FunctionType = { params: [] };

/** Makes the items of a plan while it is carried out: each once, when something needs it. */
export class Linkage {
  readonly #options: InstantiateOptions;
  readonly #resources: LinkPlan["resources"];
  readonly #states: InstanceState[] = [];
  readonly #instances: WebAssembly.Exports[] = [];
  readonly #functions = new Map<CoreItem, CoreFunction>();
  readonly #memories = new Map<CoreItem, LateMemory>();
  readonly #reallocs = new Map<CoreItem, LateFunction>();
  /** What modules import to wait, by what they would import else. */
  readonly #waiting = new Map<CoreItem, WebAssembly.ImportValue>();
  readonly #innerGuard: Guard;
  readonly #releases: (() => void)[] = [];

  constructor({ instances, resources }: LinkPlan, options: InstantiateOptions) {
    this.#options = options;
    this.#innerGuard = new InnerGuard(options.guard);
    this.#resources = resources;
    const count: HandleCount = { places: 0, most: options.handles };
    for (const { parent, resources: own } of instances) {
      this.#states.push({
        handles: new HandleTable(own, count),
        mayLeave: true,
        entered: false,
        parent: parent === undefined ? undefined : this.#states[parent],
        releases: this.#releases,
      });
    }
  }

  /** Adds the next instance of a core module. */
  add({ exports }: WebAssembly.Instance): void {
    this.#instances.push(exports);
  }

  /** Makes everything forget the guest; it refuses to be called then. */
  release(): void {
    for (const release of this.#releases.splice(0)) release();
    this.#instances.splice(0);
    for (const made of [this.#functions, this.#memories, this.#reallocs, this.#waiting]) made.clear();
  }

  /** What a core module is given. */
  value(item: CoreItem): WebAssembly.ImportValue {
    switch (item.kind) {
      case "export":
        return this.#exported(item);
      case "host":
        return this.#options.provide(item.import);
      case "lower":
        return this.#waiting.get(item) ?? this.#imported(item);
      default:
        return this.function(item);
    }
  }

  #imported(item: LoweredFunction): WebAssembly.ImportValue {
    const { suspension } = this.#options;
    if (suspension === undefined || !this.#waits(item)) return this.function(item);
    const made = suspension.suspending(this.function(item));
    this.#waiting.set(item, made);
    return made;
  }

  /** Whether the plugin may have to wait for what the function gives. */
  #waits({ function: item }: LoweredFunction): boolean {
    return item.kind === "import" && this.#options.implement(item).waits !== false;
  }

  memory(item: CoreItem): WebAssembly.Memory {
    const memory = this.value(item);
    if (memory instanceof WebAssembly.Memory) return memory;
    throw notThere("a memory");
  }

  function(item: CoreItem): CoreFunction {
    const made = this.#functions.get(item) ?? this.#make(item);
    this.#functions.set(item, made);
    return made;
  }

  #make(item: CoreItem): CoreFunction {
    switch (item.kind) {
      case "lower":
        return this.#lower(item);
      case "resource":
        return this.#builtin(item);
      case "unsupported":
        throw notThere(item.name);
      default: {
        const value = this.value(item);
        if (typeof value === "function") return value as CoreFunction;
        throw notThere("a function");
      }
    }
  }

  #exported({ instance, name }: InstanceExport): WebAssembly.ExportValue {
    const value = this.#instances[instance]?.[name];
    if (value === undefined) throw notThere(`export ${JSON.stringify(name)}`);
    return value;
  }

  #lower({ function: item, options }: LoweredFunction): CoreFunction {
    const { abi, guard, resources } = this.#options;
    if (item.kind === "lift") {
      const call = this.lift(item, item.type, { outcome: "value", caller: this.#states[options.instance] });
      const side = { ...this.#sideOf(options, item.name), guard: this.#innerGuard };
      return abi.lower(call, item.type, { ...side, outcome: "value" });
    }
    const { call, type = item.type, waits } = this.#options.implement(item);
    const name = functionLabel(item.interface, item.name);
    const suspends = waits === false ? undefined : this.#options.suspension && true;
    return abi.lower(call, type, { ...this.#sideOf(options, name), guard, resources, outcome: "throw", suspends });
  }

  /** A function of values over one that the plugin implements. */
  lift({ core, options, name }: LiftedFunction, type: FunctionType, calling: Calling): ValueFunction {
    const postReturn = options.postReturn && this.function(options.postReturn);
    const callee = this.function(core);
    return this.#options.abi.lift(calling.suspends ? this.promising(callee) : callee, type, {
      ...this.#sideOf(options, name),
      postReturn,
      ...calling,
    });
  }

  /** The function as the engine can suspend it, where it is to. */
  promising(core: CoreFunction): CoreFunction {
    return this.#options.suspension?.promising(core) ?? core;
  }

  /** What ends a resource of the plugin's: a call into its instance, though there may be nothing to be done. */
  destructor(resource: ResourceType, own: OwnResource, calling: Calling): Destructor {
    return this.#liftNumbers(own.destructor, own.instance, destructorType, `[dtor]${resource.name}`, calling);
  }

  /** `_start` of a core plugin: to run it is a call into its instance like any other. */
  start(core: CoreItem, calling: Calling): ValueFunction {
    return this.#liftNumbers(core, 0, procedureType, "_start", calling);
  }

  /** A function that needs no memory. */
  #liftNumbers(
    core: CoreItem | undefined,
    owner: number,
    type: FunctionType,
    name: string,
    calling: Calling,
  ): ValueFunction {
    const found = core === undefined ? ignore : this.function(core);
    const callee = calling.suspends ? this.promising(found) : found;
    const instance = this.#state(owner);
    return this.#options.abi.lift(callee, type, { name, instance, encoding: "utf8", ...calling });
  }

  #builtin(item: ResourceBuiltin): CoreFunction {
    const { resource } = item;
    const own = this.#resources.get(resource);
    const state = this.#state(item.instance);
    let destroy: Destructor | undefined;
    const find = (): Destructor | undefined =>
      own === undefined
        ? this.#options.destructor(resource)
        : this.destructor(resource, own, { outcome: "value", caller: state });
    return resourceBuiltin(item, {
      state,
      guard: this.#options.guard,
      implementer: own === undefined ? "host" : "guest",
      // Looked for no sooner than needed: a core plugin's destructor is there when the plugin is.
      destroy: (rep) => {
        destroy ??= find() ?? ignore;
        destroy(rep);
      },
    });
  }

  #sideOf({ instance, encoding, memory, realloc }: CanonicalOptions, name: string): Omit<FunctionOptions, "outcome"> {
    return {
      name,
      instance: this.#state(instance),
      encoding,
      memory: memory && this.#memoryLink(memory),
      realloc: realloc && this.#reallocLink(realloc),
    };
  }

  /** One object for one memory: functions that have it in common share code. */
  #memoryLink(item: CoreItem): LateMemory {
    const link = this.#memories.get(item) ?? new LateMemory(() => this.memory(item));
    this.#memories.set(item, link);
    return link;
  }

  /** The same for one `realloc`. A core plugin's is there when the plugin is. */
  #reallocLink(item: CoreItem): LateFunction {
    const find = (): CoreFunction => this.function(item);
    const link = this.#reallocs.get(item) ?? {
      get function() {
        return find();
      },
    };
    this.#reallocs.set(item, link);
    return link;
  }

  #state(instance: number): InstanceState {
    const state = this.#states[instance];
    if (state === undefined) throw notThere(`component instance ${instance}`);
    return state;
  }
}

function ignore(): void {
  // A resource that nothing has to be done for.
}

/** A guest may call its imports before its instance is there: from a start function. Nothing else leads here. */
function notThere(what: string): PluginError {
  return new PluginError({ code: "trap", action: "link the plugin", reason: `${what} is not there yet` });
}
