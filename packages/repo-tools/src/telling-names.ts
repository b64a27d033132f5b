import type { Tree } from "./tree.ts";
import type { Violation } from "./violation.ts";

const vague = /^(.*[-_])?(utils?|utilities|helpers?)$|^(common|shared|misc)$/i;

/** A folder or a file that is named `utils` and the like takes in everything, and so says nothing. */
export function tellingNames(tree: Tree): Violation[] {
  return tree.paths.flatMap((path) => {
    const name = path.split("/").find((part) => vague.test(part.split(".", 1)[0] ?? ""));
    return name === undefined ? [] : [{ path, reason: `"${name}" does not say what is in it` }];
  });
}
