/** A program of ours for a thread or a child, and what the runtime has to be told before it. */
export interface OwnProgram {
  readonly url: URL;
  readonly execArgv: readonly string[];
}

/** A program of this package. It lies beside this file, or in the sources, whose tests need no build, beside this one. */
export function ownProgram(name: "thread" | "child"): OwnProgram {
  if (!import.meta.url.endsWith(".ts")) return { url: new URL(`./${name}.js`, import.meta.url), execArgv: [] };
  const sources = new URL("./from-sources.ts", import.meta.url).href;
  return { url: new URL(`./${name}.ts`, import.meta.url), execArgv: ["--import", sources] };
}
