import type { Bindgen } from "@polyplug/bindgen";
import { BuildError } from "@polyplug/build";
import type { Unavailable } from "../equip.ts";
import type { Machine } from "../machine.ts";
import { type BuiltBindgen, buildBindgen } from "./build-bindgen.ts";

/** The WIT tools, built and loaded for whoever asks first. */
export interface WitTools {
  /** What artifacts that were made with them depend on. */
  built(): Promise<BuiltBindgen | Unavailable>;
  /** Builds them first, where nobody has. Throws where that cannot be done. */
  loaded(): Promise<Bindgen>;
  close(): Promise<void>;
}

export function openWitTools(machine: Machine): WitTools {
  let building: Promise<BuiltBindgen | Unavailable> | undefined;
  let loading: Promise<Bindgen> | undefined;
  const built = () => {
    building ??= buildBindgen(machine);
    return building;
  };
  const load = async () => {
    // Only then is there what it loads.
    const outcome = await built();
    if ("cure" in outcome) throw new BuildError("set up the WIT tools", outcome.cure);
    // Guests without a contract do without it.
    const { loadBindgen } = await import("@polyplug/bindgen");
    return loadBindgen();
  };
  return {
    built,
    loaded: () => {
      loading ??= load();
      return loading;
    },
    close: async () => {
      // Whoever asked for them was told when they could not be loaded.
      const [loaded] = await Promise.allSettled([loading]);
      if (loaded.status === "fulfilled") loaded.value?.dispose();
    },
  };
}
