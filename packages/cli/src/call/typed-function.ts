import { camelCase, staticKey } from "@polyplug/abi";
import { PluginError } from "@polyplug/errors";
import { className, type WorldFunction } from "../world/world-functions.ts";

type Callable = (...args: unknown[]) => unknown;

/** The function of a loaded plugin, where `loadPlugin` shows it. */
export function typedFunction(plugin: string, exports: object, { owner, name, path }: WorldFunction): Callable {
  const holder = owner === undefined ? exports : own(exports, owner);
  let found: unknown;
  if (name.kind === "freestanding") found = own(holder, camelCase(name.name));
  if (name.kind === "static") found = own(own(holder, className(name.resource)), staticKey(name.name));
  if (typeof found === "function") return (...args) => Reflect.apply(found, undefined, args);
  const reason = "the host does not show it";
  throw new PluginError({ code: "unsupported", action: `call ${path}`, reason, plugin, export: path });
}

/** What a binary calls its parts must not find what every object has. */
function own(holder: unknown, key: string): unknown {
  const isHolder = (typeof holder === "object" && holder !== null) || typeof holder === "function";
  return isHolder && Object.hasOwn(holder, key) ? Reflect.get(holder, key) : undefined;
}
