import { reentry } from "@polyplug/errors";
import type { Life } from "./life.ts";

/**
 * Keeps the `_start` of a bare command and its exports apart: neither is entered while the other runs. Exports may enter
 * each other, as those of any bare module.
 */
export class CommandLatch {
  readonly #life: Life;
  #calls = 0;
  #isRunning = false;

  constructor(life: Life) {
    this.#life = life;
  }

  /** An export that is refused while the command runs. */
  export(call: CallableFunction, action: string): CallableFunction {
    return (...args: unknown[]): unknown => {
      if (this.#isRunning && this.#life.alive) throw reentry(action);
      this.#calls++;
      try {
        return call(...args);
      } finally {
        this.#calls--;
      }
    };
  }

  /** The command itself, which is refused while it runs and while an export does. */
  start(run: () => void, action: string): () => void {
    return () => {
      if (this.#isRunning || this.#calls > 0) throw reentry(action);
      this.#isRunning = true;
      run();
    };
  }
}
