import type { Observer } from "../events/observer.ts";
import type { PluginStats } from "../events/plugin-stats.ts";
import type { Life } from "../life/life.ts";
import { aroundCall } from "./around-call.ts";
import type { Boundary, Call } from "./boundary.ts";
import type { CallInterceptor } from "./call-interceptor.ts";
import type { TypedSite } from "./call-site.ts";

/** What a host asked for stands on this boundary: what it observes, and around that what it put in itself. */
export class InterceptedBoundary implements Boundary {
  readonly #plugin: string;
  readonly #observer: Observer;
  readonly #interceptor: CallInterceptor | undefined;

  constructor(plugin: string, observer: Observer, interceptor: CallInterceptor | undefined) {
    this.#plugin = plugin;
    this.#observer = observer;
    this.#interceptor = interceptor;
  }

  get stats(): PluginStats | undefined {
    return this.#observer.stats;
  }

  attach(life: Life): void {
    life.onEnd = (end, fault) => this.#observer.ended(end, fault);
  }

  exported(call: Call, site: TypedSite): Call {
    return this.#intercepted(this.#observer.exported(call, site), site);
  }

  imported(call: Call | undefined, site: TypedSite): Call | undefined {
    return call && this.#intercepted(call, site);
  }

  #intercepted(call: Call, { direction, interface: owner, function: name }: TypedSite): Call {
    if (this.#interceptor === undefined) return call;
    const site = { direction, plugin: this.#plugin, interface: owner, function: name };
    return aroundCall(call, this.#interceptor.around(site));
  }
}
