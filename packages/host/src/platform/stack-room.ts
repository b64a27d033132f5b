/**
 * Tells whether there are so many KiB left on the stack, of some 1,000 in all, for code that must not be cut short: a plugin
 * may have used up nearly all of it. To look at 32 takes a microsecond.
 */
export function stackRoom(kibibytes: number): () => boolean {
  const words: readonly undefined[] = Array.from({ length: kibibytes * 128 });
  return () => {
    try {
      // Arguments lie on the stack, and an engine looks whether they fit.
      Reflect.apply(nothing, undefined, words);
      return true;
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  };
}

function nothing(): void {
  // It is called for what that takes.
}
