import type { ExternInfo } from "./plugin-info.ts";

/** Whether it is a function that neither takes nor gives anything, as all are by which a host starts or sets up. */
export function isProcedure({ kind, params = [], results = [] }: ExternInfo): boolean {
  return kind === "func" && params.length + results.length === 0;
}
