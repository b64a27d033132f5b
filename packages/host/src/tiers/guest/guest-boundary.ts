import { canonicalPassages, referencePassages } from "@polyplug/abi";
import { printableName } from "@polyplug/errors";
import type { LinearMemory } from "@polyplug/wasi";
import type { Boundary, Call, HostElsewhere } from "../../intercept/boundary.ts";
import { siteLabel, type TypedSite } from "../../intercept/call-site.ts";
import type { Life } from "../../life/life.ts";
import { droppedWire, type GuestStart, type Site } from "../wire/guest-start.ts";
import type { PackingContext, WireFunction } from "../wire/packing.ts";
import { wireFunction } from "../wire/wire-function.ts";
import type { GuestFunction, GuestTalk } from "./guest-talk.ts";

/** The boundary of a plugin whose host is elsewhere: what it exports is called by that, and what it imports asks that. */
export class GuestBoundary implements Boundary {
  readonly stats = undefined;
  readonly host: HostElsewhere;
  readonly #exports = new Map<string, GuestFunction>();
  readonly #imports: ReadonlyMap<string, number>;
  readonly #context: PackingContext;
  /** How functions are packed whose values nobody looks at between the plugin's memory and the line. */
  readonly #taken = new Map<string, WireFunction>();
  readonly #talk: GuestTalk;
  /** What stands between the plugin and WASI. */
  readonly #wasi: Boundary | undefined;
  #life: Life | undefined;

  constructor({ name, canonicalAbi, imports, interfaces, dropped }: GuestStart, talk: GuestTalk, wasi?: Boundary) {
    this.#wasi = wasi;
    const passages = canonicalAbi === "reference" ? referencePassages : canonicalPassages();
    // What is read goes into the plugin's memory at once, and nothing is said until then.
    this.#context = { passages, plugin: name, lists: "viewed" };
    this.#talk = talk;
    this.#imports = new Map(imports.map((item) => [keyOf(item), item.index]));
    this.host = {
      provides: (id) => interfaces.includes(id),
      dropped: (resource, rep) => talk.ask(dropped, droppedWire, "[resource-drop]", [resource, rep]),
    };
  }

  get alive(): boolean {
    return this.#life?.alive === true;
  }

  attach(life: Life): void {
    this.#life = life;
    this.#wasi?.attach(life);
  }

  bindMemory(memory: LinearMemory): void {
    this.#wasi?.bindMemory?.(memory);
  }

  taken(site: TypedSite): (result: unknown) => unknown {
    const context = { ...this.#context, strings: "viewed" } as const;
    const wire = wireFunction(siteLabel(site), site.signature, context);
    this.#taken.set(keyOf(site), wire);
    return (result) => this.#talk.pass(wire, [result]);
  }

  exported(call: Call, site: TypedSite): Call {
    const wire = this.#taken.get(keyOf(site)) ?? wireFunction(siteLabel(site), site.signature, this.#context);
    this.#exports.set(keyOf(site), { wire, call });
    return call;
  }

  imported(call: Call | undefined, site: TypedSite): Call | undefined {
    const index = this.#imports.get(keyOf(site));
    // What the host does not have may be WASI's.
    if (index === undefined) return this.#wasi === undefined ? call : this.#wasi.imported(call, site);
    const { interface: owner, function: name, signature } = site;
    const label = printableName(signature.kind === "core" ? `${owner}.${name}` : siteLabel(site));
    const wire = wireFunction(label, signature, this.#context);
    return (...args) => this.#talk.ask(index, wire, label, args);
  }

  /** The function that the host calls by this. */
  function(site: Site): GuestFunction {
    const found = this.#exports.get(keyOf(site));
    if (found === undefined) throw new TypeError(`there is no export ${siteLabel(site)}`);
    return found;
  }
}

function keyOf({ interface: owner, function: name }: Site): string {
  return JSON.stringify([owner ?? null, name]);
}
