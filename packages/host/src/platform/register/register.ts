import { syncHooks } from "./hooks.ts";

export { importPlugin, providedBy } from "./import-plugin.ts";

const { register, registerHooks } = process.getBuiltinModule("node:module");

// Node 20 has hooks on a thread of their own alone, and deprecates those where it has others.
if (registerHooks !== undefined) registerHooks(syncHooks(import.meta.url));
else register("./register-thread.js", import.meta.url);
