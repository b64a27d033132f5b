import type { UserConfig } from "tsdown";

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
  logLevel: "warn",
};
