import type { Way } from "../measure.ts";
import { runNode } from "../run-program.ts";

/** Node with these arguments and variables in a new process, from its start to its end. */
export function processWay(party: string, args: readonly string[], variables?: Readonly<Record<string, string>>): Way {
  return { party, ready: () => () => runNode(args, variables).elapsed };
}
