import { messageOf, PluginError } from "@polyplug/errors";
import { loadPrepared } from "../load-prepared.ts";
import { type FileObserver, type FileWatch, watchFile } from "../platform/watch-file.ts";
import { preparePlugin } from "../prepare-plugin.ts";
import { nameSource } from "../source/name-source.ts";
import { PluginWatch } from "./plugin-watch.ts";
import { fileOf, readWatchOptions } from "./read-watch-options.ts";
import { Version } from "./version.ts";

/** Loads the plugin, then watches its file. */
export async function startWatch<Exports extends object>(
  path: string | URL,
  options: object,
): Promise<PluginWatch<Exports>> {
  const action = `watch ${nameSource(path, "load").shown}`;
  const { hooks, load } = readWatchOptions(options, action);
  const { signal, ref = false } = hooks;
  const file = fileOf(path, action);
  refuseAborted(signal, action);
  // Before it is read, so that no change is missed between the two. What is told before there is a plugin, waits.
  let watch: PluginWatch<Exports> | undefined;
  let hasSettled = false;
  const observer: FileObserver = {
    touched: () => watch?.touched(),
    settled() {
      hasSettled = true;
      watch?.settled();
    },
    failed: (cause) => watch?.tell(unwatchable(action, cause)),
  };
  const files = watching(action, () => watchFile(file, observer, { ref }));
  try {
    const prepared = await preparePlugin(path, load);
    const { isolation, isSuspending } = prepared;
    const plugin = await loadPrepared<Exports>(prepared);
    watch = new PluginWatch(
      new Version(prepared, plugin),
      () => preparePlugin(file, { ...prepared.options, isolation, asyncImports: isSuspending }, prepared.observer),
      hooks,
      files,
    );
    if (signal?.aborted) await watch.close();
    refuseAborted(signal, action);
  } catch (error) {
    files.close();
    throw error;
  }
  if (hasSettled) watch.settled();
  return watch;
}

function watching(action: string, start: () => FileWatch): FileWatch {
  try {
    return start();
  } catch (cause) {
    throw unwatchable(action, cause);
  }
}

function unwatchable(action: string, cause: unknown): PluginError {
  return new PluginError({ code: "unsupported", action, reason: messageOf(cause), cause });
}

function refuseAborted(signal: AbortSignal | undefined, action: string): void {
  if (!signal?.aborted) return;
  throw new PluginError({ code: "aborted", action, reason: "it was given up", cause: signal.reason });
}
