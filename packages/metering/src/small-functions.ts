/** Bytes below which V8 takes a body for small, and the shares of small ones between which it inlines more and more. */
const small = 50;
const [lowest, highest] = [0.25, 0.5] as const;

/**
 * How many functions that do nothing have to be added, for an engine to take the module for what it was. V8 inlines ten
 * times as much where most functions are small, for whoever made such a module has not inlined. With checks in it, a small
 * function is none any more.
 *
 * See {@link https://github.com/v8/v8/blob/main/src/wasm/inlining-tree.h | V8, `BudgetScaleFactor`}.
 */
export function smallFunctionsToAdd(before: readonly number[], after: readonly number[]): number {
  const share = before.filter((bytes) => bytes < small).length / before.length;
  if (!(share > lowest)) return 0;
  const wanted = Math.min(share, highest);
  const found = after.filter((bytes) => bytes < small).length;
  return Math.max(0, Math.ceil((wanted * after.length - found) / (1 - wanted)));
}
