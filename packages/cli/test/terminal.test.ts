import { beforeAll, expect, test } from "vitest";
import { openWorkplace, type Workplace } from "./workplace.ts";

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace();
  return () => workplace.remove();
});

/** What it prints where its stdout is a terminal, as `cat -v` shows it. */
async function onTerminal(command: string, env = ""): Promise<string> {
  return (await workplace.shell(`TERM=xterm ${env} script -qec "${command}" /dev/null | cat -v`)).stdout.replaceAll(
    "^M\n",
    "\n",
  );
}

// Elsewhere `script` takes its words in another order.
test.skipIf(process.platform !== "linux")("on a terminal there are colours, unless NO_COLOR is set", async () => {
  const shown = await onTerminal("polyplug inspect trap.wasm");
  expect(shown).toMatch(/^\^\[\[1mtrap\.wasm\^\[\[22m$/m);
  const plain = (await workplace.shell("polyplug inspect trap.wasm")).stdout;
  expect(shown.replaceAll(/\^\[\[\d+m/g, "")).toBe(plain);
  expect(await onTerminal("polyplug inspect trap.wasm", "NO_COLOR=1")).toBe(plain);
  expect(await onTerminal("polyplug inspect --json trap.wasm")).not.toContain("^[");
});
