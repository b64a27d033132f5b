import { decodeSource } from "../../decode-source.ts";
import { Observer } from "../../events/observer.ts";
import { instantiating } from "../../instantiating.ts";
import type { HostImports } from "../../link/link-imports.ts";
import { linkInstance } from "../../link-instance.ts";
import type { LoadOptions } from "../../load-options.ts";
import { memoryBytes } from "../../memory-bytes.ts";
import { telling } from "../../prepare-plugin.ts";
import { diffWire, packChanges } from "../wire/file-changes.ts";
import { type GlobalValue, type GuestStart, running } from "../wire/guest-start.ts";
import { pageBytes } from "../wire/message.ts";
import { GuestBoundary } from "./guest-boundary.ts";
import type { Guest, GuestTalk } from "./guest-talk.ts";
import { reviveGrant } from "./revive-grant.ts";

/** Loads the plugin in this thread, with functions that ask the host. */
export async function loadGuest(start: GuestStart, talk: GuestTalk): Promise<Guest> {
  const { name, action, contract, canonicalAbi, limits } = start;
  const recorded = start.record && (await import("./distant-recorder.ts")).recordedWasi(start.record, name, talk);
  const boundary = new GuestBoundary(start, talk, recorded);
  return await telling({ name, action, observer: new Observer(name, {}) }, async () => {
    const imports = globalsAsImports(start.globals);
    const options: LoadOptions = {
      ...{ contract, canonicalAbi, limits, imports },
      grant: reviveGrant(start.grant, name, talk),
    };
    const decoded = await decodeSource(start.bytes, action);
    const instantiate = await linkInstance({ name, action, options, decoded }, boundary);
    talk.linked();
    const plugin = await instantiating(instantiate());
    return {
      functions: [
        { wire: running.wire, call: () => plugin.run() },
        { wire: diffWire(name), call: (mount) => packChanges(plugin.files?.diff(String(mount)) ?? [], String(mount)) },
        ...start.exports.map((site) => boundary.function(site)),
      ],
      get alive() {
        return boundary.alive;
      },
      get pages() {
        return memoryBytes(plugin) / pageBytes;
      },
    };
  });
}

function globalsAsImports(globals: readonly GlobalValue[]): HostImports {
  const imports: Record<string, Record<string, number | bigint>> = Object.create(null);
  for (const { module, name, value } of globals) {
    const members = imports[module] ?? Object.create(null);
    members[name] = value;
    imports[module] = members;
  }
  return imports;
}
