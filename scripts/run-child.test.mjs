import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test, vi } from "vitest";

const moduleUrl = (name) => JSON.stringify(pathToFileURL(join(import.meta.dirname, name)).href);

/** A script as `npm start` is one, in a step that runs a shell command and says which temporary folder it has. */
async function startScript(command) {
  const folder = await mkdtemp(join(tmpdir(), "polyplug-scripts-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const text = `
    import { endWithChildren, runChild } from ${moduleUrl("run-child.mjs")};
    import { step } from ${moduleUrl("step.mjs")};
    import { temporaryFolder } from ${moduleUrl("temporary-folder.mjs")};
    endWithChildren();
    const TMPDIR = temporaryFolder();
    const env = { ...process.env, TMPDIR };
    await step("work", () => runChild("/bin/sh", ["-c", ${JSON.stringify(command)}], { cwd: ${JSON.stringify(folder)}, env }));
    console.log("went on");`;
  const script = spawn(process.execPath, ["--input-type=module", "-e", text], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [script.stdout, script.stderr]) {
    stream.setEncoding("utf8").on("data", (data) => {
      output += data;
    });
  }
  const closed = once(script, "close");
  const written = (name) => readFile(join(folder, name), "utf8");
  return { script, folder, written, end: async () => ({ exitCode: (await closed)[0], output }) };
}

/** Leads a process group of its own, as compilers do, and writes as long as it lives. */
const grandchild = `${process.execPath} -e '
  const { spawn } = require("node:child_process");
  spawn("/bin/sh", ["-c", "trap : TERM INT; echo $TMPDIR > folder; while echo tick >> ticks; do echo > $TMPDIR/left; sleep 0.02; done"], { detached: true, stdio: "ignore" });
  setTimeout(() => {}, 60_000);
' &`;

test.for([
  ["SIGINT", 130],
  ["SIGTERM", 143],
])("%s ends stubborn programs and all that they started, and removes what they left", async ([signal, exitCode]) => {
  const { script, written, end } = await startScript(`trap : INT TERM; ${grandchild} while :; do sleep 0.1; done`);
  await vi.waitUntil(() => written("ticks").catch(() => false), { timeout: 20_000 });
  const temporary = (await written("folder")).trim();
  expect(existsSync(join(temporary, "left"))).toBe(true);

  const start = performance.now();
  script.kill(signal);
  // npm sends it once more.
  script.kill(signal);
  const { exitCode: found, output } = await end();
  expect(performance.now() - start).toBeLessThan(3000);
  expect(found).toBe(exitCode);
  expect(output).toMatch(/^… work\n✗ work \d\.\d s\ninterrupted, ending what still runs\n$/);
  expect(existsSync(temporary)).toBe(false);
  const { length } = await written("ticks");
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await written("ticks")).toHaveLength(length);
});

test("programs that end in order are not waited for", async () => {
  const { script, written, end } = await startScript("echo > ready; exec sleep 60");
  await vi.waitUntil(() => written("ready").catch(() => false), { timeout: 20_000 });
  const start = performance.now();
  script.kill("SIGINT");
  expect(await end()).toMatchObject({ exitCode: 130 });
  expect(performance.now() - start).toBeLessThan(900);
});

test("a script that comes to its end removes its temporary folder", async () => {
  const { written, end } = await startScript("echo $TMPDIR > folder; mkdir $TMPDIR/left");
  expect(await end()).toMatchObject({ exitCode: 0, output: expect.stringMatching(/✓ work .*\nwent on\n$/) });
  expect(existsSync((await written("folder")).trim())).toBe(false);
});
