import { PluginError } from "@polyplug/errors";
import { roleOf } from "./function-role.ts";
import type { WitTypes } from "./wit-types.ts";
import type { WorldModules } from "./world-modules.ts";

/** Refuses a world before anything is written of it, and says which of its functions has what there is nothing for. */
export function checkFunctions(types: WitTypes, { world, exported, interfaces }: WorldModules): void {
  for (const { id, functions } of [world, { id: undefined, functions: exported }, ...interfaces]) {
    for (const item of functions) {
      const path = id === undefined ? item.name : `${id}#${item.name}`;
      try {
        roleOf(item, types);
        for (const { type } of item.params) types.value(type);
        if (item.result !== undefined) types.value(item.result);
      } catch (error) {
        if (!PluginError.is(error)) throw error;
        throw error.within(error.action, { reason: `${path}: ${error.reason}`, path });
      }
    }
  }
}
