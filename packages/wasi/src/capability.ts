import type { Grant } from "./grant.ts";

/** What a plugin may be after: a key of a {@link Grant}, or `sockets`, which cannot be granted. */
export type Capability = keyof Grant | "sockets";
