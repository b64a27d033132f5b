import { defineConfig } from "tsdown";
import { library } from "../../tsdown.base.ts";

export default defineConfig({
  ...library,
  outputOptions: { ...library.outputOptions, chunkFileNames: "preview2.js" },
  // WASI 0.2 is loaded by those who use it alone. What it has in common with preview1 it finds in the entry, under names
  // that no declaration tells of: a third file would cost more time with either face than it has bytes to save.
  inputOptions: { preserveEntrySignatures: "allow-extension" },
});
