const missing = /Property '([^']+)' does not exist on type '[^']*\$plugin'/g;

/**
 * What asc says, for people: what the plugin does not export it misses in the bindings, again and again, and says nothing of
 * the plugin.
 */
export function explainMissing(said: string): string {
  const names = new Set([...said.matchAll(missing)].map(([, name = ""]) => name));
  if (names.size === 0) return said;
  const list = new Intl.ListFormat("en").format(names);
  const rest = said
    .split("\n\n")
    .filter((part) => !/└─ in (?:\.\/)?bindings\//.test(part) && !part.startsWith("FAILURE"));
  return [`the plugin does not export ${list}: bindings/ says as what`, ...rest].join("\n\n");
}
