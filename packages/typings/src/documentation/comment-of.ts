/** What may stand above something in WIT. */
export interface Commented {
  readonly docs?: { readonly contents: string };
  /** `{ stable: { since, deprecated } }`, `{ unstable: { feature, deprecated } }`, or nothing to be said. */
  readonly stability?: unknown;
}

/** The comment above something, with what its annotations say as tags. */
export function commentOf(commented: Commented | undefined): string | undefined {
  const stable = detail(commented?.stability, "stable");
  const unstable = detail(commented?.stability, "unstable");
  const tags = [
    tag("@since", textOf(stable, "since")),
    tag("@experimental", textOf(unstable, "feature")),
    tag("@deprecated since", textOf(stable, "deprecated") ?? textOf(unstable, "deprecated")),
  ].filter((line) => line !== undefined);
  const texts = [commented?.docs?.contents.trimEnd(), tags.join("\n")].filter(
    (text) => text !== undefined && text !== "",
  );
  return texts.length === 0 ? undefined : texts.join("\n\n");
}

function tag(name: string, value: string | undefined): string | undefined {
  return value === undefined ? undefined : `${name} ${value}`;
}

function detail(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function textOf(value: unknown, key: string): string | undefined {
  const text = detail(value, key);
  return typeof text === "string" ? text : undefined;
}
