import { defineConfig } from "tsdown";
import { disposable, library } from "../../tsdown.base.ts";

export default defineConfig({
  ...library,
  banner: { dts: disposable },
  entry: {
    index: "src/index.ts",
    opentelemetry: "src/opentelemetry/index.ts",
    files: "src/files/index.ts",
    register: "src/platform/register/register.ts",
    // Node 20 loads it by its name, beside the one before.
    "register-thread": "src/platform/register/register-thread.ts",
    // A thread or a process with a plugin in it runs one of them, and they lie beside what starts it.
    thread: "src/platform/thread.ts",
    child: "src/platform/child.ts",
  },
});
