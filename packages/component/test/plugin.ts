import { type CanonicalAbi, canonicalAbi, referenceAbi } from "@polyplug/abi";
import {
  carryOut,
  type FunctionItem,
  functionLabel,
  type InstantiateOptions,
  instantiate,
  type LinkPlan,
  type PlanInstance,
} from "@polyplug/component";
import { TestGuard } from "./guard.ts";

/** Both ways to lift and lower, or one where there is no other. */
export const abis: readonly CanonicalAbi[] = [...new Set([referenceAbi, canonicalAbi()])];

/** What a test gives a plugin: functions by their labels, and the rest of the options. */
export interface Given extends Partial<InstantiateOptions> {
  readonly imports?: Readonly<Record<string, (...args: never[]) => unknown>>;
}

export interface TestPlugin {
  readonly plan: LinkPlan;
  readonly instance: PlanInstance;
  readonly guard: TestGuard;
  /** Calls an export by its label: `run`, `acme:text/filter#transform`. */
  call(label: string, ...args: unknown[]): unknown;
}

/** Carries out a plan, with host functions by their labels. */
export async function load(plan: LinkPlan, { imports = {}, ...options }: Given = {}): Promise<TestPlugin> {
  const guard = new TestGuard();
  const modules =
    options.modules ??
    (await Promise.all(plan.modules.map(({ bytes }) => WebAssembly.compile(Uint8Array.from(bytes)))));
  const work = instantiate(plan, {
    modules,
    abi: referenceAbi,
    guard,
    implement: (item) => {
      const call = imports[functionLabel(item.interface, item.name)];
      if (call === undefined) throw new Error(`nothing implements ${item.name}`);
      return { call: call as (...args: unknown[]) => unknown };
    },
    destructor: () => undefined,
    provide: ({ name }) => {
      throw new Error(`nothing provides ${name}`);
    },
    ...options,
  });
  const instance = await carryOut(work);
  return {
    plan,
    instance,
    guard,
    call: (label, ...args) => instance.lift(exported(plan, label))(...args),
  };
}

/** What a plan exports under a label. */
export function exported(plan: LinkPlan, label: string): FunctionItem {
  const [owner = label, name] = label.split("#");
  const found = plan.exports.get(owner);
  const item = found === undefined || "kind" in found ? found : found.get(name ?? "");
  if (item === undefined) throw new Error(`nothing is exported as ${label}`);
  return item;
}
