/*
 * Symbols come out of a plugin's name section, so each of these is what a hostile plugin may spend at most. Of 12,000
 * real symbols of rustc, clang and libc++ none has more than 853 characters, takes more than 1,300 steps or nests deeper
 * than 36.
 */

/** Longer symbols are not looked at. Characters. */
export const maxSymbolLength = 16_384;

/** Longer names are cut, and the cut is marked with an ellipsis. Characters. */
export const maxNameLength = 2_000;

/** A step is one node parsed or printed. Back-references make it exponential in the symbol's length if nothing stops it. */
export const maxSteps = 100_000;

/** How deep a type may nest, so that the demangler cannot exhaust the stack. */
export const maxDepth = 192;
