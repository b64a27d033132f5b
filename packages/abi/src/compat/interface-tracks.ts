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
  readonly #byId = new Map<string, NamedInterface>();
  /** The latest of each track. */
  readonly #byTrack = new Map<string, NamedInterface>();
  /** Any of each name without its version. */
  readonly #byName = new Map<string, NamedInterface>();

  constructor(items: WorldItems) {
    for (const [id, item] of items) {
      if (item.kind !== "interface") continue;
      const named = { id, items: item.items };
      const track = compatibleInterfaceId(id);
      const latest = this.#byTrack.get(track);
      this.#byId.set(id, named);
      this.#byName.set(withoutVersion(id), named);
      if (latest === undefined || compareVersions(latest.id, id) < 0) this.#byTrack.set(track, named);
    }
  }

  find(id: string): NamedInterface | undefined {
    return this.#byId.get(id) ?? this.#byTrack.get(compatibleInterfaceId(id));
  }

  /** The id of an interface of that name whatever its version, for a message. */
  anyVersionOf(id: string): string | undefined {
    return this.#byName.get(withoutVersion(id))?.id;
  }
}

function withoutVersion(id: string): string {
  return id.replace(/@.*/s, "");
}
