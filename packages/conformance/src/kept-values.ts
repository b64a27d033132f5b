/** The handles that calls of a case gave, by the names that the case has for them. */
export class KeptValues {
  readonly #values: Map<string, unknown>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = new Map(Object.entries(values));
  }

  /** Under one name the whole value, under several the elements of a list. */
  keep(names: string | readonly string[], value: unknown): void {
    if (typeof names === "string") this.#values.set(names, value);
    else for (const [place, name] of names.entries()) this.#values.set(name, Object(value)[place]);
  }

  /** A symbol, which is nothing that any call gives or takes, where the call that should have given it failed. */
  readonly recall = (name: string): unknown => {
    return this.#values.has(name) ? this.#values.get(name) : Symbol(`nothing is kept as ${name}`);
  };
}
