import type { Bindgen } from "@polyplug/bindgen";

/** Runs something with the WIT tools, which are megabytes: they are loaded for it, and let go of. */
export async function withBindgen<T>(use: (bindgen: Bindgen) => Promise<T>): Promise<T> {
  const { loadBindgen } = await import("@polyplug/bindgen");
  const bindgen = await loadBindgen();
  try {
    return await use(bindgen);
  } finally {
    bindgen.dispose();
  }
}
