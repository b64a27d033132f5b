import { camelCase, type ResourceType, readFunctionName, staticKey } from "@polyplug/abi";
import { PluginError, printableName } from "@polyplug/errors";
import type { Call } from "../intercept/boundary.ts";
import { className } from "./class-name.ts";
import type { GuestResources } from "./guest-resources.ts";

/** What is shown of a plugin's exports: functions by their WIT names and resources. */
export interface ExportedItems {
  readonly functions: ReadonlyMap<string, Call>;
  readonly resources: ReadonlyMap<string, ResourceType>;
}

/** What makes objects with its prototype, when it is called with `new`. */
export type ResourceClass = Call & { readonly prototype: object };

/** How a resource is made: by `new`, or by `create`, which gives a promise, where the plugin runs elsewhere. */
export type Construction = "new" | "create";

/**
 * Exports as JavaScript has them: functions in camelCase, resources as classes. More may be
 * added; see {@link sealed}. `known` has the classes that there are already, since several interfaces may name one
 * resource: it is the first that defines it.
 */
export function exportedFace(
  { functions, resources }: ExportedItems,
  guests: GuestResources,
  known: Map<ResourceType, ResourceClass>,
  construction: Construction,
): Record<string, unknown> {
  const face: Record<string, unknown> = {};
  const classes = new Map<string, ResourceClass>();
  for (const [label, resource] of resources) {
    const construct = functions.get(`[constructor]${label}`);
    const owner = known.get(resource) ?? resourceClass(label, guests, construction === "new" ? construct : undefined);
    if (construct !== undefined && construction === "create" && !known.has(resource)) {
      define(owner, "create", named(construct, "create"));
    }
    if (!known.has(resource)) guests.define(resource, owner.prototype);
    known.set(resource, owner);
    classes.set(label, owner);
    define(face, className(label), owner);
  }
  for (const [name, call] of functions) {
    const read = readFunctionName(name);
    if (read === undefined || read.kind === "constructor") continue;
    const key = read.kind === "static" ? staticKey(read.name) : camelCase(read.name);
    if (read.kind === "freestanding") {
      define(face, key, named(call, key));
      continue;
    }
    const owner = classes.get(read.resource);
    if (owner === undefined) continue;
    if (read.kind === "static") define(owner, key, named(call, key));
    else define(owner.prototype, key, named(methodOf(call), key));
  }
  for (const owner of classes.values()) Object.freeze(owner.prototype);
  return face;
}

/**
 * The object without a prototype and frozen, so that an export may have any name. It loses the prototype only here: one
 * that never had one is a hash table to V8, and each look-up slower than a call.
 */
export function sealed(face: Record<string, unknown>): Record<string, unknown> {
  Object.setPrototypeOf(face, null);
  return Object.freeze(face);
}

function resourceClass(label: string, guests: GuestResources, construct: Call | undefined): ResourceClass {
  const name = className(label);
  // A class could not give back what the plugin made.
  const owner: ResourceClass = function (...args: unknown[]): unknown {
    if (new.target !== undefined && construct !== undefined) return construct(...args);
    const reason = construct === undefined ? "the plugin's functions give it" : "it has to be called with new";
    throw new PluginError({ code: "bad-argument", action: `make a ${name}`, reason });
  };
  Object.defineProperty(owner.prototype, Symbol.dispose, {
    value(this: object): void {
      guests.dispose(this);
    },
  });
  return named(owner, name);
}

function methodOf(call: Call): Call {
  return function (this: unknown, ...args: unknown[]): unknown {
    return call(this, ...args);
  };
}

/** Stack traces show it, and whoever prints the function. */
function named<T extends CallableFunction>(value: T, name: string): T {
  return Object.defineProperty(value, "name", { value: printableName(name) });
}

function define(target: object, key: string, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(target, key);
  if (before?.configurable === false) {
    const reason = `its exports have two things called ${printableName(key)} in JavaScript`;
    throw new PluginError({ code: "unsupported", action: "show the exports", reason });
  }
  Object.defineProperty(target, key, { value, enumerable: true });
}
