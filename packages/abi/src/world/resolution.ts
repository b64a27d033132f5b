import { PluginError, type PluginErrorCode } from "@polyplug/errors";
import { maxResolvedParts, maxTypeDepth, maxTypeParts } from "../limits.ts";
import type { ResourceType } from "../types/resource-type.ts";
import type { ValueType } from "../types/value-type.ts";

/** How large a type is. */
interface Extent {
  /** Types in it, itself included, with those that occur twice counted twice. */
  readonly parts: number;
  readonly depth: number;
  /** Whether a borrow is anywhere in it. */
  readonly borrows: boolean;
}

const simple: Extent = { parts: 1, depth: 1, borrows: false };

/**
 * What the scopes of one file have in common: how much may still be resolved, how large each type is, and by what name
 * a type is known. A file of a few bytes can ask for endless types; this is where it ends.
 */
export class Resolution {
  /** What errors say could not be done: `decode component`. */
  readonly action: string;
  #left = maxResolvedParts;
  #depth = 0;
  readonly #extents = new WeakMap<ValueType, Extent>();
  readonly #names = new WeakMap<object, string>();
  readonly #unnamed = new WeakMap<ResourceType, { name: string }>();

  constructor(action: string) {
    this.action = action;
  }

  /** The error for a file that breaks a rule at a place. */
  malformed(reason: string, offset: number): PluginError {
    return this.#error("malformed", reason, offset);
  }

  /** The error for what may be right and is beyond what is taken. */
  unsupported(reason: string, offset: number): PluginError {
    return this.#error("unsupported", reason, offset);
  }

  #error(code: PluginErrorCode, reason: string, offset: number): PluginError {
    return new PluginError({
      code,
      action: this.action,
      reason: `${reason} (at offset 0x${offset.toString(16)})`,
      offset,
    });
  }

  /** Counts what is about to be resolved. */
  spend(parts: number, offset: number): void {
    this.#left -= parts;
    if (this.#left < 0) throw this.unsupported(`types have more than ${maxResolvedParts} parts together`, offset);
  }

  /** Resolves something within something, as deep as types may be nested. */
  nested<T>(offset: number, resolve: () => T): T {
    if (this.#depth === maxTypeDepth) throw this.#tooDeep(offset);
    this.#depth++;
    const resolved = resolve();
    this.#depth--;
    return resolved;
  }

  /** Takes note of a type that is made of these. */
  composed<T extends ValueType>(type: T, of: readonly (ValueType | undefined)[], offset: number): T {
    let parts = 1;
    let depth = 0;
    let borrows = type.kind === "borrow";
    for (const part of of) {
      if (part === undefined) continue;
      const extent = this.#extents.get(part) ?? simple;
      parts += extent.parts;
      depth = Math.max(depth, extent.depth);
      borrows ||= extent.borrows;
    }
    if (parts > maxTypeParts) throw this.unsupported(`a type has more than ${maxTypeParts} parts`, offset);
    if (depth === maxTypeDepth) throw this.#tooDeep(offset);
    this.#extents.set(type, { parts, depth: depth + 1, borrows });
    return type;
  }

  #tooDeep(offset: number): PluginError {
    return this.unsupported(`types are nested more than ${maxTypeDepth} deep`, offset);
  }

  /** Whether values of this type hold a borrow anywhere. */
  borrows(type: ValueType): boolean {
    return this.#extents.get(type)?.borrows === true;
  }

  /** A resource that has no name until an export gives it one. */
  unnamedResource(): ResourceType {
    const resource = { name: "resource" };
    this.#unnamed.set(resource, resource);
    return resource;
  }

  nameResource(resource: ResourceType, name: string): void {
    const unnamed = this.#unnamed.get(resource);
    if (unnamed === undefined) return;
    unnamed.name = name;
    this.#unnamed.delete(resource);
  }

  nameType(type: ValueType, name: string): void {
    if (!this.#names.has(type)) this.#names.set(type, name);
  }

  nameOf(type: object): string | undefined {
    return this.#names.get(type);
  }
}
