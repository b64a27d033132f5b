/** What a call costs in a loop of so many. */
const calls = 10_000_000;

/** The sum of 0..n-1 and 7 n, as the loop wraps it: a loop that was optimised away would not know it. */
const wanted = Number(BigInt.asIntN(32, (BigInt(calls) * BigInt(calls - 1)) / 2n + 7n * BigInt(calls)));

/**
 * Makes a loop that calls `adder(i, 7)`, and gives what times it: nanoseconds a call. The loop is a text of its own, since
 * engines compile a shared one for all that it ever called, and a module, since they may be told to make no code from text.
 *
 * @param call How the loop calls what it is handed as `it`.
 */
export async function timeLoop<T>(call: "it(i, 7)" | "it.adder(i, 7)", it: T): Promise<() => number> {
  const text = `export default (it) => { let sum = 0; for (let i = 0; i < ${calls}; i++) sum = (sum + ${call}) | 0; return sum; }; // ${Math.random()}`;
  const module: { default: (it: T) => number } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  return () => {
    const start = performance.now();
    const sum = module.default(it);
    const elapsed = performance.now() - start;
    if (sum !== wanted) throw new Error(`the loop gave ${sum}, not ${wanted}`);
    return (elapsed * 1e6) / calls;
  };
}
