import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { printProgress, tellProgress } from "@polyplug/toolchains";
import { discoverCases } from "./discover-cases.ts";
import { buildMatrixGuests } from "./matrix/build-matrix-guests.ts";
import { isTrouble } from "./matrix/case-result.ts";
import { deadFailures } from "./matrix/dead-failures.ts";
import { gridsOf } from "./matrix/grid.ts";
import { lackOf } from "./matrix/lack-of.ts";
import { matrixFiles } from "./matrix/matrix-files.ts";
import { type MatrixOptions, matrixOptions, usage } from "./matrix/matrix-options.ts";
import { entryTitle, planMatrix } from "./matrix/plan-matrix.ts";
import { runMatrix } from "./matrix/run-matrix.ts";
import { showGrids } from "./matrix/show-grid.ts";
import { ways } from "./matrix/way.ts";

/** The customary statuses of who is interrupted. */
const interruptions = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Runs what starts processes and writes files, and has it end both in order on Ctrl-C. What comes after it does neither,
 * and may hold the thread, so that nothing but the system's own handling would end it.
 */
async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const interruption = new AbortController();
  const interrupt = (signal: keyof typeof interruptions): void => {
    process.exitCode = interruptions[signal];
    interruption.abort(new Error("interrupted"));
  };
  const signals = Object.keys(interruptions) as (keyof typeof interruptions)[];
  for (const signal of signals) process.on(signal, interrupt);
  try {
    return await work(interruption.signal);
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
  }
}

/** Plays what is asked for, and gives what is wrong with it, a line each. */
async function matrix({
  languages,
  cases,
  tiers,
  json,
  write,
  cache,
  whole,
}: MatrixOptions): Promise<readonly string[]> {
  const onProgress = printProgress(process.stderr);
  const topics = cases.map(({ name }) => name);
  const guests = await interruptible((signal) =>
    buildMatrixGuests(topics, languages, { onProgress, signal, ...(cache !== undefined && { cache }) }),
  );
  const entries = planMatrix(cases, guests).filter(
    ({ variant, way }) => languages.includes(variant.language) && tiers.includes(way.tier),
  );
  const task = `play ${cases.length} cases in ${languages.length} languages`;
  const played = await tellProgress(task, onProgress, () => runMatrix(entries));
  const results = played.map(({ result }) => result);
  console.log(showGrids(gridsOf(results), process.stdout));
  const lacking = ways.filter(({ tier }) => tiers.includes(tier)).flatMap((way) => lackOf(way) ?? []);
  for (const reason of new Set(lacking)) console.log(`some ways are left out: ${reason}`);
  const trouble: string[] = [
    ...played.flatMap(({ entry, result }) =>
      isTrouble(result) ? [`${result.result}: ${entryTitle(entry)}\n${result.reason}`] : [],
    ),
    ...(whole ? (await deadFailures(played)).map((pattern) => `nothing meets the known failure ${pattern}`) : []),
  ];
  if (json !== undefined) {
    await mkdir(dirname(json), { recursive: true });
    await writeFile(json, `${JSON.stringify(results, undefined, 2)}\n`);
  }
  if (write && lacking.length > 0) trouble.push("cannot write the page: it has all ways, and some are left out");
  if (write && trouble.length === 0) {
    for (const { url, content } of await matrixFiles(results)) {
      await writeFile(url, content);
      console.log(`wrote ${fileURLToPath(url)}`);
    }
  }
  return write && trouble.length > 0 ? [...trouble, "the page and the picture are left as they are"] : trouble;
}

try {
  const options = matrixOptions(process.argv.slice(2), await discoverCases());
  if (options.help) console.log(usage);
  else {
    const trouble = await matrix(options);
    for (const line of trouble) console.error(line);
    if (trouble.length > 0) process.exitCode = 1;
  }
} catch (error) {
  const interrupted = process.exitCode !== undefined;
  console.error(interrupted ? "interrupted" : error instanceof Error ? error.message : error);
  process.exitCode ??= 1;
}
