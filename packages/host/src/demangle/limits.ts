/*
 * Symbols come out of a plugin's name section, so each of these is what a hostile plugin may spend at most. The longest
 * symbol of libc++ 22 has 1,700 characters, needs 4,000 steps and nests 60 deep.
 */

/** Longer symbols are not looked at. Characters. */
export const maxSymbolLength = 16_384;

/** Longer names are cut, and the cut is marked with an ellipsis. Characters. */
export const maxNameLength = 2_000;

/** A step is one node parsed or printed. Back-references make it exponential in the symbol's length if nothing stops it. */
export const maxSteps = 100_000;

/** How deep a type may nest, so that the demangler cannot exhaust the stack. */
export const maxDepth = 192;
