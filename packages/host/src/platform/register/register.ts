import { PluginError } from "@polyplug/errors";
import { registered, syncHooks } from "./hooks.ts";

export { importPlugin, providedBy } from "./import-plugin.ts";

const { register, registerHooks } = process.getBuiltinModule("node:module");

// Node 20 has hooks on a thread of their own alone, and deprecates those where it has others.
if (registerHooks !== undefined) registerHooks(syncHooks(import.meta.url));
else registerThread();

/** A runtime may have the function and not heed what is registered, so the hooks are asked for what only they know. */
function registerThread(): void {
  try {
    register("./register-thread.js", import.meta.url);
    if (import.meta.resolve(registered.specifier) === registered.url) return;
  } catch (cause) {
    throw withoutHooks(cause);
  }
  throw withoutHooks();
}

function withoutHooks(cause?: unknown): PluginError {
  const reason =
    "this runtime has no hooks for modules, as module.registerHooks of Node.js sets; call loadPlugin instead";
  return new PluginError({ code: "unsupported", action: "import plugins as modules", reason, cause });
}
