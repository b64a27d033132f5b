/**
 * The name of an interface without its version, where that is of the track 0.2: `wasi:cli/exit` of `wasi:cli/exit@0.2.3`
 * and, as core modules may have it, of `wasi:cli/exit@0.2`. Within a track a later minor only adds.
 */
export function interfaceName(id: string): string | undefined {
  return /^(wasi:[^@]+)@0\.2(?:\.\d+)?$/.exec(id)?.[1];
}
