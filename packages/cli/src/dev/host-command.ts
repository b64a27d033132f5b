import { type ChildProcess, spawn } from "node:child_process";
import type { Tell } from "./dev-event.ts";
import { endProcessTree } from "./process-tree.ts";

/** A host that runs beside the builds, and swaps what is built. */
export class HostCommand {
  readonly #command: string;
  readonly #tell: Tell;
  readonly #json: boolean;
  #child: ChildProcess | undefined;

  constructor(command: string, tell: Tell, { json }: { readonly json: boolean }) {
    this.#command = command;
    this.#tell = tell;
    this.#json = json;
  }

  /** Starts it, if that has not been done. It finds the plugin's path in `POLYPLUG_PLUGIN`. */
  start(plugin: string): void {
    if (this.#child !== undefined) return;
    // In this process group, so that a terminal's Ctrl-C reaches it and it may read what is typed.
    const child = spawn(this.#command, {
      shell: true,
      stdio: ["inherit", this.#json ? 2 : "inherit", "inherit"],
      env: { ...process.env, POLYPLUG_PLUGIN: plugin },
    });
    this.#child = child;
    child.once("exit", (code, signal) => {
      const how = signal === null ? `exit code ${code}` : `${signal}`;
      this.#tell({
        stdout: `${this.#command}: ended with ${how}\n`,
        stderr: "",
        json: { event: "ended", command: this.#command, exitCode: code, signal },
      });
    });
  }

  /** Ends it and what it has started, and waits until that has ended. */
  async close(): Promise<void> {
    const child = this.#child;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.removeAllListeners("exit");
    await endProcessTree(child.pid);
  }
}
