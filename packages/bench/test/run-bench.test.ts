import { beforeAll, expect, test } from "vitest";
import { resultsPage } from "../src/report/results-page.ts";
import { resultsTable } from "../src/report/results-table.ts";
import { type Results, runBench } from "../src/run-bench.ts";
import { cheapest } from "../src/settings.ts";

let results: Results;

beforeAll(async () => {
  results = await runBench({ settings: cheapest, peers: "left out", onProgress: () => undefined });
});

const measured: readonly [name: string, unit: string, target: number][] = [
  ["add(u32, u32)", "ns", 1.5],
  ["echo, 16 bytes", "us", 1.2],
  ["echo, 1 KiB", "us", 1.2],
  ["echo, 64 KiB", "us", 1.2],
  ["echo, 1 MiB", "us", 1.2],
  ["list<u8>, 100 kB there and back", "us", 1.2],
  ["1,000 records {u32, string, f64} there and back", "us", 1.3],
  ["guest calls a host function, u32", "ns", 2],
  ["guest calls a host function, 5 characters", "ns", 2],
  ["new process: load a small plugin and call it", "ms", 15],
  ["new process: load a bare module and call it", "ms", 15],
  ["load a 12 MB JavaScript component", "ms", 100],
  ["one call on the worker tier", "us", 5],
  ["one call on the process tier", "us", 1.3],
  ["1 MiB of list<u8> to a worker and back", "us", 2],
  ["1 MiB of text to a worker and back", "us", 2],
];

test.for(measured)("%s is measured", ([name, unit, target]) => {
  const row = results.rows.find((one) => one.case === name);
  expect(row).toMatchObject({ unit, target, met: expect.any(Boolean), note: "" });
  expect(row?.ours).toBeGreaterThan(0);
  expect(row?.baseline).toBeGreaterThan(0);
  expect(row?.ratio).toBeCloseTo((row?.ours ?? 0) / (row?.baseline ?? 1), 10);
});

test("the host's bundle is weighed", () => {
  const row = results.rows.find((one) => one.case === "host bundle with everything, gzipped");
  expect(row).toMatchObject({ unit: "kB", baseline: null, ratio: null, target: 40, measure: "amount" });
  expect(row?.ours).toBeGreaterThan(10);
});

test("many live plugins are weighed", () => {
  const row = results.rows.find((one) => one.case === "one of 50 live plugins in one process");
  expect(row).toMatchObject({ unit: "kB", target: null, measure: "amount" });
  expect(row?.ours).toBeGreaterThan(0);
});

test("metering is measured over loops and real work, with the median and the worst of them", () => {
  const rows = results.rows.filter((row) => row.case.startsWith("metering, "));
  const [middle, worst, ...single] = rows;
  expect(single.map((row) => row.case.replace("metering, ", ""))).toEqual([
    ...["sum", "bytes", "copy", "hash", "sieve", "fib"],
    ...["blur in rust", "json in rust", "json in go"],
  ]);
  const ratios = single.map(({ ratio }) => Number(ratio)).sort((left, right) => left - right);
  expect(middle).toMatchObject({ target: 1.05, met: expect.any(Boolean) });
  expect(middle?.ratio).toBeCloseTo(ratios[4] ?? 0, 10);
  expect(worst).toMatchObject({ target: 1.12, met: expect.any(Boolean) });
  expect(worst?.ratio).toBeCloseTo(ratios[8] ?? 0, 10);
});

test.for([
  ["metering 1 MB of code", 50],
  ["an endless loop ends later than its limit, inline, 99th percentile of 6", 5],
  ["an endless loop ends later than its limit, worker, 99th percentile of 6", 5],
  ["a second in which 10 workers have no call", 10],
] as const)("%s is an amount", ([name, target]) => {
  const row = results.rows.find((one) => one.case === name);
  expect(row).toMatchObject({ unit: "ms", measure: "amount", target, baseline: null });
  expect(row?.ours).toBeGreaterThan(0);
});

test("bare modules are measured in every language, by closures and looked up", () => {
  const bare = results.rows.filter((row) => row.case.startsWith("bare adder"));
  expect(bare.map((row) => row.case)).toEqual([
    "bare adder, rust for wasm32-unknown-unknown",
    "bare adder, c for wasm32-wasip1",
    "bare adder, cpp for wasm32-wasip1",
    "bare adder, go for wasm32-wasip1",
    "bare adder, assemblyscript for wasm32",
    "bare adder, rust for wasm32-unknown-unknown, by closures",
    "bare adder looked up, rust for wasm32-unknown-unknown",
  ]);
  expect(bare.every((row) => Number(row.ours) > 0 && Number(row.baseline) > 0)).toBe(true);
  expect(results.leftOut).toEqual([]);
});

test("a first load is measured with less and less of our own work in it", () => {
  const rows = results.rows.filter((row) => row.case.startsWith("first load, "));
  expect(rows.map((row) => row.case)).toEqual([
    "first load, packages as they are",
    "first load, one minified file",
    "first load, one minified file that Node keeps compiled",
    "first load, the plugin by hand",
  ]);
  for (const row of rows) {
    expect(row).toMatchObject({ unit: "ms", measure: "difference", against: "node -e 0", target: null, met: null });
    expect(row.ours).toBeGreaterThan(0);
  }
});

test("each row is JSON of one shape, and no two are of the same case", () => {
  const rows: Record<string, unknown>[] = JSON.parse(JSON.stringify(results.rows));
  const keys = ["case", "unit", "ours", "baseline", "peers", "ratio", "target", "met"];
  for (const row of rows) expect(Object.keys(row)).toEqual([...keys, "measure", "against", "reference", "note"]);
  expect(new Set(rows.map((row) => row["case"])).size).toBe(rows.length);
});

test("peers that are left out have no figures, and the reason is told", () => {
  expect(results.peers.map(({ name, reason }) => [name, reason])).toEqual(
    ["jco", "Extism", "isolated-vm", "quickjs-emscripten"].map((name) => [name, "it was left out"]),
  );
  const [add] = results.rows;
  expect(add?.peers).toEqual({ jco: null, Extism: null, "isolated-vm": null, "quickjs-emscripten": null });
  expect(resultsTable(results)).toContain("quickjs-emscripten: it was left out");
});

test("the page has every row, and says why a target is missed", () => {
  const page = resultsPage(results, cheapest);
  for (const row of results.rows) {
    expect(page).toContain(`\n| ${row.case} `);
    expect(page.includes(`- **${row.case}**`)).toBe(row.met === false && row.ours !== null);
  }
});
