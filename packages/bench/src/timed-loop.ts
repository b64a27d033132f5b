/** What a loop does in each of its turns. */
export interface Turn {
  /** What is called, as a text. By default `it` itself. */
  readonly callee?: string;
  /** The arguments, as a text in which `i` is the number of the turn and `inputs` are the values below. */
  readonly args: string;
  /** What makes a number of the result, as a text: `.length`. By default it is one. */
  readonly count?: string;
  readonly inputs?: readonly unknown[];
  /** What the numbers of so many turns add up to, in 32 bits: a loop that was optimised away would not know it. */
  readonly sum: (turns: number) => number;
}

/** Runs so many turns and gives how long they took, in milliseconds. */
export type TimedLoop = (turns: number) => Promise<number>;

type Loop = (it: unknown, inputs: readonly unknown[], turns: number, clock: () => number) => Result | Promise<Result>;

interface Result {
  readonly elapsed: number;
  readonly sum: number;
}

/**
 * Makes a loop that calls `it` in each turn. It is a text of its own, since engines compile a shared one for all that it
 * ever called, and a module, since they may be told to make no code from text.
 */
export async function timedLoop(
  it: unknown,
  { callee = "it", args, count = "", inputs = [], sum }: Turn,
  keyword: "await" | "" = "",
): Promise<TimedLoop> {
  const text = `export default ${keyword && "async"} (it, inputs, turns, clock) => {
    const start = clock();
    let sum = 0;
    for (let i = 0; i < turns; i++) sum = (sum + ((${keyword} ${callee}(${args}))${count})) | 0;
    return { elapsed: clock() - start, sum };
  }; // ${Math.random()}`;
  const module: { default: Loop } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  return async (turns) => {
    const result = await module.default(it, inputs, turns, workedMilliseconds);
    if (result.sum !== sum(turns)) throw new Error(`${turns} turns gave ${result.sum}, not ${sum(turns)}`);
    return result.elapsed;
  };
}

/** What this thread has worked so far: while others have the processor, it stands. */
function workedMilliseconds(): number {
  // Linux brings the thread's own account up to date when it is asked for that of the process, and else every few ms.
  process.cpuUsage();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Gives what takes a sample of a loop, milliseconds a turn, over as many turns as fit in a slice of time. */
export async function sampleOf(loop: TimedLoop, sliceMilliseconds: number): Promise<() => Promise<number>> {
  let turns = 1;
  let elapsed = await loop(turns);
  while (elapsed < sliceMilliseconds) {
    turns *= 2;
    elapsed = await loop(turns);
  }
  const fitting = Math.max(1, Math.round((turns * sliceMilliseconds) / elapsed));
  return async () => (await loop(fitting)) / fitting;
}
