import type { Component } from "@polyplug/wasm-binary";
import type { LinkPlan } from "../plan/link-plan.ts";

/**
 * The plan for a component: its definitions are carried out without running anything, with the components in it dissolved
 * into one list of steps, until every function is known by where it comes from and every type is resolved. The code that
 * does it is loaded when the first component comes.
 *
 * What it takes is bounded, however small the file. Throws `malformed` where a part of the component does not fit another,
 * and `unsupported` where a bound is passed or where it imports what no host can give: a core module, or a component.
 * What cannot run yet does not throw: it is named in the plan's `unsupported`.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#component-definitions | Explainer, component definitions}.
 */
export async function planComponent(component: Component): Promise<LinkPlan> {
  const { inlineComponent } = await import("./inline-component.ts");
  return inlineComponent(component);
}
