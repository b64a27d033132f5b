const processorTime =
  "What the clock says grows with whatever else the machine does. In processor time of the main thread";

/** Why a target is missed, by case, as far as it has been found out. */
export const explanations: Readonly<Record<string, string>> = {
  "add(u32, u32)":
    "The raw call takes 1.5 ns, for the engine inlines it into the loop. To see that the instance is alive and not entered, " +
    "and to enter and leave it, takes 0.7 more. For plugins whose functions have mangled names `Error.stackTraceLimit` is " +
    "raised for the call as well, so that a trap tells of more than ten frames: 0.7.",
  "1,000 records {u32, string, f64} there and back":
    "By itself this takes 1.05 to 1.1 times as long as the glue. Behind other cases of the same plugin it takes up to 1.3: " +
    "they share the functions for strings, which the engine has by then made for long strings as well, and the glue has " +
    "functions of its own for each case. The echo of 1 MiB alone makes 1.26 of it.",
  "new process: load a small plugin and call it":
    "What the engine itself takes is in the last row of [what a first load takes](#what-a-first-load-takes): little. The " +
    "row above it is the same load with no file to find and nothing to parse that was not parsed before, and is still " +
    "above the target: to decode the plugin and its contract, resolve and compare their types, plan the calls, write code " +
    "for them and run it, each for the first and only time, so that the engine interprets it, takes that long. The 190 kB " +
    "of our functions that a first load runs are each compiled by the engine when first called. jco does all of that " +
    "before, and what it has then left to do takes about as long as the target. A second load takes 2 ms. Applications " +
    "for which it matters bundle the host and turn on the " +
    "[compile cache of Node](https://nodejs.org/api/module.html#module-compile-cache).",
  "new process: load a bare module and call it": `${processorTime} it takes 17 to 23 ms, 10 to 14 of them to find, read and parse 166 kB of code in 14 files.`,
  "load a 12 MB JavaScript component":
    `${processorTime} it takes 118 to 152 ms. About a third is to look through 1.2 MB of large functions, by code that is ` +
    "run for the first time, for what would keep a compiler busy; the rest is to read and parse our code, to hash the file " +
    "and to make its modules over, so that their memories are bounded.",
  "host bundle with everything, gzipped":
    "A bare module loads 28 kB of it, a typed plugin 37 more: the canonical ABI in both its forms, worlds and what compares " +
    "them. The rest comes when it is asked for: WASI in both its forms 11 kB, the demanglers 10, watching files, pools and " +
    "metadata 6, nested components 4. Without those and with no word of any message, 10 kB more, it would still be above " +
    "the target.",
};
