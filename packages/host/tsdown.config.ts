import { defineConfig } from "tsdown";
import { library } from "../../tsdown.base.ts";

export default defineConfig({
  ...library,
  entry: {
    index: "src/index.ts",
    register: "src/platform/register/register.ts",
    // Node 20 loads it by its name, beside the one before.
    "register-thread": "src/platform/register/register-thread.ts",
  },
});
