/**
 * Every bound of WASI: on a call, on a grant, on what is told. Where POSIX or Linux has a figure it is that one; the
 * others are chosen so that no honest guest meets them and no hostile one can make the host allocate without end.
 */

/** Scatter/gather vectors a call. IOV_MAX of Linux (`UIO_MAXIOV` in `include/uapi/linux/uio.h`). */
export const maxIovecs = 1024;

/** Bytes that one read or write moves; the rest is left to the guest's next call, as POSIX allows. */
export const maxTransferBytes: number = 16 * 1024 * 1024;

/** Bytes of randomness a call. There is no short answer to `random_get`, so a larger request is refused. */
export const maxRandomBytes: number = 16 * 1024 * 1024;

/**
 * Bytes that one call of `getRandomValues` gives: {@link https://w3c.github.io/webcrypto/#Crypto-method-getRandomValues |
 * Web Cryptography}.
 */
export const randomQuota = 65_536;

/** Bytes of a path with its NUL. PATH_MAX of Linux (`include/uapi/linux/limits.h`). */
export const maxPathBytes = 4096;

/** Subscriptions a poll. As many as a process may have open files by default (`RLIMIT_NOFILE`, soft). */
export const maxSubscriptions = 1024;

/** Entries of `args` or of `env`. */
export const maxTextEntries = 4096;

/** Bytes of `args` or of `env` with their NULs. Linux gives both together an eighth of an 8 MiB stack. */
export const maxTextBytes: number = 1024 * 1024;

/** Bytes that `stdout` or `stderr` take where the grant does not say. */
export const defaultOutputBytes: number = 1024 * 1024;

/**
 * Nanoseconds that the clocks are rounded down to where the grant does not say. Our own: fine enough to measure by, and
 * coarser than what tells of the host's caches.
 */
export const defaultClockResolution = 1_000n;

/** Nanoseconds that the running wall clock is rounded down to at least: `Date.now` tells no more. */
export const finestWallClock = 1_000_000n;

/** Characters of a text of the host's that an error repeats. Our own: enough to know it by. */
export const maxShownCharacters = 60;

/**
 * Resources of WASI 0.2 that a plugin holds at a time, our own. Each is an object of the host's, and a pollable is made
 * at every turn of a guest's loop: there may be many for a while, and none is as large as what a page of memory holds.
 */
export const maxResources = 65_536;

/** Bytes that a blocking write of WASI 0.2 takes: `blocking-write-and-flush` in its `streams.wit`. */
export const maxBlockingWriteBytes = 4096;

/** Bytes of the name of a file. NAME_MAX of Linux (`include/uapi/linux/limits.h`). */
export const maxNameBytes = 255;

/** Symlinks that one path may lead through. MAXSYMLINKS of Linux (`include/linux/namei.h`). */
export const maxSymlinks = 40;

/**
 * Bytes that a plugin may write to a tree of files where the grant does not say. Our own: a quarter of what it may take as
 * memory by default.
 */
export const defaultTreeBytes: number = 64 * 1024 * 1024;

/** Files, directories and symlinks that a plugin may make in a tree where the grant does not say. Our own. */
export const defaultTreeInodes = 65_536;

/** Hard links that a plugin may make in a tree where the grant does not say. Our own. */
export const defaultTreeLinks = 65_536;

/** Files and directories that a plugin has open at a time where the grant does not say. `RLIMIT_NOFILE` of Linux, soft. */
export const defaultTreeHandles = 1024;

/** Directories within each other that a tree is made of. Our own: deeper is a mistake, such as an object that has itself. */
export const maxTreeDepth = 256;

/** Bytes that a bucket of `wasi:keyvalue` in memory holds where the grant does not say. */
export const defaultBucketBytes: number = 1024 * 1024;

/** Entries that it holds where the grant does not say: an entry takes more of the host than its bytes. */
export const defaultBucketEntries = 10_000;

/** Keys that a page of a bucket in memory has, our own. */
export const bucketPageKeys = 1000;

/** Bytes of the body of a request or a response of `wasi:http` where the grant does not say. */
export const defaultHttpBytes: number = 1024 * 1024;

/** What a response may take where the grant does not say: the limit of many proxies. */
export const defaultHttpTimeout = "30s";

/** Exchanges of `wasi:http` that a plugin has open at a time, our own: what a browser allows for several hosts. */
export const maxHttpExchanges = 32;

/** Bytes of all headers of a request, names and values: what common servers take at most. */
export const maxHeaderBytes: number = 16 * 1024;

/** Bytes of headers and bodies of `wasi:http` that the host keeps for a plugin, our own. */
export const maxKeptBytes: number = 64 * 1024 * 1024;
