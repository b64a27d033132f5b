/** Compiles the tests in C and C++ with the compilers of this machine, not for WebAssembly, and runs them. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeBindings } from "./write-bindings.ts";

const sdk = join(import.meta.dirname, "..");

interface Program {
  readonly sources: readonly string[];
  /** What it says before it ends itself. By default it comes to its end. */
  readonly says?: RegExp;
}

const weakBindings = "polyplug_native.c";

const programs: readonly Program[] = [
  { sources: ["test/polyplug_test.c"] },
  { sources: ["test/polyplug_test.cpp"] },
  { sources: ["examples/text-filter/plugin.c", "examples/text-filter/test/plugin_test.c", weakBindings] },
  { sources: ["examples/text-filter-cpp/plugin.cpp", "examples/text-filter-cpp/test/plugin_test.cpp"] },
  { sources: ["test/panic_test.c"], says: /panic_test\.c:4: main: nobody can shout 101 times\n$/ },
  {
    sources: ["test/no_stub_test.c", weakBindings],
    says: /called a function of its host that this test does not define/,
  },
];

/** The same for both languages, and then of each. What is not freed or is used wrongly ends a test. */
const flags = ["-g", "-Wall", "-Wextra", "-Werror", "-fsanitize=address,undefined", "-DPOLYPLUG_WORLD=text_filter"];

const languages = {
  c: { variable: "CC", drivers: ["cc", "gcc", "clang"], flags: ["-std=gnu17"] },
  cpp: { variable: "CXX", drivers: ["c++", "g++", "clang++"], flags: ["-std=c++23"] },
} as const;

function driverOf(language: keyof typeof languages): string {
  const { variable, drivers } = languages[language];
  const own = process.env[variable];
  const names = own === undefined || own === "" ? drivers : [own];
  const found = names.find((name) => spawnSync(name, ["--version"]).status === 0);
  if (found !== undefined) return found;
  throw new Error(`no ${names.join(", ")}: install a compiler (Debian: apt-get install gcc g++), or set ${variable}`);
}

function run({ sources, says }: Program, folder: string): void {
  const language = sources.some((source) => source.endsWith(".cpp")) ? "cpp" : "c";
  const program = join(folder, "program");
  const includes = ["-I.", `-I${join(folder, language)}`];
  const compile = [...languages[language].flags, ...flags, ...includes, ...sources, "-o", program];
  const compiled = spawnSync(driverOf(language), compile, { cwd: sdk, stdio: "inherit" });
  if (compiled.status !== 0) throw new Error(`${sources[0]} does not compile`);
  const { signal, status, stdout, stderr } = spawnSync(program, { encoding: "utf8" });
  const isFine = says === undefined ? status === 0 : signal === "SIGABRT" && says.test(stderr);
  console.log(`${sources[0]}\n${stdout}${isFine ? "" : stderr}`);
  if (!isFine) console.log("0 passed, 1 failed");
  else if (says !== undefined) console.log("1 passed, 0 failed");
  if (!isFine) process.exitCode = 1;
}

const folder = mkdtempSync(join(tmpdir(), "polyplug-sdk-c-"));
try {
  for (const language of ["c", "cpp"] as const) await writeBindings(language, join(folder, language));
  for (const program of programs) run(program, folder);
} finally {
  rmSync(folder, { recursive: true });
}
