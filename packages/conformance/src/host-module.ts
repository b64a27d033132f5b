import { access } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { HostImports } from "@polyplug/host";
import type { Case } from "./case.ts";

/** What a `host.ts` beside a case provides for one instance of the guest, where words of `case.json` do not suffice. */
export interface HostParts {
  /** As `loadPlugin` takes them. */
  readonly imports: HostImports;
  /** Handles that calls of the case may name. */
  readonly kept: Readonly<Record<string, unknown>>;
}

/** What makes these parts anew for each instance. */
export type MakeHostParts = () => HostParts;

export async function hostModule({ folder }: Case): Promise<MakeHostParts> {
  const path = join(folder, "host.ts");
  if (!(await exists(path))) return () => ({ imports: {}, kept: {} });
  const { host }: { readonly host: MakeHostParts } = await import(pathToFileURL(path).href);
  return host;
}

/** The Python of the same name beside it, which provides the same for wasmtime. Empty where there is none. */
export async function pythonHostOf({ folder }: Case): Promise<string> {
  const path = join(folder, "host.py");
  return (await exists(path)) ? path : "";
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return false;
      throw error;
    },
  );
}
