/**
 * What an interface of WASI is known by here: its id with the version cut to the track, `wasi:cli/exit@0.2` of
 * `wasi:cli/exit@0.2.3` and, as core modules may have it, of `wasi:cli/exit@0.2`. Within a track a later minor only adds.
 * A pre-release is of no track and any other may differ from it, so its id stays whole.
 */
export function interfaceKey(id: string): string {
  return id.replace(/@0\.2\.\d+(?:\+.*)?$/, "@0.2");
}

/** An interface's id without its version, for a message. */
export function interfaceName(id: string): string {
  return id.replace(/@.*$/, "");
}
