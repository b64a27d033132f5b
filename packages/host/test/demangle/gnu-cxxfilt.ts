import { spawnSync } from "node:child_process";

/** Demangles with the GNU c++filt of this machine; without one the answer is undefined. */
export function gnuCxxfilt(symbols: readonly string[]): readonly string[] | undefined {
  const version = spawnSync("c++filt", ["--version"], { encoding: "utf8" });
  if (!version.stdout?.startsWith("GNU")) return undefined;
  const run = spawnSync("c++filt", ["-i"], { encoding: "utf8", input: `${symbols.join("\n")}\n` });
  return run.stdout.split("\n").slice(0, symbols.length);
}

/** GNU writes `> >` and `decltype(nullptr)` where LLVM writes `>>` and `std::nullptr_t`; all else must be the same. */
export function inLlvmSpelling(name: string): string {
  return name
    .replace(/>(?: >)+/g, (brackets) => brackets.replaceAll(" ", ""))
    .replaceAll("decltype(nullptr)", "std::nullptr_t");
}
