import type { CarriedClass, CarriedFace, CarriedFunction, CarriedType } from "../carried-world.ts";
import { imported } from "./boundary.ts";
import { type Carrier, carriersOf } from "./carrier.ts";

type Members = Readonly<Record<string, unknown>>;
type Callable = (...args: readonly unknown[]) => unknown;
type Constructor = new (...args: readonly unknown[]) => object;

/** What a plugin is to see of an interface of the host's. */
export function carryImports(host: Members, types: readonly CarriedType[], face: CarriedFace): Members {
  const carriers = carriersOf(types, []);
  const functions = face.functions.map(([key, type]) => [key, carryImport(host[key], type, carriers)] as const);
  const classes = face.classes.map(([key, type]) => [key, carryClass(host[key], type, carriers)] as const);
  return Object.fromEntries([...functions, ...classes]);
}

/** What a plugin is to see of a function of the world's own. */
export function carryFunction(host: unknown, types: readonly CarriedType[], type: CarriedFunction): Callable {
  return carryImport(host, type, carriersOf(types, []));
}

function carryImport(host: unknown, type: CarriedFunction, carriers: readonly Carrier[]): Callable {
  return imported(type, carriers, (_, args) => (host as Callable)(...args));
}

/** The engine makes objects of its class by itself, so that its methods are replaced and not the class. */
function carryClass(
  host: unknown,
  { construct, methods, statics }: CarriedClass,
  carriers: readonly Carrier[],
): unknown {
  const Class = host as Constructor & Record<string, Callable>;
  const prototype = Class.prototype as Record<string, (this: object, ...args: readonly unknown[]) => unknown>;
  for (const [key, type] of methods) {
    const method = prototype[key];
    prototype[key] = imported<object>(type, carriers, (self, args) => method?.call(self, ...args));
  }
  for (const [key, type] of statics) {
    const own = Class[key];
    if (own !== undefined) Class[key] = imported(type, carriers, (_, args) => own(...args));
  }
  if (construct === undefined) return Class;
  const make = imported(construct, carriers, (_, args) => new Class(...args));
  return new Proxy(Class, { construct: (_, args) => make(...args) as object });
}
