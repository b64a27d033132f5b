import { defineConfig } from "vitest/config";

const root = import.meta.dirname;

/** Packages are imported by name, as users do, and resolve to their sources, so that testing needs no build. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@polyplug\/([^/]+)$/, replacement: `${root}/packages/$1/src/index.ts` },
      { find: "@polyplug/host/files", replacement: `${root}/packages/host/src/files/index.ts` },
      { find: "@polyplug/host/opentelemetry", replacement: `${root}/packages/host/src/opentelemetry/index.ts` },
      { find: "@polyplug/sdk-javascript/testing", replacement: `${root}/packages/sdk-javascript/src/testing.ts` },
    ],
  },
  test: {
    include: ["packages/*/test/**/*.test.ts", "sdk-*/test/**/*.test.ts", "scripts/*.test.mjs"],
    globalSetup: "packages/toolchains/vitest/guests.ts",
    passWithNoTests: false,
    // Much of a test is to wait for compilers, processes and clocks: no processor is kept free.
    maxWorkers: "100%",
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
});
