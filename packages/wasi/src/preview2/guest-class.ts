import type { Preview2Process } from "./preview2-process.ts";
import { isResourceClass, type Resource, type ResourceClass } from "./resource.ts";
import { serve } from "./serve.ts";

/** What of a resource is called without an instance. */
export interface GuestClassParts {
  /** Makes an instance; there is none where a resource has no constructor. */
  readonly construct?: (...args: never[]) => Resource;
  /** Static functions under their camelCase names. */
  readonly statics?: Readonly<Record<string, (...args: never[]) => unknown>>;
}

/** A class as one plugin may call it: with a constructor and static functions that know whose they are. */
export function guestClass(
  process: Preview2Process,
  resource: ResourceClass,
  { construct, statics = {} }: GuestClassParts,
): ResourceClass {
  const owner = `${resource.wit}.`;
  // No arrow function: what is not constructible is no class.
  function provided(...args: never[]): Resource {
    if (construct === undefined) throw new TypeError(`${resource.wit} has no constructor`);
    return serve(process, owner, "constructor", () => construct(...args));
  }
  provided.prototype = resource.prototype;
  for (const [key, body] of Object.entries(statics)) {
    const served = (...args: never[]): unknown => serve(process, owner, key, () => body(...args));
    Object.defineProperty(provided, key, { value: served });
  }
  const made: unknown = provided;
  if (!isResourceClass(made)) throw new TypeError(`${resource.wit} is no resource`);
  return made;
}
