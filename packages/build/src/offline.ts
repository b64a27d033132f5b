/** What compilers say where they reach nobody: cargo, the go command, Node.js. */
const unreachable =
  /could not resolve host|name resolution|dial tcp|network is unreachable|failed to (connect|download)|\bENOTFOUND\b|\bEAI_AGAIN\b/i;

/** What to add to the reason of a failure that comes of having no network. */
export function offlineHint(output: string): string {
  return unreachable.test(output)
    ? ", as it could not fetch what the plugin depends on: build it once with a network"
    : "";
}
