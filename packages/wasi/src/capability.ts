import type { Grant } from "./grant.ts";

/** What a plugin may be after: a key of a {@link Grant}, or `files` and `sockets`, which cannot be granted yet. */
export type Capability = keyof Grant | "files" | "sockets";
