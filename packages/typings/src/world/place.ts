/** Where something is declared. */
export interface Place {
  readonly side: "imports" | "exports";
  /** The id of the interface; undefined in the world itself. */
  readonly interface: string | undefined;
}

/** Whether a grant stands behind an interface, and not what the host writes into `imports`. */
export function isGranted({ side, interface: id }: Place): boolean {
  return side === "imports" && id?.startsWith("wasi:") === true;
}
