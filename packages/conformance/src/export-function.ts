import { camelCase, readFunctionName } from "@polyplug/abi";

type Call = (...args: unknown[]) => unknown;

/**
 * How JavaScript calls the export that a case names by its WIT name. Written from the documentation of
 * `@polyplug/host`, so that what stands there is tested by every call.
 */
export function exportFunction(exports: object, path: string): Call {
  const [, owner, name = ""] = /^(?:(.*)#)?(.*)$/.exec(path) ?? [];
  const holder = owner === undefined ? exports : member(exports, owner.includes(":") ? owner : camelCase(owner), path);
  const read = readFunctionName(name);
  if (read === undefined) throw new Error(`${path} is no name of a function`);
  if (read.kind === "freestanding") return bound(holder, camelCase(read.name), path);
  const resource = camelCase(read.resource);
  const owned = member(holder, resource.slice(0, 1).toUpperCase() + resource.slice(1), path);
  // A constructor cannot wait, so a class of a plugin that runs apart makes its objects by a function.
  if (read.kind === "constructor" && "create" in owned) return bound(owned, "create", path);
  if (read.kind === "constructor") return (...args) => Reflect.construct(owned as new () => object, args);
  if (read.kind === "static") return bound(owned, camelCase(read.name), path);
  return (self, ...args) => bound(self as object, camelCase(read.name), path)(...args);
}

function bound(holder: object, key: string, path: string): Call {
  const found = member(holder, key, path) as Call;
  return (...args) => found.apply(holder, args);
}

function member(holder: object, key: string, path: string): object {
  const found: unknown = Reflect.get(holder, key);
  if (found === undefined || found === null) throw new Error(`${path}: there is no ${key}`);
  return found as object;
}
