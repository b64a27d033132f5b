import type { Bindgen } from "@polyplug/bindgen";
import { planComponent } from "@polyplug/component";
import { decodeComponent, recognize } from "@polyplug/wasm-binary";

/** The WIT of what a plugin shows: a build may have left functions behind that the host does not, `init` for one. */
export async function witOfPlugin(plugin: Uint8Array, bindgen: Pick<Bindgen, "print">): Promise<string> {
  const text = await bindgen.print(plugin);
  if (recognize(plugin) !== "component") return text;
  const { world } = await planComponent(decodeComponent(plugin));
  return text.replace(/^ *export %?([\w-]+): (?:async )?func\b.*\n/gm, (line, name: string) =>
    world.exports.has(name) ? line : "",
  );
}
