import type { Target } from "@polyplug/built-guests";
import type { Provision } from "../adapter.ts";
import type { Machine } from "../machine.ts";
import { runCommand } from "../run-command.ts";

/** Adds targets to the active Rust toolchain. Fails at once where rustup cannot reach its server. */
export function rustupTargets(rustup: string, targets: readonly Target[], machine: Machine): Provision {
  return {
    command: ["rustup target add", ...targets].join(" "),
    run: async () => {
      await runCommand(rustup, ["target", "add", ...targets], machine);
    },
  };
}
