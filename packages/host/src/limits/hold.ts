import { PluginError } from "@polyplug/errors";
import { type Metering, meterModule, originalOffset } from "@polyplug/metering";
import type { Module } from "@polyplug/wasm-binary";
import type { CompilableCode, Meter } from "../compile/compile-plugin.ts";
import { runtimeName } from "../platform/node.ts";
import { CallLimits } from "./call-limits.ts";
import type { Bounds } from "./limits.ts";
import { timeBoard } from "./time-board.ts";

/** What it takes to load a plugin under limits. */
export interface Hold {
  /** Makes its modules over. */
  readonly meter: Meter;
  /** What holds the calls of one instance. */
  readonly limits: CallLimits;
}

/**
 * Prepares to hold a plugin with these modules to its bounds. Throws `memory-limit` for one that starts with more memory
 * than it may have, and `unsupported` where this engine cannot end a call by its time.
 */
export function hold(bounds: Bounds, modules: readonly Module[], action: string): Hold {
  const { milliseconds, pages } = bounds;
  if (milliseconds !== undefined) refuseWithoutTime(action);
  if (pages !== undefined) refuseLargeMemories(modules, pages, action);
  const metering: Metering = { time: milliseconds !== undefined, memoryPages: pages };
  const meter = (module: Module): CompilableCode => {
    // Compiling it as it is tells what is wrong with it, and where.
    const isValid = WebAssembly.validate(module.bytes as Uint8Array<ArrayBuffer>);
    if (!isValid) return { bytes: module.bytes, namespace: "", memories: [], originalOffset: (offset) => offset };
    const made = meterModule(module, metering);
    return { ...made, originalOffset: (offset) => originalOffset(module, metering, made, offset) };
  };
  const board = metering.time ? timeBoard() : undefined;
  return {
    meter: { key: `${metering.time} ${pages}`, meterAll: (all) => all.map(meter) },
    limits: new CallLimits(bounds, board),
  };
}

/** A module with two memories, the second of them shared. */
const twoMemories = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 5, 6, 2, 0, 0, 3, 1, 1]);

function refuseWithoutTime(action: string): void {
  if (WebAssembly.validate(twoMemories)) return;
  const reason = `limits.time needs modules with several memories, which ${runtimeName()} does not have; Node.js 22 has them`;
  throw new PluginError({ code: "unsupported", action, reason, path: "limits.time" });
}

function refuseLargeMemories(modules: readonly Module[], pages: bigint, action: string): void {
  const path = "limits.memory";
  for (const { memories } of modules) {
    for (const { limits } of memories) {
      if (limits.min <= pages) continue;
      const reason = `${path}: it starts with ${limits.min} pages of 64 KiB, and ${pages} are allowed`;
      throw new PluginError({ code: "memory-limit", action, reason, path });
    }
  }
}
