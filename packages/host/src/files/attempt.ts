import { fileFault, PluginError } from "@polyplug/errors";

/** Does `work` with what is at a path below a directory of the host. Throws `unreadable` where the system fails it. */
export function attempt<T>(action: string, path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const reason = path === "" ? fileFault(cause) : `${path}: ${fileFault(cause)}`;
    throw new PluginError({ code: "unreadable", action, reason, path, cause });
  }
}
