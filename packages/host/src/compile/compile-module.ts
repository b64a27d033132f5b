import { PluginError } from "@polyplug/errors";
import type { Module } from "@polyplug/wasm-binary";
import type { MadeCode } from "../limits/made-code.ts";
import { runtimeName } from "../platform/node.ts";
import { engineMessage } from "../trap/engine-message.ts";
import { missingFeatures } from "./engine-features.ts";

/**
 * `WebAssembly.compile` with one kind of error: `unsupported` where this engine lacks a feature that the module uses or
 * has a limit that it exceeds, else `malformed`; both with the engine's own reason and offset.
 */
export async function compileModule(
  { bytes, originalOffsets }: Pick<MadeCode, "bytes" | "originalOffsets">,
  decoded: Module | undefined,
  action: string,
): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compile(bytes as Uint8Array<ArrayBuffer>);
  } catch (cause) {
    const lacking = decoded === undefined ? [] : missingFeatures(decoded);
    if (lacking.length > 0) {
      const reason = `it uses ${lacking.join(", ")}, which ${runtimeName()} does not have; a newer version may`;
      throw new PluginError({ code: "unsupported", action, reason, cause });
    }
    const message = engineMessage(cause);
    const found = /@\+(\d+)/.exec(message)?.[1];
    const offset = found === undefined ? undefined : originalOffsets([Number(found)])[0];
    throw new PluginError({
      code: /\blimit\b|\bmaximum\b/i.test(message) ? "unsupported" : "malformed",
      action,
      reason: message.replace(/ ?@\+\d+/, offset === undefined ? "" : ` (at offset 0x${offset.toString(16)})`),
      offset,
      cause,
    });
  }
}
