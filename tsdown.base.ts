import type { UserConfig } from "tsdown";

/** For declarations of what can be disposed: users of TypeScript need not know which of its libraries that takes. */
export const disposable = '/// <reference lib="esnext.disposable" />';

/** How every published package is built: one bundled ES module an entry, with its declarations, for Node 20.20 and newer. */
export const library: UserConfig = {
  entry: ["src/index.ts"],
  format: "esm",
  platform: "neutral",
  target: "node20.20",
  dts: { generator: "oxc" },
  fixedExtension: false,
  clean: true,
  sourcemap: false,
  // Comments stay in the declarations, where editors show them; in the code they cost size and start-up time.
  outputOptions: { comments: false },
  // Lines and the names of functions stay: an error that nobody caught is shown with them.
  minify: { mangle: { keepNames: true, toplevel: false }, compress: true, codegen: { removeWhitespace: false } },
  logLevel: "warn",
};
