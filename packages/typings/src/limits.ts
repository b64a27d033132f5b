/** Characters that one module may have, our own: labels have no bound of their own, and each use of a type repeats one. */
export const maxTextLength: number = 2 ** 24;

/** Types that are written out in one module, our own: a type that has no name is written wherever it is used. */
export const maxWrittenTypes = 200_000;
