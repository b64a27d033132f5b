import { openCapabilities } from "../capabilities/capabilities.ts";
import type { Capability } from "../capability.ts";
import type { Grant } from "../grant.ts";
import { type End, isEndSignal } from "./end-signal.ts";
import { preview1Functions } from "./functions.ts";
import { type GuestLife, OwnLife } from "./guest-life.ts";
import type { LinearMemory } from "./guest-memory.ts";
import { startProcess } from "./guest-process.ts";
import { type ImportFunction, importFunction } from "./import-function.ts";
import type { Preview1Name } from "./signatures.ts";

/** `wasi_snapshot_preview1` for one instance of one plugin. */
export interface Preview1 {
  /** The 46 functions by name, frozen and without a prototype, to be imported under `wasi_snapshot_preview1`. */
  readonly imports: Readonly<Record<string, ImportFunction>>;
  /**
   * Hands over the memory that pointers point into, shared or not, as soon as the plugin is instantiated. Before that
   * every pointer is outside (E21). The same memory may be bound again; another one is refused with `bad-argument`.
   */
  bind(memory: LinearMemory): void;
  /**
   * How the plugin ended, if it ended itself. It must not be entered again. A plugin that catches the signal can return
   * as if nothing had happened, so this has to be looked at after each call and not only when one throws.
   */
  readonly ended: End | undefined;
  /** Lets go of the memory that was bound, for good. The plugin should have ended: every pointer is outside then (E21). */
  release(): void;
  /** What the plugin asked for and was refused because it was not granted, for a message that says what to grant. */
  readonly denied: ReadonlySet<Capability>;
}

/** What is to be known of a plugin. */
export interface Preview1Plugin {
  /** Its name in errors. */
  readonly name: string;
  /**
   * Ends with the plugin and the plugin with it, for a host that ends plugins for reasons of its own. Where it is left
   * out, the plugin ends by what it asks of WASI alone.
   */
  readonly life?: GuestLife | undefined;
}

/**
 * Makes WASI preview1 for one instance of a plugin. Everything is refused that `grant` does not hold, with an error
 * number that the plugin's C library lives with; nothing reaches the host's process, files or environment.
 *
 * Throws `bad-argument` for a grant with unknown keys or values, and `unsupported` for one to sleep on a thread that
 * may not block.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md | WASI preview1}.
 */
export function createPreview1(grant: Grant | undefined, plugin: Preview1Plugin): Preview1 {
  const { name, life = new OwnLife() } = plugin;
  const process = startProcess(name, openCapabilities(grant, name), life);
  const imports: Record<string, ImportFunction> = Object.create(null);
  for (const key of Object.keys(preview1Functions) as Preview1Name[]) imports[key] = importFunction(key, process);
  return {
    imports: Object.freeze(imports),
    bind: (memory) => process.memory.bind(memory, name),
    get ended() {
      const signal = life.alive ? undefined : life.signal;
      return isEndSignal(signal) ? signal.end : undefined;
    },
    release: () => process.memory.release(),
    denied: process.denied,
  };
}
