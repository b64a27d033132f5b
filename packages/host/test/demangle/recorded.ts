import { readFileSync } from "node:fs";

/** A real symbol, and what c++filt made of it. */
export type Pair = readonly [symbol: string, name: string];

/** The pairs of a file beside this one; its first lines say where they come from. */
export function recorded(file: "rust.tsv" | "itanium.tsv"): readonly Pair[] {
  const lines = readFileSync(new URL(file, import.meta.url), "utf8").split("\n");
  return lines.flatMap((line): Pair[] => {
    const [symbol, name] = line.split("\t");
    return name === undefined || symbol === undefined ? [] : [[symbol, name]];
  });
}
