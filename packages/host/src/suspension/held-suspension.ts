import type { CoreFunction, suspended } from "@polyplug/abi";
import type { Call, HostSuspension } from "../intercept/boundary.ts";
import { isPromise } from "../intercept/is-promise.ts";
import type { Life } from "../life/life.ts";
import type { Bounds } from "../limits/bounds.ts";
import type { CallLimits } from "../limits/call-limits.ts";
import type { SuspendingLimits } from "./suspending-limits.ts";

/** How the engine suspends calls, with all that the guest runs of them within limits. */
export class HeldSuspension implements HostSuspension {
  readonly awaited: typeof suspended;
  readonly #engine: HostSuspension;
  #limits: SuspendingLimits | undefined;

  constructor(engine: HostSuspension) {
    this.#engine = engine;
    this.awaited = engine.awaited;
  }

  async hold(bounds: Bounds, life: Life): Promise<CallLimits> {
    const { SuspendingLimits } = await import("./suspending-limits.ts");
    this.#limits = new SuspendingLimits(bounds, life);
    return this.#limits;
  }

  /** Nothing is held any more: the instance has ended. */
  end(): void {
    this.#limits?.stop();
  }

  promising(exported: CoreFunction): CoreFunction {
    const limits = this.#limits;
    const call = this.#engine.promising(exported) as (...args: never[]) => Promise<unknown>;
    return limits === undefined ? call : (...args) => limits.called(call(...args));
  }

  suspending(imported: CoreFunction): WebAssembly.ImportValue {
    // Imports are linked before there is an instance to be held.
    let held: CallableFunction | undefined;
    return this.#engine.suspending((...args) => {
      held ??= this.#limits?.imported(imported) ?? imported;
      return held(...args);
    });
  }

  /** A function of the host's, whose promise the guest is to wait for. */
  provided(call: Call): Call {
    return (...args) => {
      const result = call(...args);
      return isPromise(result) ? (this.#limits?.awaited(result) ?? result) : result;
    };
  }
}
