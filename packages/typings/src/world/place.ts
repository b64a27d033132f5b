/** Where something is declared. */
export interface Place {
  readonly side: "imports" | "exports";
  /** The id of the interface; undefined in the world itself. */
  readonly interface: string | undefined;
}

/** Whether all that is written of a place are types that others are made of. */
export type IsApart = (place: Place) => boolean;

/** What a grant provides, and not what the host writes into `imports`. */
export const isGranted: IsApart = ({ side, interface: id }) => side === "imports" && id?.startsWith("wasi:") === true;

/** What a host provides, which does not concern those who use a plugin. */
export const isImported: IsApart = ({ side }) => side === "imports";
