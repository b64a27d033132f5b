import type { Grant } from "@polyplug/wasi";
import type { HostImports } from "./link/link-imports.ts";

/** How a plugin is loaded. Unknown keys are refused with `bad-argument`. */
export interface LoadOptions {
  /** What messages call the plugin. Default: the file's name without `.wasm`. */
  readonly name?: string | undefined;
  /** What the host provides for the plugin's imports, by module and name. They come before WASI's. Default: nothing. */
  readonly imports?: HostImports | undefined;
  /** What the plugin may reach through WASI. Default: nothing. */
  readonly grant?: Grant | undefined;
  /**
   * The hash that the bytes must have, checked before they are decoded: `sha256-` and base64, or several of these with
   * spaces between, of which one must fit. Default: any bytes are taken.
   */
  readonly integrity?: string | undefined;
}

export const loadOptionKeys: readonly (keyof LoadOptions)[] = ["name", "imports", "grant", "integrity"];
