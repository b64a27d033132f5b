import { PluginError } from "@polyplug/errors";
import { maxHandles } from "../limits.ts";
import type { ResourceType } from "../types/resource-type.ts";
import type { ResourceHandle } from "./resource-handle.ts";

/** What a host calls the bound on handles. */
const handlesLimit = "limits.handles";

/** How many places for handles there are in the tables that share this, dropped ones included. */
export interface HandleCount {
  places: number;
  /** Default: 4,194,303. */
  readonly most?: number | undefined;
}

/**
 * The handles of one instance of a guest, each under the index by which the guest knows it. Index 0 is never given out.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#table-state | Canonical ABI, table state}.
 */
export class HandleTable {
  readonly #own: ReadonlySet<ResourceType>;
  readonly #entries: (ResourceHandle | undefined)[] = [undefined];
  readonly #free: number[] = [];
  readonly #count: HandleCount;

  /**
   * `own` are the resources that the guest itself implements. The instances of one plugin share a `count`, so that many
   * of them hold no more than one may.
   */
  constructor(own: Iterable<ResourceType> = [], count: HandleCount = { places: 0 }) {
    this.#own = new Set(own);
    this.#count = count;
  }

  /** Whether the guest implements this resource, so that it is lent the representation and not a handle. */
  implements(resource: ResourceType): boolean {
    return this.#own.has(resource);
  }

  /** What is there, whatever its resource; `_wanted` is the one that the caller expects, where it expects one. */
  get(index: number, _wanted?: ResourceType): ResourceHandle | undefined {
    return this.#entries[index];
  }

  /** Why no handle can be added, if none can. */
  get overflow(): string | undefined {
    const { places, most = maxHandles } = this.#count;
    if (this.#free.length > 0 || places < most) return undefined;
    return `${handlesLimit}: ${places} handles are in use, and ${most} are allowed`;
  }

  /** The index, which may be one that was removed before. Throws `memory-limit` when all that there can be are in use. */
  add(handle: ResourceHandle): number {
    const reason = this.overflow;
    if (reason !== undefined) {
      throw new PluginError({ code: "memory-limit", action: "add a handle", reason, path: handlesLimit });
    }
    const dropped = this.#free.pop();
    if (dropped === undefined) this.#count.places++;
    const index = dropped ?? this.#entries.length;
    this.#entries[index] = handle;
    return index;
  }

  remove(index: number): void {
    if (this.#entries[index] === undefined) return;
    this.#entries[index] = undefined;
    this.#free.push(index);
  }
}
