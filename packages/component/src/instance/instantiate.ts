import type { FunctionOptions, FunctionType, ResourceType, ValueFunction } from "@polyplug/abi";
import { PluginError } from "@polyplug/errors";
import type { FunctionItem } from "../plan/function-item.ts";
import type { LinkPlan } from "../plan/link-plan.ts";
import { instantiateModule } from "./instantiate-module.ts";
import type { Destructor, InstantiateOptions } from "./instantiate-options.ts";
import type { Instantiating } from "./instantiating.ts";
import { Linkage } from "./linkage.ts";

/** A plugin whose plan was carried out. */
export interface PlanInstance {
  /** The memory of a core plugin; undefined once it is released. */
  readonly memory: WebAssembly.Memory | undefined;
  /** `_start` of a core plugin that is a command, guarded as its exports are; undefined once it is released. */
  readonly start: ValueFunction | undefined;
  /**
   * A function of values over what the plan exports, a new one each time. `type` is what the host sees of the function's
   * own type. Default: that type. With `take` results are not given but taken while they lie in the plugin's memory, lists
   * of numbers and long strings among them not copied, and strings may be given as their UTF-8.
   */
  lift(item: FunctionItem, type?: FunctionType, take?: FunctionOptions["take"]): ValueFunction;
  /** Ends a resource that the plugin implements and the host owned. Undefined where nothing has to be done. */
  destructor(resource: ResourceType): Destructor | undefined;
  /**
   * Makes this and all functions forget the guest, so that its memory can be collected while somebody still holds one of
   * them. The guard's life has to be over.
   */
  release(): void;
}

/**
 * Carries out a plan: instantiates its core modules one by one, each with what the ones before and the host give it, and
 * sets the plugin up.
 *
 * Throws `unsupported` where the plan needs what is not there yet, `malformed` where core modules do not fit each other,
 * `bad-argument` where what the host provides is of another type, `memory-limit` where there is not as much memory as
 * they start with, and what the guard makes of a fault in the plugin's own code.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#instance-definitions | Explainer, instance definitions}.
 */
export function* instantiate(plan: LinkPlan, options: InstantiateOptions): Instantiating<PlanInstance> {
  if (plan.unsupported.length > 0) {
    throw refusal("unsupported", `it needs ${plan.unsupported.join(", ")}, which cannot be had yet`);
  }
  const linkage = new Linkage(plan, options);
  let memory: WebAssembly.Memory | undefined;
  for (const step of plan.steps) {
    if (step.kind === "call") {
      const call = linkage.promising(linkage.function(step.function));
      yield* run(step.name, () => within(call, options), options);
      continue;
    }
    const instance = yield* instantiateModule(step, linkage, options);
    linkage.add(instance);
    options.added?.(instance.exports);
    if (memory !== undefined || plan.memory === undefined) continue;
    memory = linkage.memory(plan.memory);
    options.bindMemory?.(memory);
  }
  return planInstance(plan, options, linkage, memory);
}

function planInstance(
  { resources, start }: LinkPlan,
  options: InstantiateOptions,
  linkage: Linkage,
  itsMemory: WebAssembly.Memory | undefined,
): PlanInstance {
  const { guard, resources: mapping } = options;
  const suspends = options.suspension && true;
  const itsStart = start && linkage.start(start, { outcome: "value", guard, suspends });
  let guest = { memory: itsMemory, start: itsStart && entering(itsStart, options) };
  const destructors = new Map<ResourceType, Destructor>();
  return {
    get memory() {
      return guest.memory;
    },
    get start() {
      return guest.start;
    },
    lift(item, type = item.type, take) {
      // What only goes through the plugin is the host's own.
      if (item.kind === "import") return options.implement(item).call;
      const taking = take && ({ take, lists: "viewed", strings: "viewed" } as const);
      const calling = { outcome: "throw", guard, resources: mapping, suspends, ...taking } as const;
      return entering(linkage.lift(item, type, calling), options);
    },
    destructor(resource) {
      const own = resources.get(resource);
      if (own?.destructor !== undefined && !destructors.has(resource)) {
        const destructor = linkage.destructor(resource, own, { outcome: "value", guard });
        destructors.set(resource, (rep) => within(() => destructor(rep), options));
      }
      return destructors.get(resource);
    },
    release() {
      guest = { memory: undefined, start: undefined };
      linkage.release();
    },
  };
}

function within<T>(enter: () => T, options: InstantiateOptions): T {
  return options.within === undefined ? enter() : options.within(enter);
}

/** The function as `options` has what enters the guest run. */
function entering(call: ValueFunction, options: InstantiateOptions): ValueFunction {
  return options.within === undefined ? call : (...args) => within(() => call(...args), options);
}

/** Calls a core function that sets the plugin up. */
function* run(name: string, step: () => unknown, { guard }: InstantiateOptions): Instantiating<void> {
  try {
    const called = step();
    if (called instanceof Promise) yield called;
  } catch (thrown) {
    guard.life.alive = false;
    throw guard.fault(name, thrown);
  }
  // It may have caught what was thrown to end it.
  if (!guard.life.alive) throw guard.fault(name, undefined);
}

function refusal(code: "unsupported", reason: string): PluginError {
  return new PluginError({ code, action: "link the plugin", reason });
}
