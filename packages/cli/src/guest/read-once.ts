import { PluginError } from "@polyplug/errors";
import { type ResponseLike, readPlugin } from "@polyplug/host";

/** A plugin's bytes, and the same as what may be loaded, by the name that the file has. */
export interface ReadFile {
  readonly bytes: Uint8Array;
  readonly source: ResponseLike;
}

/** Reads a plugin that is to be loaded, once: behind a URL there may be other bytes the next time, or a slow server. */
export async function readOnce(file: string, integrity: string | undefined): Promise<ReadFile> {
  try {
    const bytes = await readPlugin(file, { integrity });
    return { bytes, source: { ok: true, status: 200, url: file, bodyUsed: false, body: bodyOf(bytes) } };
  } catch (error) {
    throw PluginError.is(error) ? error.within(error.action.replace(/^read /, "load ")) : error;
  }
}

async function* bodyOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
