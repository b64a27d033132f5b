import type { Blame, Guard } from "@polyplug/abi";
import { PluginError, printableName } from "@polyplug/errors";
import type { Bounds } from "../limits/bounds.ts";
import { HostFailure } from "../link/host-failure.ts";
import { callAction } from "../trap/call-action.ts";
import { callFault, type FaultContext } from "../trap/call-fault.ts";
import { areMangled } from "../trap/readable-names.ts";
import { canTraceDeeply, traceDepth } from "../trap/trace-depth.ts";
import { isRun } from "./command-function.ts";

/** The host's latch as the canonical ABI leans on it. */
export class HostGuard implements Guard {
  readonly life: Guard["life"];
  readonly waiting: Guard["waiting"];
  readonly traceDepth: number | undefined;
  readonly plugin: string;
  readonly mostLifted: number | undefined;
  readonly #context: FaultContext;

  constructor(context: FaultContext, { values }: Bounds) {
    this.mostLifted = values;
    this.life = context.life.latch;
    this.waiting = context.life.waiting;
    this.plugin = context.life.plugin;
    const isDeep = areMangled(context.compiled.readable);
    this.traceDepth = isDeep && canTraceDeeply() ? traceDepth : undefined;
    this.#context = context;
  }

  refusal(name: string): Error {
    return this.#context.life.refusal(callAction(name), name);
  }

  fault(name: string, thrown: unknown): Error {
    const action = name === "_start" || isRun(name) ? `run ${this.#context.life.plugin}` : callAction(name);
    return callFault(thrown, { action, exported: name }, this.#context);
  }

  interrupt(name: string, thrown: unknown, blame: Blame): unknown {
    const { life } = this.#context;
    if (life.alive) life.interrupt(blame === "host" ? failureOf(name, thrown) : thrown);
    return life.signal;
  }
}

/**
 * What a host function answers wrongly is told by the canonical ABI, which names no plugin there; all else it threw itself,
 * be it what another plugin was told of an answer.
 */
function failureOf(name: string, thrown: unknown): HostFailure {
  const wrong = PluginError.is(thrown) && thrown.code === "bad-result" && thrown.plugin === undefined;
  return HostFailure.of(printableName(name), wrong ? "bad-result" : "trap", thrown);
}
