import type { Grant } from "../grant.ts";
import type { WasiPlugin } from "../process/wasi-plugin.ts";
import type { Preview2 } from "./preview2.ts";

/**
 * Makes WASI 0.2 for one instance of a plugin. Everything is refused that `grant` does not hold: with an `err` where the
 * function can give one, and otherwise by ending the plugin with `not-granted`, once it calls the function. Nothing
 * reaches the host's process, files or environment. The code for it is loaded with the first call.
 *
 * Rejects with `bad-argument` for a grant with unknown keys or values, and with `unsupported` for one to sleep on a
 * thread that may not block.
 *
 * `imports` has the ids of the interfaces that the plugin imports. Of `wasi:filesystem`, `wasi:http`,
 * `wasi:config`, `wasi:logging` and `wasi:keyvalue` there is what these name; the rest of `wasi:cli/imports` is always there.
 *
 * See {@link https://github.com/WebAssembly/WASI/tree/v0.2.12/proposals | WASI 0.2}.
 */
export async function createPreview2(
  grant: Grant | undefined,
  plugin: WasiPlugin,
  imports: Iterable<string> = [],
): Promise<Preview2> {
  const { openPreview2 } = await import("./open-preview2.ts");
  return await openPreview2(grant, plugin, imports);
}
