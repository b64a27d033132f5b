import { type World, worldOfModule } from "@polyplug/abi";
import { decodeComponent, decodeModule, recognize } from "@polyplug/wasm-binary";
import { planComponent } from "./component/plan-component.ts";

/**
 * What a plugin's bytes say of its imports and exports, component or core module; undefined for a bare module. Nothing is
 * compiled. Throws `not-wasm`, `malformed` or `unsupported`.
 */
export async function worldOfPlugin(bytes: Uint8Array): Promise<World | undefined> {
  if (recognize(bytes) === "component") return (await planComponent(decodeComponent(bytes))).world;
  return worldOfModule(decodeModule(bytes))?.world;
}
