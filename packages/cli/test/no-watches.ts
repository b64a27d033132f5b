import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

// A system where others hold every watch that there is.
fs.watch = () => {
  throw Object.assign(new Error("no watches left"), { code: "ENOSPC" });
};
syncBuiltinESMExports();
