/** What plugins with a world need beyond bare ones: loaded in one piece, when the first comes. */

export { compareTyped } from "./compare-typed.ts";
export { describeTyped } from "./describe-typed.ts";
export { handsOverState } from "./hands-over-state.ts";
export { linkTypedPlugin } from "./link-typed-plugin.ts";
export { loadLinked } from "./load-linked.ts";
