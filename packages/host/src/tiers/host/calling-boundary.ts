import type { PluginStats } from "../../events/plugin-stats.ts";
import type { Boundary, Call } from "../../intercept/boundary.ts";
import { siteLabel, type TypedSite } from "../../intercept/call-site.ts";
import type { Life } from "../../life/life.ts";
import { firstExport, type GuestStart, type Site } from "../wire/guest-start.ts";
import type { PackingContext } from "../wire/packing.ts";
import { wireFunction } from "../wire/wire-function.ts";
import type { ReachGuest } from "./distant-plugin.ts";
import type { HostFunctions } from "./host-functions.ts";

/**
 * The boundary of a plugin that is elsewhere, on the side of its host: what is exported calls the guest, and what is
 * imported can be called by it. What the host wants to see of calls it sees here.
 */
export class CallingBoundary implements Boundary {
  readonly exports: Site[] = [];
  readonly imports: GuestStart["imports"][number][] = [];
  readonly #inner: Boundary;
  readonly #reach: ReachGuest;
  readonly #functions: HostFunctions;
  readonly #context: PackingContext;

  constructor(inner: Boundary, reach: ReachGuest, functions: HostFunctions, context: PackingContext) {
    this.#inner = inner;
    this.#reach = reach;
    this.#functions = functions;
    this.#context = context;
  }

  get stats(): PluginStats | undefined {
    return this.#inner.stats;
  }

  attach(life: Life): void {
    this.#inner.attach(life);
  }

  /** `call` is only what the function is called: nobody here can call it. */
  exported({ name }: Call, site: TypedSite): Call {
    const index = firstExport + this.exports.push(siteOf(site)) - 1;
    const label = name === "" ? siteLabel(site) : name;
    const wire = wireFunction(label, site.signature, this.#context);
    const callGuest = this.#reach(label, wire, index);
    return this.#inner.exported((...args) => callGuest(args), site);
  }

  imported(call: Call | undefined, site: TypedSite): Call | undefined {
    const provided = this.#inner.imported(call, site);
    if (provided === undefined) return undefined;
    const wire = wireFunction(siteLabel(site), site.signature, this.#context);
    this.imports.push({ ...siteOf(site), index: this.#functions.add({ wire, call: provided }) });
    return provided;
  }
}

function siteOf({ interface: owner, function: name }: Site): Site {
  return { interface: owner, function: name };
}
