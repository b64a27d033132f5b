import { openCapabilities } from "../capabilities/capabilities.ts";
import type { Grant } from "../grant.ts";
import { OwnLife } from "../process/guest-life.ts";
import type { WasiFace } from "../process/wasi-face.ts";
import type { WasiPlugin } from "../process/wasi-plugin.ts";
import { endOf } from "../process/wasi-process.ts";
import { clockPause } from "./clock-pause.ts";
import { errno } from "./errno.ts";
import { preview1Functions } from "./functions.ts";
import type { LinearMemory } from "./guest-memory.ts";
import { startProcess } from "./guest-process.ts";
import { type ImportFunction, importFunction } from "./import-function.ts";
import type { Preview1Name } from "./signatures.ts";

/** `wasi_snapshot_preview1` for one instance of one plugin. */
export interface Preview1 extends WasiFace {
  /**
   * The 46 functions and `adapter_monotonic_clock_set_paused` by name, frozen and without a prototype, to be imported
   * under `wasi_snapshot_preview1`.
   */
  readonly imports: Readonly<Record<string, ImportFunction>>;
  /**
   * Hands over the memory that pointers point into, shared or not, as soon as the plugin is instantiated. Before that
   * every pointer is outside (E21). The same memory may be bound again; another one is refused with `bad-argument`.
   */
  bind(memory: LinearMemory): void;
  /**
   * Lets go of the memory that was bound and of all files, for good. The plugin should have ended: every pointer is outside
   * then (E21), and nothing is open (E8).
   */
  release(): void;
}

/**
 * Makes WASI preview1 for one instance of a plugin. Everything is refused that `grant` does not hold, with an error
 * number that the plugin's C library lives with; nothing reaches the host's process, files or environment.
 *
 * Rejects with `bad-argument` for a grant with unknown keys or values, and with `unsupported` for one to sleep on a thread that
 * may not block.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md | WASI preview1}.
 */
export async function createPreview1(grant: Grant | undefined, plugin: WasiPlugin): Promise<Preview1> {
  const { name, life = new OwnLife() } = plugin;
  const process = startProcess(name, await openCapabilities(grant, name, plugin.output), life);
  const imports: Record<string, ImportFunction> = Object.create(null);
  for (const key of Object.keys(preview1Functions) as Preview1Name[]) imports[key] = importFunction(key, process);
  imports[clockPause] = () => {
    if (!life.alive) throw life.signal;
    return errno.success;
  };
  return {
    imports: Object.freeze(imports),
    bind: (memory) => process.memory.bind(memory, name),
    get ended() {
      return endOf(process);
    },
    release() {
      process.memory.release();
      process.descriptors.release();
      process.capabilities = { ...process.capabilities, files: undefined };
    },
    denied: process.denied,
    get lastWords() {
      return process.capabilities.stderr.text;
    },
    get files() {
      return process.capabilities.files;
    },
    stderrGranted: process.capabilities.stderr.granted,
  };
}
