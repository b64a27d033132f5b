import type { Instantiating } from "@polyplug/component";
import { compilePlugin } from "./compile/compile-plugin.ts";
import { isTyped } from "./decode-source.ts";
import { instantiateBare } from "./instantiate-bare.ts";
import type { Boundary } from "./intercept/boundary.ts";
import { boundsOf, holdToLimits } from "./limits/hold-to-limits.ts";
import { linkPlugin } from "./link/link-plugin.ts";
import type { LoadedPlugin } from "./loaded-plugin.ts";
import type { PreparedPlugin } from "./prepare-plugin.ts";

/** Makes one instance, everything that it takes being there. */
export type LinkedInstance<Exports extends object> = () => Instantiating<LoadedPlugin<Exports>>;

/** Links and compiles what an instance with this boundary takes. What this gives makes it, once. */
export async function linkInstance<Exports extends object>(
  { name, decoded, options, action }: Pick<PreparedPlugin, "name" | "decoded" | "options" | "action">,
  boundary: Boundary,
): Promise<LinkedInstance<Exports>> {
  const { info, module } = decoded;
  if (module === undefined || isTyped(decoded, options)) {
    const { linkTypedPlugin } = await import("./typed/typed.ts");
    return await linkTypedPlugin<Exports>(decoded, name, options, boundary, action);
  }
  const bounds = await boundsOf(options.limits, action);
  const linked = await linkPlugin(info, name, options, boundary, bounds, action);
  const held = await holdToLimits({ modules: [module], counts: [1] }, bounds, linked.life, action, boundary.suspension);
  const compiled = await compilePlugin(decoded, [module], action, held.meter);
  return () => instantiateBare<Exports>(compiled, linked, held.calls, action);
}
