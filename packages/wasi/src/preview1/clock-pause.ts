import type { CoreSignature } from "./signatures.ts";

/**
 * A function that is none of preview1. The adapter that makes components of preview1 modules has it, and what is written
 * for it imports it as a core module too: guests in Go. It has the monotonic clock stand still while a guest may call no
 * imports of its component. Core modules may call preview1 at any time, so here it does nothing.
 */
export const clockPause = "adapter_monotonic_clock_set_paused";

export const clockPauseSignature: CoreSignature = { params: ["i32"], results: [] };
