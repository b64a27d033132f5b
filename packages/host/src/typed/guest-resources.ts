import type { HandleType, ResourceType } from "@polyplug/abi";
import { PluginError } from "@polyplug/errors";

/** What an object of a resource's class stands for. */
interface Held {
  readonly resource: ResourceType;
  readonly rep: number;
  /** Whether it is the host's own, and not lent to it for a call. */
  readonly owned: boolean;
  /** Calls under way that the host lends it to. */
  lends: number;
  /** Why it is of no use any more; undefined as long as it is. */
  gone: string | undefined;
}

/** What these resources lean on. */
export interface GuestInstance {
  readonly life: { readonly alive: boolean };
  /** What becomes of a resource that nobody holds any more; it runs the guest's destructor. */
  drop(resource: ResourceType, rep: number): void;
}

/**
 * The resources that one plugin implements, as objects of the host. An object that owns its resource ends it when it is
 * disposed or, as a net, when it is collected; one that is lent is of no use after the call.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#handle-types | Explainer, handle types}.
 */
export class GuestResources {
  readonly #held = new WeakMap<object, Held>();
  readonly #prototypes = new Map<ResourceType, object>();
  readonly #instance: GuestInstance;
  readonly #collected: FinalizationRegistry<Held>;

  constructor(instance: GuestInstance) {
    this.#instance = instance;
    this.#collected = new FinalizationRegistry(({ resource, rep }) => {
      try {
        if (instance.life.alive) instance.drop(resource, rep);
      } catch (error) {
        // The plugin has ended with it, and says so to the next caller. Thrown here it would end the process.
        if (!PluginError.is(error)) throw error;
      }
    });
  }

  /** From here on handles to `resource` are objects with this prototype. */
  define(resource: ResourceType, prototype: object): void {
    this.#prototypes.set(resource, prototype);
  }

  has(resource: ResourceType): boolean {
    return this.#prototypes.has(resource);
  }

  lift({ kind, resource }: HandleType, rep: number): object {
    const value: object = Object.create(this.#prototypes.get(resource) ?? null);
    const held: Held = { resource, rep, owned: kind === "own", lends: 0, gone: undefined };
    this.#held.set(value, held);
    if (held.owned) this.#collected.register(value, held, held);
    return value;
  }

  /** The representation of what the object stands for, undefined where it is of no such resource of this plugin. */
  lower({ kind, resource }: HandleType, value: unknown): number | undefined {
    const held = this.#find(value);
    if (held === undefined || held.resource !== resource) return undefined;
    const action = `${kind === "own" ? "hand over" : "lend"} a ${resource.name}`;
    if (held.gone !== undefined) throw unusable(action, held.gone);
    if (kind === "borrow") {
      held.lends++;
      return held.rep;
    }
    if (!held.owned) throw unusable(action, "it is lent and not owned");
    if (held.lends !== 0) throw unusable(action, lentOut);
    this.#end(held, "it was handed over");
    return held.rep;
  }

  giveBack({ kind }: HandleType, value: unknown): void {
    const held = this.#find(value);
    if (held === undefined) return;
    if (kind === "own") this.#restore(held, value);
    else if (held.owned) held.lends--;
    else held.gone = "it was lent for a call that has ended";
  }

  /** Ends what the object owns. Where it owns nothing, or nothing any more, this does nothing. */
  dispose(value: object): void {
    const held = this.#find(value);
    if (held === undefined || held.gone !== undefined || !held.owned) return;
    const { alive } = this.#instance.life;
    // A call that failed never ended its loans, and took every resource with it.
    if (alive && held.lends !== 0) throw unusable(`dispose a ${held.resource.name}`, lentOut);
    this.#end(held, "it was disposed");
    if (!alive) return;
    try {
      this.#instance.drop(held.resource, held.rep);
    } catch (error) {
      this.#restore(held, value);
      throw error;
    }
  }

  #end(held: Held, gone: string): void {
    held.gone = gone;
    this.#collected.unregister(held);
  }

  #restore(held: Held, value: unknown): void {
    held.gone = undefined;
    if (typeof value === "object" && value !== null) this.#collected.register(value, held, held);
  }

  #find(value: unknown): Held | undefined {
    return typeof value === "object" && value !== null ? this.#held.get(value) : undefined;
  }
}

const lentOut = "it is lent to a call under way";

function unusable(action: string, reason: string): PluginError {
  return new PluginError({ code: "bad-argument", action, reason });
}
