import { compatibleInterfaceId } from "../names/interface-id.ts";
import type { Interface, WorldItems } from "../world/world.ts";
import { compareVersions } from "./compare-versions.ts";

/** An interface with its id. */
export interface NamedInterface {
  readonly id: string;
  readonly items: Interface["items"];
}

/** The interfaces of one side of a world, to be found by an id or by one with another version of the same track. */
export class InterfaceTracks {
  readonly #items: WorldItems;
  /** The latest of each track; most worlds match without a look at it. */
  #latest: ReadonlyMap<string, NamedInterface> | undefined;

  constructor(items: WorldItems) {
    this.#items = items;
  }

  find(id: string): NamedInterface | undefined {
    const item = this.#items.get(id);
    if (item?.kind === "interface") return { id, items: item.items };
    this.#latest ??= latestOf(this.#items);
    return this.#latest.get(compatibleInterfaceId(id));
  }

  /** The id of an interface of that name whatever its version, for a message. */
  anyVersionOf(id: string): string | undefined {
    const name = withoutVersion(id);
    for (const [other, item] of this.#items) {
      if (item.kind === "interface" && withoutVersion(other) === name) return other;
    }
    return undefined;
  }
}

function latestOf(items: WorldItems): ReadonlyMap<string, NamedInterface> {
  const latest = new Map<string, NamedInterface>();
  for (const [id, item] of items) {
    if (item.kind !== "interface") continue;
    const track = compatibleInterfaceId(id);
    const other = latest.get(track);
    if (other === undefined || compareVersions(other.id, id) < 0) latest.set(track, { id, items: item.items });
  }
  return latest;
}

function withoutVersion(id: string): string {
  const at = id.indexOf("@");
  return at < 0 ? id : id.slice(0, at);
}
