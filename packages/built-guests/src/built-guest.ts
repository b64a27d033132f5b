/**
 * What a guest is compiled for: two WebAssembly ABIs of libc-like toolchains, AssemblyScript's own, or a component where
 * a language's tools make nothing else.
 */
export type Target = "wasm32-unknown-unknown" | "wasm32-wasip1" | "wasm32" | "component";

/**
 * What the host has to grant before a language's runtime can start, in the words of the host's `grant`. It is data, so
 * that it can be handed to another process or thread.
 */
export interface StartingGrant {
  readonly clock?: true;
  readonly random?: true;
}

/** Which guest an artifact is of. */
export interface GuestName {
  readonly topic: string;
  readonly language: string;
  readonly target: Target;
}

/** A plugin in the cache. */
export interface BuiltGuest extends GuestName {
  /** Keeps its content for ever. */
  readonly path: string;
  /** Where people find the newest of this name, a copy of the same content. */
  readonly newest: string;
  /** What it cannot start without. */
  readonly grant: StartingGrant;
}
