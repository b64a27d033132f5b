import { type Component, decodeModule, type Module, recognize } from "@polyplug/wasm-binary";
import { describeComponent, describeModule } from "./info/describe-module.ts";
import type { PluginInfo } from "./info/plugin-info.ts";
import { checkIntegrity } from "./source/check-integrity.ts";
import type { PluginSource } from "./source/plugin-source.ts";
import { readSource } from "./source/read-source.ts";

/** A source's bytes and what they are: a core module or a component. */
export interface DecodedSource {
  readonly bytes: Uint8Array;
  readonly info: PluginInfo;
  readonly module?: Module | undefined;
  readonly component?: Component | undefined;
}

/** The way that loading and inspecting share: read, check the hash, decode, describe. No code of the plugin runs. */
export async function decodeSource(source: PluginSource, action: string, wanted?: string): Promise<DecodedSource> {
  const bytes = await readSource(source, action);
  if (wanted !== undefined) checkIntegrity(bytes, wanted, action);
  if (recognize(bytes) === "component") {
    const { decodeComponent } = await import("@polyplug/wasm-binary");
    return { bytes, info: describeComponent(bytes.byteLength), component: decodeComponent(bytes) };
  }
  const module = decodeModule(bytes);
  return { bytes, info: await describeModule(module, bytes.byteLength), module };
}

/** Whether it is loaded with WIT types: it says of which world it is, or a contract does. */
export function isTyped(decoded: DecodedSource, { contract }: { readonly contract?: unknown }): boolean {
  return decoded.module === undefined || contract !== undefined || saysItsWorld(decoded);
}

/** Whether it is a component, or a core plugin: whoever builds one leaves its world in it. */
export function saysItsWorld({ component, module }: DecodedSource): boolean {
  if (component !== undefined) return true;
  return module?.customs.some(({ name }) => name.startsWith("component-type")) ?? false;
}
