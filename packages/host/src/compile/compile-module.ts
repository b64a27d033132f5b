import { PluginError } from "@polyplug/errors";
import type { Module } from "@polyplug/wasm-binary";
import { runtimeName } from "../platform/node.ts";
import { engineMessage } from "../trap/engine-message.ts";
import { missingFeatures } from "./engine-features.ts";

/**
 * `WebAssembly.compile` with one kind of error: `unsupported` where this engine lacks a feature that the module uses or
 * has a limit that it exceeds, else `malformed`; both with the engine's own reason and offset.
 */
export async function compileModule(bytes: Uint8Array, decoded: Module, action: string): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compile(bytes as Uint8Array<ArrayBuffer>);
  } catch (cause) {
    const lacking = missingFeatures(decoded);
    if (lacking.length > 0) {
      const reason = `it uses ${lacking.join(", ")}, which ${runtimeName()} does not have; a newer version may`;
      throw new PluginError({ code: "unsupported", action, reason, cause });
    }
    const message = engineMessage(cause);
    const at = /@\+(\d+)/.exec(message)?.[1];
    throw new PluginError({
      code: /\blimit\b|\bmaximum\b/i.test(message) ? "unsupported" : "malformed",
      action,
      reason: message.replace(/ ?@\+(\d+)/, (_, offset) => ` (at offset 0x${Number(offset).toString(16)})`),
      offset: at === undefined ? undefined : Number(at),
      cause,
    });
  }
}
