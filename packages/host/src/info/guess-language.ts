import type { ImportInfo, ProducerInfo } from "./plugin-info.ts";

/** Compilers that leave no language in the `producers` section are known by what they import. */
const telltales: readonly { readonly language: string; readonly module: RegExp; readonly name: RegExp }[] = [
  { language: "AssemblyScript", module: /^env$/, name: /^(abort|trace|seed)$/ },
  { language: "Rust", module: /^(__wbindgen_\w+|wbg|\.\/\w+_bg\.js)$/, name: /./ },
  { language: "Go", module: /^(gojs|go)$/, name: /./ },
];

/** Compilers of one language alone. They do not always name it. */
const compilers: ReadonlyMap<string, string> = new Map([
  ["rustc", "Rust"],
  ["TinyGo", "Go"],
]);

/**
 * The source language by the {@link https://github.com/WebAssembly/tool-conventions/blob/main/ProducersSection.md |
 * producers section}, else by the compiler that it names, else by telling imports. A Rust plugin names C too where it
 * links wasi-libc: the last language named that is not C is the one that its author wrote.
 */
export function guessLanguage(producers: readonly ProducerInfo[], imports: readonly ImportInfo[]): string | undefined {
  const named = producers.filter(({ field }) => field === "language").map(plainLanguage);
  const compiler = producers.find(({ field, name }) => field === "processed-by" && compilers.has(name))?.name ?? "";
  return (
    named.findLast((language) => language !== "C") ??
    compilers.get(compiler) ??
    named[0] ??
    telltales.find(({ module, name }) => imports.some((item) => module.test(item.module) && name.test(item.name)))
      ?.language
  );
}

/** Clang names the standard: `C_plus_plus_14`, `C11`. */
function plainLanguage({ name }: ProducerInfo): string {
  if (/^C_plus_plus/.test(name)) return "C++";
  return /^C\d+$/.test(name) ? "C" : name;
}
