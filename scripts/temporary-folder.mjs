import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder that is gone when this process ends, however it does, and with it what killed compilers left in it. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), "polyplug-run-"));
  // One that is just being killed may still write.
  process.on("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }));
  return folder;
}
