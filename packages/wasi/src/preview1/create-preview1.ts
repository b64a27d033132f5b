import { openCapabilities } from "../capabilities/capabilities.ts";
import type { Capability } from "../capability.ts";
import type { Grant } from "../grant.ts";
import type { End, EndSignal } from "./end-latch.ts";
import { preview1Functions } from "./functions.ts";
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
  /** Ends the plugin from the outside: every function throws `signal` from now on. The first end stands. */
  interrupt(signal: unknown): void;
  /** Lets go of the memory that was bound, for good. The plugin should have ended: every pointer is outside then (E21). */
  release(): void;
  /** What the plugin asked for and was refused because it was not granted, for a message that says what to grant. */
  readonly denied: ReadonlySet<Capability>;
}

/** What is to be known of a plugin. */
export interface Preview1Plugin {
  /** Its name in errors. */
  readonly name: string;
  /** Is told, once, that the plugin ended itself, before the signal is thrown into it. */
  readonly onEnd?: ((signal: EndSignal) => void) | undefined;
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
  const process = startProcess(plugin.name, openCapabilities(grant, plugin.name), (signal) => plugin.onEnd?.(signal));
  const imports: Record<string, ImportFunction> = Object.create(null);
  for (const name of Object.keys(preview1Functions) as Preview1Name[]) imports[name] = importFunction(name, process);
  return {
    imports: Object.freeze(imports),
    bind: (memory) => process.memory.bind(memory, plugin.name),
    get ended() {
      return process.latch.ended;
    },
    interrupt: (signal) => process.latch.interrupt(signal),
    release: () => process.memory.release(),
    denied: process.denied,
  };
}
