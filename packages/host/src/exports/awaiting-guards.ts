import type { GuardFactory } from "./guarded-function.ts";

/** Guarded functions over a guest whose calls may be suspended: each gives a promise. */
export const awaitGuests: GuardFactory = (exports, guard) => {
  const callees: (CallableFunction | undefined)[] = exports.map(({ call }) => call);
  const functions = exports.map(({ params }, index) => async (...args: unknown[]): Promise<unknown> => {
    if (args.length !== params.length || !guard.life.alive) throw guard.refuse(index, args.length);
    const passed = args.map((value, position) => guard.argument(index, position, value));
    let result: unknown;
    try {
      result = await callees[index]?.(...passed);
    } catch (thrown) {
      guard.life.latch.alive = false;
      throw guard.fault(index, thrown);
    }
    if (!guard.life.alive) throw guard.fault(index, undefined);
    return result;
  });
  return { functions, release: () => callees.fill(undefined) };
};
