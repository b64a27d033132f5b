import type { Blame, Guard } from "@polyplug/abi";

/**
 * Guards calls between the components of one plugin: a fault in one ends all of them, whether its caller swallows it or
 * not. What fails there is the plugin's own, though to its caller the other side is a host.
 */
export class InnerGuard implements Guard {
  readonly life: Guard["life"];
  readonly waiting: Guard["waiting"];
  readonly mostLifted: number | undefined;
  readonly #outer: Guard;

  constructor(outer: Guard) {
    this.life = outer.life;
    this.waiting = outer.waiting;
    this.mostLifted = outer.mostLifted;
    this.#outer = outer;
  }

  refusal(name: string): Error {
    return this.#outer.refusal(name);
  }

  fault(name: string, thrown: unknown): Error {
    return this.#outer.fault(name, thrown);
  }

  interrupt(name: string, thrown: unknown, _blame: Blame): unknown {
    return this.#outer.interrupt(name, thrown, "guest");
  }
}
