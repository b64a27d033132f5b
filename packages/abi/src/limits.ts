/** Core parameters that a function may have before they go into memory: Canonical ABI, `MAX_FLAT_PARAMS`. */
export const maxFlatParams = 16;

/** Core results that a function may have before they go into memory: Canonical ABI, `MAX_FLAT_RESULTS`. */
export const maxFlatResults = 1;

/** Bytes of one string in memory: Canonical ABI, `MAX_STRING_BYTE_LENGTH`. */
export const maxStringByteLength: number = 2 ** 28 - 1;

/** Bytes of one list in memory, without what its elements point to: Canonical ABI, `MAX_LIST_BYTE_LENGTH`. */
export const maxListByteLength: number = 2 ** 28 - 1;

/** Bytes of one value in memory, without what it points to: Canonical ABI, element size. */
export const maxElementSize: number = 2 ** 28 - 1;

/**
 * Handles that all instances of a plugin may have, our own: the Canonical ABI's `Table.MAX_LENGTH` is 2^28 - 1, which a
 * guest could fill until the host has no memory left. These take some 200 MiB.
 */
export const maxHandles: number = 2 ** 22 - 1;

/**
 * Bytes that all strings and lists lifted in one call may take together, our own. A guest's list can point to the same
 * bytes from every element, so that a small memory unfolds into an endless value. A list counts as what it takes in the
 * guest or, roughly, in JavaScript, whichever is more. One string or list of the greatest size fits; four times as much
 * takes a gigabyte of the engine's heap, and where that is full the process ends.
 */
export const maxLiftedBytes: number = 2 ** 28;

/**
 * Parts that one type may have when it is written out without names, our own (wasmparser, for all types of an item
 * together: 1,000,000). A type may use another twice and so double with each line that defines one.
 */
export const maxTypeParts = 100_000;

/** How deep types may be nested in each other: wasmparser's limit for the types of components. */
export const maxTypeDepth = 100;

/** Parts of types that are resolved for one file, our own. A type of instances is resolved anew wherever it is used. */
export const maxResolvedParts = 250_000;
