/** Where something is declared. */
export interface Place {
  readonly side: "imports" | "exports";
  /** The id of the interface; undefined in the world itself. */
  readonly interface: string | undefined;
}

/**
 * Whose view of a contract a world is. A host calls what a plugin exports. A plugin calls what the host provides, which in
 * its view are the exports: both sides of the contract are exchanged.
 */
export type View = "host" | "plugin";

/** Where the contract declares what a world has at a place. */
export function contractPlace({ side, interface: id }: Place, view: View): Place {
  if (view === "host") return { side, interface: id };
  return { side: side === "imports" ? "exports" : "imports", interface: id };
}

/** Whether all that is written of a place are types that others are made of. */
export type IsApart = (place: Place) => boolean;

/** What a grant provides, and not what the host writes into `imports`. */
export const isGranted: IsApart = ({ side, interface: id }) => side === "imports" && id?.startsWith("wasi:") === true;

/** What a host provides, which does not concern those who use a plugin. */
export const isImported: IsApart = ({ side }) => side === "imports";
