import type { Capability } from "../capability.ts";
import type { PluginFiles } from "../tree/file-change.ts";
import type { End } from "./end-signal.ts";

/** What either face of WASI tells of the one instance of a plugin that looks at it. */
export interface WasiFace {
  /**
   * How the plugin ended, if it ended itself. It must not be entered again. A plugin that catches the signal can return
   * as if nothing had happened, so this has to be looked at after each call and not only when one throws.
   */
  readonly ended: End | undefined;
  /** What the plugin asked for and was refused because it was not granted, for a message that says what to grant. */
  readonly denied: ReadonlySet<Capability>;
  /** The end of what the plugin wrote to stderr, granted or not: at most 8 KiB, for the message of a trap. */
  readonly lastWords: string;
  /** Whether the host hears all of that. */
  readonly stderrGranted: boolean;
  /** The files that were granted, as the plugin has changed them. */
  readonly files: PluginFiles | undefined;
  /** Lets go of what it holds for the plugin, for good. The plugin should have ended. */
  release(): void;
}
