import type { FunctionOptions } from "../canonical/canonical-abi.ts";
import type { Faults } from "../values/faults.ts";
import type { CallScope } from "./call-scope.ts";

/** What handles need of a call. */
export interface HandleContext extends Faults {
  readonly options: Pick<FunctionOptions, "instance" | "resources">;
  readonly scope: CallScope;
}
