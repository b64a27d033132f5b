import { type LongFile, longFiles } from "./long-files.ts";
import type { Tree } from "./tree.ts";
import type { Violation } from "./violation.ts";

const limit = 400;

/** No source file is above 400 lines, unless it is listed with the reason; an entry that is no longer needed goes. */
export function shortFiles(tree: Tree, exceptions: readonly LongFile[] = longFiles): Violation[] {
  const lengths = new Map(
    tree.paths.filter(isSource).map((path) => [path, tree.read(path).replace(/\n$/, "").split("\n").length]),
  );
  const tooLong = [...lengths]
    .filter(([path, lines]) => lines > limit && !exceptions.some((one) => one.path === path))
    .map(([path, lines]) => ({ path, reason: `has ${lines} lines, more than ${limit}` }));
  const dead = exceptions
    .filter(({ path }) => (lengths.get(path) ?? 0) <= limit)
    .map(({ path }) => ({ path, reason: `needs no place in long-files.ts: it is gone or has at most ${limit} lines` }));
  const unexplained = exceptions
    .filter(({ reason }) => reason.trim() === "")
    .map(({ path }) => ({ path, reason: "stands in long-files.ts without a reason" }));
  return [...tooLong, ...dead, ...unexplained];
}

function isSource(path: string): boolean {
  return /\.([cm]?[jt]s|rs|c|cc|cpp|h|hpp|go|py|sh|wat|wit)$/.test(path) && !path.includes(".generated.");
}
