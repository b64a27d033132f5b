import type { Bindgen, Wit } from "@polyplug/bindgen";
import { worldOfPlugin } from "@polyplug/component";
import { recognize } from "@polyplug/wasm-binary";

/** The WIT of what a plugin shows: a build may have left functions behind that the host does not, `init` for one. */
export async function witOf(source: Wit | Uint8Array, bindgen: Pick<Bindgen, "print">): Promise<Wit> {
  if (!(source instanceof Uint8Array)) return source;
  const text = await bindgen.print(source);
  if (recognize(source) !== "component") return text;
  const world = await worldOfPlugin(source);
  return text.replace(/^ *export %?([\w-]+): (?:async )?func\b.*\n/gm, (line, name: string) =>
    world?.exports.has(name) ? line : "",
  );
}
