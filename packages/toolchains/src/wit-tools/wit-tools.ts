import type { Bindgen } from "@polyplug/bindgen";
import type { Unavailable } from "../equip.ts";
import type { Machine } from "../machine.ts";
import { type BuiltBindgen, buildBindgen } from "./build-bindgen.ts";

/** The WIT tools, built and loaded for whoever asks first. */
export interface WitTools {
  /** What artifacts that were made with them depend on. */
  built(): Promise<BuiltBindgen | Unavailable>;
  /** Only where they could be built. */
  loaded(): Promise<Bindgen>;
  close(): Promise<void>;
}

export function openWitTools(machine: Machine): WitTools {
  let building: Promise<BuiltBindgen | Unavailable> | undefined;
  let loading: Promise<Bindgen> | undefined;
  return {
    built: () => {
      building ??= buildBindgen(machine);
      return building;
    },
    loaded: () => {
      // Not before it is built: only then is there what it loads. Guests without a contract do without it.
      loading ??= import("@polyplug/bindgen").then(({ loadBindgen }) => loadBindgen());
      return loading;
    },
    close: async () => {
      // Whoever asked for them was told when they could not be loaded.
      const [loaded] = await Promise.allSettled([loading]);
      if (loaded.status === "fulfilled") loaded.value?.dispose();
    },
  };
}
