import { PluginError } from "@polyplug/errors";
import { type Metering, meterModule, originalOffsets } from "@polyplug/metering";
import { decodeModule, type Module } from "@polyplug/wasm-binary";
import { runtimeName } from "../platform/node.ts";
import type { Bounds } from "./bounds.ts";
import { canLimitTime } from "./can-limit-time.ts";
import type { MadeCode, Meter } from "./made-code.ts";

/**
 * Makes modules over as `growth` does, and so that calls of them can be ended: by time, by fuel. Throws `unsupported` where
 * this engine has no modules with several memories, which it takes.
 */
export function meterCalls({ milliseconds, fuel }: Bounds, growth: Meter, action: string): Meter {
  const metering: Metering = { time: milliseconds !== undefined, fuel: fuel !== undefined };
  refuseWithoutMemories(metering.time ? "time" : "fuel", action);
  return {
    key: `${growth.key} ${metering.time} ${metering.fuel}`,
    meterAll: (modules) => growth.meterAll(modules).map((made, index) => meterCode(made, metering, modules[index])),
  };
}

function meterCode(made: MadeCode, metering: Metering, original: Module | undefined): MadeCode {
  // Compiling it as it is tells what is wrong with it, and where.
  if (!WebAssembly.validate(made.bytes as Uint8Array<ArrayBuffer>)) return made;
  const module = decodeModule(made.bytes);
  const metered = meterModule(module, metering);
  const { bodies } = decodeMade(metered.bytes, metering);
  const isBounded = module.memories.some(({ limits }, index) => limits.max !== original?.memories[index]?.limits.max);
  return {
    bytes: metered.bytes,
    added: { namespace: metered.namespace, memories: metered.memories, isBounded },
    code: { count: bodies.length, start: bodies[0]?.start ?? 0, end: bodies.at(-1)?.end ?? 0 },
    originalOffsets(offsets) {
      const found = originalOffsets(module, metering, metered, offsets);
      return found.map((offset) => (offset === undefined ? undefined : made.originalOffsets([offset])[0]));
    },
  };
}

/** Throws `unsupported` where it has become larger than engines take: what is too large is not in the file that somebody has. */
function decodeMade(bytes: Uint8Array, { fuel }: Metering): Module {
  try {
    return decodeModule(bytes);
  } catch (cause) {
    if (!PluginError.is(cause)) throw cause;
    const path = fuel ? "limits.fuel" : "limits.time";
    const reason = `${path}: with what counts it becomes larger than engines take (${cause.reason}); its functions have to be smaller, or fewer`;
    throw new PluginError({ code: "unsupported", action: cause.action, reason, path, cause });
  }
}

function refuseWithoutMemories(limit: "time" | "fuel", action: string): void {
  if (canLimitTime()) return;
  const path = `limits.${limit}`;
  const apart = 'isolation: "worker" or "process"';
  const here = limit === "time" ? `${apart} holds it here too` : `limits.time with ${apart} holds here`;
  const reason = `${path} needs modules with several memories, which ${runtimeName()} does not have; Node.js 22 has them, and ${here}`;
  throw new PluginError({ code: "unsupported", action, reason, path });
}
