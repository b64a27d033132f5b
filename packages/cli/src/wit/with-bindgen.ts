import type { Bindgen } from "@polyplug/bindgen";

/** Runs something with the WIT tools, which are megabytes: they are loaded for it, and let go of. */
export async function withBindgen<T>(use: (bindgen: Bindgen) => Promise<T>): Promise<T> {
  return await withLateBindgen(async (load) => use(await load()));
}

/** Runs something that may need the WIT tools: they are loaded when it asks for them first. */
export async function withLateBindgen<T>(use: (load: () => Promise<Bindgen>) => Promise<T>): Promise<T> {
  let loading: Promise<Bindgen> | undefined;
  const load = async (): Promise<Bindgen> => (await import("@polyplug/bindgen")).loadBindgen();
  try {
    return await use(() => {
      loading ??= load();
      return loading;
    });
  } finally {
    const [loaded] = await Promise.allSettled([loading]);
    if (loaded.status === "fulfilled") loaded.value?.dispose();
  }
}
