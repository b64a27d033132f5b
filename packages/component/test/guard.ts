import type { Blame, Guard } from "@polyplug/abi";
import { messageOf, PluginError } from "@polyplug/errors";

/** The latch of a host that tells errors as they came. */
export class TestGuard implements Guard {
  readonly life = { alive: true };
  /** Who was to blame for what ended the instance from within. */
  blame: Blame | undefined;
  #end: unknown;

  refusal(name: string): Error {
    return new PluginError({ code: "poisoned", action: `call ${name}`, reason: "it failed before" });
  }

  fault(name: string, thrown: unknown): Error {
    this.life.alive = false;
    const end = this.#end ?? thrown;
    if (PluginError.is(end)) return end;
    return new PluginError({ code: "trap", action: `call ${name}`, reason: messageOf(end), cause: end });
  }

  interrupt(_name: string, thrown: unknown, blame: Blame): unknown {
    if (this.life.alive) {
      this.blame = blame;
      this.#end = thrown;
    }
    this.life.alive = false;
    return this.#end;
  }
}
