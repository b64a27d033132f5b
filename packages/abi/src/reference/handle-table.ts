import { PluginError } from "@polyplug/errors";
import { maxHandleIndex } from "../limits.ts";
import type { ResourceType } from "../types/resource-type.ts";
import type { ResourceHandle } from "./resource-handle.ts";

export const tooManyHandles: string = `${maxHandleIndex} handles are in use`;

/**
 * The handles of one instance of a guest, each under the index by which the guest knows it. Index 0 is never given out.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#table-state | Canonical ABI, table state}.
 */
export class HandleTable {
  readonly #own: ReadonlySet<ResourceType>;
  readonly #entries: (ResourceHandle | undefined)[] = [undefined];
  readonly #free: number[] = [];

  /** `own` are the resources that the guest itself implements. */
  constructor(own: Iterable<ResourceType> = []) {
    this.#own = new Set(own);
  }

  /** Whether the guest implements this resource, so that it is lent the representation and not a handle. */
  implements(resource: ResourceType): boolean {
    return this.#own.has(resource);
  }

  get(index: number): ResourceHandle | undefined {
    return this.#entries[index];
  }

  get isFull(): boolean {
    return this.#free.length === 0 && this.#entries.length > maxHandleIndex;
  }

  /** The index, which may be one that was removed before. Throws `trap` when all that there can be are in use. */
  add(handle: ResourceHandle): number {
    if (this.isFull) throw new PluginError({ code: "trap", action: "add a handle", reason: tooManyHandles });
    const index = this.#free.pop() ?? this.#entries.length;
    this.#entries[index] = handle;
    return index;
  }

  remove(index: number): void {
    if (this.#entries[index] === undefined) return;
    this.#entries[index] = undefined;
    this.#free.push(index);
  }
}
