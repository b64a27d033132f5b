import { camelCase, readFunctionName } from "@polyplug/abi";
import type { ImportedFunction } from "@polyplug/component";
import { nearest } from "@polyplug/errors";
import { className } from "./class-name.ts";
import type { Offered } from "./offered-interface.ts";
import { offeredMember } from "./offered-member.ts";

/** What a host gave that may have been meant for a function which it does not provide, as the beginning of a cure. */
export function givenInstead({ interface: id, name }: ImportedFunction, offered: Offered, owner: unknown): string {
  if (id !== undefined && owner === undefined) {
    const near = nearest(id, Object.keys(offered)) ?? nearest(id.replace(/@.*$/, ""), Object.keys(offered));
    return near === undefined ? "" : `imports has ${JSON.stringify(near)} instead; `;
  }
  const read = readFunctionName(name);
  if (read === undefined || typeof owner !== "object" || owner === null) return "";
  const key = read.kind === "freestanding" ? camelCase(read.name) : className(read.resource);
  const given = offeredMember(owner, key);
  if (given !== undefined && typeof given !== "function") return `what imports has as ${key} is no function; `;
  if (typeof given === "function") return `the class ${key} in imports has no such function; `;
  const near = nearest(key, Object.keys(owner));
  return near === undefined ? "" : `imports has ${JSON.stringify(near)} instead; `;
}
