/** Words of the stack that a listener may count on: 32 KiB of some 1 MiB. */
const words: readonly undefined[] = Array.from({ length: 4_096 });

/** Whether there is room on the stack for code of the host's to run in. A plugin may have used up nearly all of it. */
export function hasStackRoom(): boolean {
  try {
    // Arguments lie on the stack, and an engine looks whether they fit.
    Reflect.apply(nothing, undefined, words);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function nothing(): void {
  // It is called for what that takes.
}
