import { defineConfig } from "tsdown";
import { library } from "../../tsdown.base.ts";

export default defineConfig({
  ...library,
  outputOptions: { ...library.outputOptions, chunkFileNames: "[name].js" },
  // WASI 0.2 and files are loaded by those who use them alone. What it has in common with preview1 it finds in the entry, under names
  // that no declaration tells of: one file more would cost more time with either face than it has bytes to save.
  inputOptions: { preserveEntrySignatures: "allow-extension" },
});
