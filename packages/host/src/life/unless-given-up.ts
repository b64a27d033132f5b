/**
 * Waits for `work` unless that is given up before: `end` is called then, and what it is given up for is thrown. What comes
 * of it after all is nobody's any more.
 */
export function unlessGivenUp<T>(work: Promise<T>, givenUp: AbortSignal | undefined, end: () => void): Promise<T> {
  if (givenUp === undefined) return work;
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      end();
      reject(givenUp.reason);
    };
    if (givenUp.aborted) giveUp();
    givenUp.addEventListener("abort", giveUp, { once: true });
    const over = (): void => givenUp.removeEventListener("abort", giveUp);
    work.then(over, over);
    work.then(resolve, reject);
  });
}
