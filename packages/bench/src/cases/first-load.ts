import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Comparison, compare } from "../comparison.ts";

/** A new process that loads a module of 500 bytes and calls it, beside one that does nothing. */
export async function firstLoad(): Promise<Comparison> {
  const folder = await mkdtemp(join(tmpdir(), "polyplug-bench-"));
  try {
    const module = join(folder, "adder.wasm");
    await writeFile(module, adderOf(500));
    const program = fileURLToPath(new URL("./load-and-call.js", import.meta.url));
    return compare({
      name: "new process: load 500 bytes and call them, beside node -e 0",
      unit: "ms",
      kind: "difference",
      atMost: 15,
      rounds: 25,
      baseline: () => time(["-e", "0"]),
      ours: () => time([program, module]),
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

function time(args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  const elapsed = performance.now() - start;
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}: ${stderr}`);
  return elapsed;
}

/** A module of `size` bytes that exports `adder`, filled up with a custom section. */
function adderOf(size: number): Uint8Array {
  const head = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  const type = [1, 7, 1, 0x60, 2, 0x7f, 0x7f, 1, 0x7f];
  const func = [3, 2, 1, 0];
  const exported = [7, 9, 1, 5, ...new TextEncoder().encode("adder"), 0, 0];
  const code = [10, 9, 1, 7, 0, 0x20, 0, 0x20, 1, 0x6a, 0x0b];
  const module = [...head, ...type, ...func, ...exported, ...code];
  const filling = size - module.length - 3;
  return new Uint8Array([...module, 0, (filling & 0x7f) | 0x80, filling >> 7, 0, ...new Array(filling - 1).fill(0)]);
}
