import type { Machine as Looked } from "@polyplug/build";

/** The computer, which may be changed here: compilers that are missing are installed. */
export interface Machine extends Looked {
  /** Whether system packages may be installed. */
  readonly superuser: boolean;
  /** A folder that survives runs, for artifacts and the compilers' own caches. */
  readonly cache: string;
}
