import { messageOf, PluginError } from "@polyplug/errors";
import type { FileChange } from "@polyplug/wasi";
import type { ApartFiles } from "../apart-files.ts";
import { diffWire, type PackedChanges, unpackChanges } from "../wire/file-changes.ts";
import { diffing } from "../wire/guest-start.ts";
import type { Conversation } from "./conversation.ts";

/** The files of a plugin that is elsewhere. */
export function distantFiles(plugin: string, talk: Conversation): ApartFiles {
  const wire = diffWire(plugin);
  return {
    async diff(mount: string): Promise<readonly FileChange[]> {
      const action = `tell what changed below ${mount}`;
      const packed = await talk.ask({ action }, wire, diffing, [mount]);
      try {
        return unpackChanges(packed as PackedChanges);
      } catch (cause) {
        const reason = `what it said cannot be understood: ${messageOf(cause)}`;
        throw new PluginError({ code: "trap", action, reason, plugin, cause });
      }
    },
  };
}
