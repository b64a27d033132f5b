import { canonicalPassages, compat, type FunctionType, referencePassages } from "@polyplug/abi";
import { type FunctionItem, functionLabel, type ImportedFunction, type LinkPlan } from "@polyplug/component";
import type { DecodedSource } from "../../decode-source.ts";
import type { Boundary, Call } from "../../intercept/boundary.ts";
import type { Life } from "../../life/life.ts";
import type { LoadOptions } from "../../load-options.ts";
import { bindExports, ownBindings } from "../../typed/bind-exports.ts";
import { describePlan } from "../../typed/describe-typed.ts";
import { GuestResources } from "../../typed/guest-resources.ts";
import { HostResources } from "../../typed/host-resources.ts";
import { importedType, mappingOf, pickAbi } from "../../typed/link-typed-plugin.ts";
import { type Offered, offeredInterface } from "../../typed/offered-interface.ts";
import { planPlugin } from "../../typed/plan-plugin.ts";
import { provideImports } from "../../typed/provide-imports.ts";
import { readContract } from "../../typed/read-contract.ts";
import { refuseMismatch } from "../../typed/refuse-mismatch.ts";
import { guestDrops, hostDrops, resourcesOf } from "../../typed/resource-drops.ts";
import { droppedWire } from "../wire/guest-start.ts";
import type { PackingContext } from "../wire/packing.ts";
import { CallingBoundary } from "./calling-boundary.ts";
import type { DistantPlugin, ReachGuest } from "./distant-plugin.ts";
import type { HostFunctions } from "./host-functions.ts";

/** What reaching a plugin takes that is elsewhere. */
export interface DistantUser {
  readonly life: Life;
  /** Where what the host wants to see of calls stands. */
  readonly boundary: Boundary;
  readonly functions: HostFunctions;
  readonly reach: ReachGuest;
  readonly action: string;
}

/** A plugin with a world, as the host reaches it in another thread or process. */
export async function distantTyped(
  decoded: DecodedSource,
  given: LoadOptions,
  { life, boundary: inner, functions, reach, action }: DistantUser,
): Promise<DistantPlugin> {
  const abi = pickAbi(given.canonicalAbi, action);
  const contract = given.contract && readContract(given.contract, action);
  const plan = await planPlugin(decoded, contract);
  if (plan === undefined) throw new TypeError("neither the plugin nor a contract says of which world it is");
  const fit = contract && compat(plan.world, contract.world);
  if (fit !== undefined) refuseMismatch(fit, action);
  const info = await describePlan(decoded, plan);
  const typeOf = (item: ImportedFunction): FunctionType => importedType(fit, item) ?? item.type;
  const hosts = new HostResources();
  const guests: GuestResources = new GuestResources({ life, drop: (resource, rep) => dropGuest(resource)?.(rep) });
  const passages = abi.name === "reference" ? referencePassages : canonicalPassages();
  const context: PackingContext = { passages, plugin: life.plugin, resources: mappingOf(guests, hosts) };
  const boundary = new CallingBoundary(inner, reach, functions, context);
  const offered = given.imports ?? {};
  provideImports(plan, offered, () => undefined, hosts, { boundary, action, typeOf });
  const drops = guestDrops(plan, { destructor: () => undefined }, boundary);
  // Nobody waits for it: where it fails the plugin has ended, and says so to the next caller.
  const dropGuest: typeof drops = (resource) => (rep) => {
    const dropped: unknown = drops(resource)?.(rep);
    if (dropped instanceof Promise) dropped.catch(() => undefined);
  };
  const exports = bindExports(plan, fit?.exports ?? ownBindings(plan), { lift: named }, guests, boundary, "create");
  return {
    info: { ...info, canonicalAbi: abi.name },
    exports,
    functions: {
      exports: boundary.exports,
      imports: boundary.imports,
      interfaces: interfacesOf(plan, offered),
      globals: [],
      dropped: functions.add({ wire: droppedWire, call: dropHost(plan, hosts, inner) }),
    },
  };
}

/** Ends a resource of the host's that the plugin owned: the number of its type, and its own. */
function dropHost(plan: LinkPlan, hosts: HostResources, boundary: Boundary): Call {
  const types = [...resourcesOf(plan.world.imports)];
  const drops = hostDrops(plan, hosts, boundary);
  return (index, rep) => {
    const [resource] = types[Number(index)] ?? [];
    if (resource === undefined) throw new RangeError(`there is no resource ${String(index)}`);
    drops(resource)?.(Number(rep) >>> 0);
  };
}

function interfacesOf({ world }: LinkPlan, offered: Offered): string[] {
  return [...world.imports].flatMap(([id, { kind }]) =>
    kind === "interface" && offeredInterface(offered, id) !== undefined ? [id] : [],
  );
}

/** In the place of a function of the guest, something that is called what messages call that. */
function named(item: FunctionItem): Call {
  const value = item.kind === "import" ? functionLabel(item.interface, item.name) : item.name;
  return Object.defineProperty((): never => notHere(value), "name", { value });
}

function notHere(name: string): never {
  throw new TypeError(`${name} is elsewhere`);
}
