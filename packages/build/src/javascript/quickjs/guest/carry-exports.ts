import type { CarriedClass, CarriedFace, CarriedFunction, CarriedWorld } from "../carried-world.ts";
import { type Boundary, type Callable, exported } from "./boundary.ts";
import { type Carrier, carriersOf } from "./carrier.ts";
import { locator } from "./located.ts";

type Members = Readonly<Record<string, unknown>>;
type Constructor = new (...args: readonly unknown[]) => object;
/** What stands under a function's name: a class is one too. */
type FunctionLike = Callable & Constructor & Members;

/** What the engine is to call instead of the plugin's own exports, by their names. The table is that of {@link locator}. */
export function carryExports(plugin: Members, { types, exports, own }: CarriedWorld, table: string): Members {
  const handles: Carrier[] = [];
  const boundary: Boundary = { carriers: carriersOf(types, handles), locate: locator(table) };
  const faces = exports.flatMap(([names, face]) => {
    const name = names.find((one) => plugin[one] !== undefined);
    // The engine looks for the short one alone.
    return name === undefined ? [] : [[names[0] ?? name, carryFace(name, membersOf(plugin, name), face)] as const];
  });
  return { ...Object.fromEntries(faces), ...carryFace("", plugin, own) };

  function carryFace(face: string, members: Members, { functions, classes }: CarriedFace): Members {
    const called = functions.map(([key, type]) => [key, carryFunction(inside(face, key), members, key, type)] as const);
    const made = classes.map(([key, type]) => [key, carryClass(inside(face, key), members, key, type)] as const);
    return Object.fromEntries([...called, ...made]);
  }

  function carryFunction(name: string, members: Members, key: string, type: CarriedFunction): Callable {
    functionOf(name, members, key);
    // Looked up when it is called, so that it has what it stands in as its `this`.
    return exported(name, type, boundary, (_, args) => (members as Record<string, Callable>)[key]?.(...args));
  }

  function carryClass(name: string, members: Members, key: string, type: CarriedClass): Callable {
    const Own = functionOf(name, members, key);
    const { construct, methods, statics, resource } = type;
    /** One for each time that the host is given the resource: the engine writes the handle into it, which changes. */
    class Handle {
      readonly held: object;
      constructor(held: object) {
        this.held = held;
      }
    }
    if (resource !== undefined) {
      handles[resource] = { take: (handle) => (handle as Handle).held, give: (held) => new Handle(held as object) };
    }
    for (const [method, signature] of methods) {
      const value = exported(`${name}.${method}`, signature, boundary, (self, args) =>
        ((self as Handle).held as Record<string, Callable>)[method]?.(...args),
      );
      Object.defineProperty(Handle.prototype, method, { value });
    }
    const make = construct && exported(name, construct, boundary, (_, args) => new Own(...args));
    const Class = function (this: unknown, ...args: readonly unknown[]): unknown {
      return make?.(...args);
    };
    for (const [method, signature] of statics) {
      const value = carryFunction(`${name}.${method}`, Own, method, signature);
      Object.defineProperty(Class, method, { value });
    }
    return Class;
  }
}

function inside(face: string, key: string): string {
  return face === "" ? key : `${face}.${key}`;
}

function membersOf(plugin: Members, name: string): Members {
  const members = plugin[name];
  if (members instanceof Object) return members as Members;
  throw new TypeError(`${name} has to be an object with what its interface has`);
}

function functionOf(name: string, members: Members, key: string): FunctionLike {
  const member = members[key];
  if (typeof member === "function") return member as FunctionLike;
  throw new TypeError(`there is no ${name}, which the contract has`);
}
