/**
 * Every way in which loading or calling a plugin fails. The set is closed: a `switch` over it can be exhaustive. Some
 * codes stand for what is being built and is not thrown yet; they are here so that such a `switch` stays exhaustive.
 */
export type PluginErrorCode =
  /** The source gave no bytes: a missing file, a directory, a server that answered 404, a consumed `Response`. */
  | "unreadable"
  /** The bytes are no WebAssembly at all. */
  | "not-wasm"
  /** The bytes claim to be WebAssembly and break its rules; `offset` says where. */
  | "malformed"
  /** Valid, but beyond what this version, this engine or an implementation limit takes. */
  | "unsupported"
  /** The bytes have another hash than the `integrity` that was asked for. */
  | "integrity"
  /** Imports that nobody provides; `missing` lists them all. */
  | "missing-import"
  /** The plugin does not fit the host's contract; `differences` lists every place. */
  | "contract-mismatch"
  /** The plugin called a function that cannot do without what was not granted, nor answer so. */
  | "not-granted"
  /** The caller passed what does not fit: an argument, an option, a grant; `path` says which. */
  | "bad-argument"
  /** A host function answered with what its import's type does not allow. */
  | "bad-result"
  /** The plugin's code failed, or a host function that it called threw; `frames` is the guest's stack. */
  | "trap"
  /** A call took longer than it may. */
  | "time-limit"
  /** More memory than is allowed, or than there is. */
  | "memory-limit"
  /** More output than is allowed. */
  | "output-limit"
  /** The plugin ended itself, with the status `exitCode`. */
  | "exited"
  /** The plugin trapped or met a limit before, and is not entered again; `cause` is that fault. */
  | "poisoned"
  /** The plugin was disposed. */
  | "disposed"
  /** The caller gave up what it asked for, by an AbortSignal. */
  | "aborted"
  /** A pool has no plugin free and no room to wait. */
  | "overloaded";
