import type { Abort, CallSite } from "./abort.ts";

/** The calls that a pattern finds: in its groups are their names and their places. */
export function callsOf(text: string, pattern: RegExp): readonly CallSite[] {
  return [...text.matchAll(pattern)].map(([, name, place = ""]) => ({ name: name || "<anonymous>", place }));
}

/** An exception. The first calls of its own class may be those that made it. */
export function thrown(message: string, calls: readonly CallSite[]): Abort {
  const thrower = calls.find(({ name }) => !/^[A-Z]/.test(name)) ?? calls[0];
  return { message, place: thrower?.place, calls };
}
