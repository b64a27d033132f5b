import { defineConfig } from "tsdown";
import { library } from "../../tsdown.base.ts";

export default defineConfig({
  ...library,
  outputOptions: { ...library.outputOptions, chunkFileNames: "inline-component.js" },
  // What the lazily loaded part leans on stays in the first file: a third one would cost every load a look at the disk.
  inputOptions: { preserveEntrySignatures: "allow-extension" },
});
