import { compatibleInterfaceId, type WorldItems } from "@polyplug/abi";
import { PluginError } from "@polyplug/errors";
import { decodeSource } from "../decode-source.ts";
import type { LinkedPlugins, LinkedSource } from "../link-plugins.ts";
import type { AnyOptions, LoadOptions } from "../load-options.ts";
import { loadPlugin } from "../load-plugin.ts";
import type { Plugin } from "../plugin.ts";
import { nameSource } from "../source/name-source.ts";
import { offeredInterface } from "./offered-interface.ts";
import { planPlugin } from "./plan-plugin.ts";
import { readContract } from "./read-contract.ts";

/** A plugin that has been read and not been loaded. */
interface Candidate {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly options: Omit<LinkedSource, "source">;
  /** The ids of the interfaces that it imports. */
  readonly imported: readonly string[];
  /** The ids of the interfaces that it exports, by themselves and by the part that has to agree: of several the first. */
  readonly exported: ReadonlyMap<string, string>;
}

/** Reads all, finds who needs whom, and loads each after those that it needs. */
export async function loadLinked<Names extends string>(
  sources: Readonly<Record<Names, LinkedSource>>,
): Promise<LinkedPlugins<Names>> {
  const candidates = new Map<string, Candidate>();
  for (const [name, given] of Object.entries<LinkedSource>(sources)) candidates.set(name, await read(name, given));
  const plugins: Record<string, Plugin<Readonly<Record<string, unknown>>>> = Object.create(null);
  const dispose = (): void => {
    for (const plugin of Object.values(plugins).reverse()) plugin.dispose();
  };
  try {
    for (const candidate of inOrder([...candidates.values()])) {
      plugins[candidate.name] = await load(candidate, candidates, plugins);
    }
  } catch (error) {
    dispose();
    throw error;
  }
  return { plugins: Object.freeze(plugins), dispose, [Symbol.dispose]: dispose };
}

async function read(name: string, { source, ...options }: LinkedSource): Promise<Candidate> {
  const action = `load ${nameSource(source, "load").shown}`;
  refuseOtherTiers(options, action);
  const decoded = await decodeSource(source, action, options.integrity);
  const contract = options.contract && readContract(options.contract, action);
  const plan = await planPlugin(decoded, contract);
  const { imports, exports }: { imports: WorldItems; exports: WorldItems } = plan?.world ?? nothing;
  const exported = new Map<string, string>();
  for (const id of interfacesOf(exports)) {
    const track = compatibleInterfaceId(id);
    exported.set(id, id).set(track, exported.get(track) ?? id);
  }
  return { name, bytes: decoded.bytes, options: { name, ...options }, imported: interfacesOf(imports), exported };
}

/** Plugins that call each other do so at once. JavaScript may ask for another tier all the same. */
function refuseOtherTiers(
  { isolation, asyncImports }: Pick<AnyOptions, "isolation" | "asyncImports">,
  action: string,
): void {
  const isHere = isolation === undefined || isolation === "inline";
  if (isHere && asyncImports !== true) return;
  const path = isHere ? "asyncImports" : "isolation";
  const reason = `${path}: plugins that are linked call each other at once, in this thread; leave it out, or load each and hand its functions to the other`;
  throw new PluginError({ code: "unsupported", action, reason, path });
}

const nothing = { imports: new Map(), exports: new Map() };

function interfacesOf(items: WorldItems): readonly string[] {
  return [...items].flatMap(([id, { kind }]) => (kind === "interface" ? [id] : []));
}

async function load(
  candidate: Candidate,
  candidates: ReadonlyMap<string, Candidate>,
  loaded: Readonly<Record<string, Plugin<Readonly<Record<string, unknown>>>>>,
): Promise<Plugin<Readonly<Record<string, unknown>>>> {
  const { bytes, options, imported } = candidate;
  const others = [...candidates.values()];
  const imports: Record<string, unknown> = Object.create(null);
  for (const id of imported) {
    const [name, key] = providerOf(id, candidate, others) ?? [];
    const provider = name === undefined ? undefined : loaded[name];
    // Where it was loaded with a contract, the interface has the version of that.
    if (provider !== undefined && key !== undefined) imports[id] = offeredInterface(provider.exports, key);
  }
  const given = { ...options, imports: { ...imports, ...options.imports } } as LoadOptions;
  return await loadPlugin<Readonly<Record<string, unknown>>>(bytes, given);
}

/** Which of the others exports what `user` imports under this id, and under which id. The host comes first. */
function providerOf(
  id: string,
  user: Candidate,
  candidates: readonly Candidate[],
): readonly [string, string] | undefined {
  if (offeredInterface(user.options.imports ?? {}, id) !== undefined) return undefined;
  const compatible = compatibleInterfaceId(id);
  for (const { name, exported } of candidates) {
    const key = name === user.name ? undefined : (exported.get(id) ?? exported.get(compatible));
    if (key !== undefined) return [name, key];
  }
  return undefined;
}

/** Each after all that it uses. */
function inOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  const ordered = new Set<Candidate>();
  const visit = (candidate: Candidate, path: readonly Candidate[]): void => {
    if (ordered.has(candidate)) return;
    const trail = [...path, candidate];
    if (path.includes(candidate)) throw circle(trail.slice(path.indexOf(candidate)));
    for (const id of candidate.imported) {
      const [name] = providerOf(id, candidate, candidates) ?? [];
      const provider = candidates.find((one) => one.name === name);
      if (provider !== undefined) visit(provider, trail);
    }
    ordered.add(candidate);
  };
  for (const candidate of candidates) visit(candidate, []);
  return [...ordered];
}

function circle(trail: readonly Candidate[]): PluginError {
  const names = trail.map(({ name }) => name).join(" -> ");
  return new PluginError({
    code: "bad-argument",
    action: "link the plugins",
    reason: `they need each other: ${names}`,
  });
}
