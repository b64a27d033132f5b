import {
  type CanonicalAbi,
  type Compatibility,
  canonicalAbi,
  compat,
  type FunctionType,
  type HandleType,
  type ResourceMapping,
  referenceAbi,
} from "@polyplug/abi";
import {
  type ImportedFunction,
  type InstantiateOptions,
  type Instantiating,
  instantiate,
  type LinkPlan,
  type PlanInstance,
} from "@polyplug/component";
import { PluginError } from "@polyplug/errors";
import { compilePlugin } from "../compile/compile-plugin.ts";
import type { CompiledPlugin } from "../compile/compiled-plugin.ts";
import type { DecodedSource } from "../decode-source.ts";
import type { PluginInfo } from "../info/plugin-info.ts";
import type { Boundary, Call } from "../intercept/boundary.ts";
import { type Signature, startSite } from "../intercept/call-site.ts";
import type { Bounds } from "../limits/bounds.ts";
import type { CallLimits } from "../limits/call-limits.ts";
import { boundsOf, holdToLimits, type Instances } from "../limits/hold-to-limits.ts";
import type { LoadOptions } from "../load-options.ts";
import { LoadedPlugin } from "../loaded-plugin.ts";
import type { Plugin } from "../plugin.ts";
import { distantResources } from "../tiers/guest/distant-resources.ts";
import { AbortRecords } from "../trap/abort-record.ts";
import { bindExports, ownBindings } from "./bind-exports.ts";
import { commandFunction } from "./command-function.ts";
import { describePlan } from "./describe-typed.ts";
import { GuestResources } from "./guest-resources.ts";
import { HostGuard } from "./host-guard.ts";
import type { HostResources } from "./host-resources.ts";
import { type LinkedTyped, linkTyped } from "./link-typed.ts";
import { planPlugin } from "./plan-plugin.ts";
import { readContract } from "./read-contract.ts";
import { refuseMismatch } from "./refuse-mismatch.ts";
import { guestDrops, hostDrops } from "./resource-drops.ts";

/**
 * Links a plugin that has a world, of its own or of the contract: a core plugin or a component. What it gives makes one
 * instance.
 */
export async function linkTypedPlugin<Exports extends object>(
  decoded: DecodedSource,
  name: string,
  given: LoadOptions,
  boundary: Boundary,
  action: string,
): Promise<() => Instantiating<LoadedPlugin<Exports>>> {
  const abi = pickAbi(given.canonicalAbi, action);
  const contract = given.contract && readContract(given.contract, action);
  const plan = await planPlugin(decoded, contract);
  if (plan === undefined) throw new TypeError("neither the plugin nor a contract says of which world it is");
  const fit = contract && compat(plan.world, contract.world);
  if (fit !== undefined) refuseMismatch(fit, action);
  const info = await describePlan(decoded, plan);
  const bounds = await boundsOf(given.limits, action);
  const linked = await linkTyped(plan, decoded.info, name, given, {
    boundary,
    action,
    typeOf: (item) => importedType(fit, item) ?? item.type,
    bounds,
  });
  const { meter, calls } = await holdToLimits(instancesOf(plan), bounds, linked.life, action, boundary.suspension);
  const compiled = await compilePlugin(decoded, plan.modules, action, meter);
  const shown = { ...info, canonicalAbi: abi.name };
  return () => instantiateTyped<Exports>({ plan, fit, info: shown, abi, bounds }, linked, compiled, calls);
}

/** What is known of a plugin whose plan is carried out. */
interface TypedPlan {
  readonly plan: LinkPlan;
  readonly fit: Compatibility | undefined;
  readonly info: PluginInfo;
  readonly abi: CanonicalAbi;
  readonly bounds: Bounds;
}

function* instantiateTyped<Exports extends object>(
  { plan, fit, info, abi, bounds }: TypedPlan,
  linked: LinkedTyped,
  compiled: CompiledPlugin,
  calls: CallLimits | undefined,
): Instantiating<LoadedPlugin<Exports>> {
  const { life, boundary, wasi, resources: hosts } = linked;
  const context = { life, compiled, wasi, aborts: new AbortRecords(), limits: calls };
  const dropHost = hostDrops(plan, hosts, boundary);
  const guests: GuestResources = new GuestResources({
    life,
    drop: (resource, rep) => dropGuest(resource)?.(rep),
  });
  const distant = boundary.host && distantResources(plan, boundary.host);
  const instance: PlanInstance = yield* instantiate(plan, {
    modules: compiled.modules,
    abi,
    guard: new HostGuard(context, bounds),
    handles: bounds.handles,
    suspension: boundary.suspension,
    ...(calls === undefined ? {} : entrance(calls, compiled)),
    resources: distant === undefined ? mappingOf(guests, hosts) : distant.mapping(mappingOf(guests, hosts)),
    implement: (item) => {
      const provided = linked.functions.get(item);
      if (provided === undefined) throw new TypeError(`nothing implements ${item.name}`);
      return { ...provided, type: importedType(fit, item) };
    },
    destructor: (resource) => distant?.destructor(resource) ?? dropHost(resource),
    provide: ({ module, name: item }) => {
      const value = linked.core[module]?.[item];
      if (value === undefined) throw new TypeError(`nothing provides ${item}`);
      return value;
    },
    bindMemory: linked.bindMemory,
    added: (exports) => context.aborts.add(exports),
  });
  const dropGuest = guestDrops(plan, instance, boundary);
  return new LoadedPlugin<Exports>({
    info,
    exports: bindExports(
      plan,
      fit?.exports ?? ownBindings(plan),
      instance,
      guests,
      boundary,
      boundary.suspension ? "create" : "new",
    ),
    memories: memoriesOf(instance),
    start: commandOf(plan, instance, boundary),
    context,
    stats: boundary.stats,
    release: () => instance.release(),
  });
}

/** What runs a command: `_start`, or `run` of `wasi:cli/run`. */
function commandOf(plan: LinkPlan, instance: PlanInstance, boundary: Boundary): Call | undefined {
  if (instance.start !== undefined) return boundary.exported(instance.start, startSite);
  const command = commandFunction(plan);
  if (command === undefined) return undefined;
  const [owner, name] = command.name.split("#");
  const signature: Signature = { kind: "wit", type: command.type };
  const site = { direction: "export", interface: owner, function: name ?? command.name, signature } as const;
  return boundary.exported(instance.lift(command), site);
}

function instancesOf({ modules, steps }: LinkPlan): Instances {
  const counts = modules.map(() => 0);
  for (const step of steps) {
    if (step.kind === "instantiate") counts[step.module] = (counts[step.module] ?? 0) + 1;
  }
  return { modules, counts };
}

/** How a plugin that is held to limits is entered, and its modules instantiated. */
function entrance(
  limits: CallLimits,
  { modules, made }: CompiledPlugin,
): Pick<InstantiateOptions, "within" | "instantiateModule"> {
  return {
    within: (enter) => limits.within(enter),
    instantiateModule(index, imports) {
      const module = modules[index];
      if (module === undefined) throw new TypeError(`module ${index} was not compiled`);
      return limits.instantiate(module, imports, made[index]?.added);
    },
  };
}

export function pickAbi(wanted: LoadOptions["canonicalAbi"], action: string): CanonicalAbi {
  if (wanted === "reference") return referenceAbi;
  const abi = canonicalAbi();
  if (wanted === undefined || abi.name === wanted) return abi;
  const reason = "canonicalAbi: code may not be made from text here; leave it out, or ask for the reference";
  throw new PluginError({ code: "unsupported", action, reason, path: "canonicalAbi" });
}

/** The type of an import as the host sees it. */
export function importedType(
  fit: Compatibility | undefined,
  { interface: owner, name }: ImportedFunction,
): FunctionType | undefined {
  const binding = fit?.imports.get(owner ?? name);
  return binding?.kind === "interface" ? binding.functions.get(name)?.type : binding?.type;
}

/** What the plugin does not implement is the host's. */
export function mappingOf(guests: GuestResources, hosts: HostResources): ResourceMapping {
  const owner = ({ resource }: HandleType) => (guests.has(resource) ? guests : hosts);
  return {
    lift: (type, rep) => owner(type).lift(type, rep),
    lower: (type, value) => owner(type).lower(type, value),
    giveBack: (type, value, rep) => owner(type).giveBack(type, value, rep),
  };
}

function memoriesOf({ memory }: PlanInstance): Plugin["memories"] {
  const memories: Record<string, WebAssembly.Memory> = Object.create(null);
  if (memory !== undefined) memories["memory"] = memory;
  return Object.freeze(memories);
}
