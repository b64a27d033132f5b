import { tracingDeeply } from "../trap/trace-depth.ts";
import type { GuardFactory } from "./guarded-function.ts";

/** Guarded functions as closures over one generic text, for realms that may not make code from text. */
export const closeOverGuards: GuardFactory = (exports, guard) => {
  const callees: (CallableFunction | undefined)[] = exports.map(({ call }) => call);
  const functions = exports.map(({ params }, index) => (...args: unknown[]) => {
    if (args.length !== params.length || !guard.life.alive) throw guard.refuse(index, args.length);
    const passed = args.map((value, position) => guard.argument(index, position, value));
    let result: unknown;
    try {
      const enter = () => callees[index]?.(...passed);
      result = guard.tracesDeeply ? tracingDeeply(enter) : enter();
    } catch (thrown) {
      guard.life.latch.alive = false;
      throw guard.fault(index, thrown);
    }
    if (!guard.life.alive) throw guard.fault(index, undefined);
    return result;
  });
  return { functions, release: () => callees.fill(undefined) };
};
