import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { loadPlugin } from "@polyplug/host";
import { tree } from "@polyplug/host/files";
import { measure, type Way } from "../measure.ts";
import type { PeerPackages } from "../peers/peer-packages.ts";
import { transpiled } from "../peers/transpiled.ts";
import { type Row, rowOf } from "../row.ts";
import type { Settings } from "../settings.ts";
import { sampleOf, timedLoop } from "../timed-loop.ts";

/** Its builds: for Node.js, which asks another thread for a file of the machine, and for pages, with files in memory. */
const shims = [
  { build: "nodejs", against: "preview2-shim" },
  { build: "browser", against: "preview2-shim in memory" },
] as const;

type Build = (typeof shims)[number]["build"];

const component: string = fileURLToPath(new URL("../../guests/file-reads.wasm", import.meta.url));
const size = 65_536;

/** What the guest has: it reads its file so many times, and gives the bytes of all of them. */
type Read = (times: number) => bigint;

/** How long a component takes to read a file: ours from a tree in memory, and that of jco by its shim for WASI 0.2. */
export async function fileReads(packages: PeerPackages | undefined, settings: Settings): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "polyplug-bench-"));
  try {
    const data = new Uint8Array(size).fill(1);
    await writeFile(join(folder, "data"), data);
    const grant = { files: tree({ "/": { data } }) };
    const plugin = await loadPlugin<{ read: Read }>(await readFile(component), { name: "file-reads", grant });
    const rows: Row[] = [];
    for (const { build, against } of shims) {
      const ways = [wayOf("ours", plugin.exports.read, settings)];
      if (packages !== undefined) {
        ways.push(wayOf("baseline", await readByShim(packages, build, folder, data), settings));
      }
      const subject = {
        case: `open, read and close a file of 64 KiB, beside ${against}`,
        unit: "us",
        against,
      } as const;
      rows.push(rowOf({ ...subject, measure: "ratio", target: 1 }, await measure(ways, settings)));
    }
    return rows;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function wayOf(party: string, read: Read, settings: Settings): Way {
  const turn = { args: "1", sum: (turns: number) => (turns * size) | 0 };
  const it = (times: number): number => Number(read(times));
  const ready = async () => {
    const sample = await sampleOf(await timedLoop(it, turn), settings.sliceMilliseconds);
    return async () => (await sample()) * 1000;
  };
  return { party, ready };
}

/** What jco makes of the component, over its own shim. */
async function readByShim(packages: PeerPackages, build: Build, directory: string, data: Uint8Array): Promise<Read> {
  const shim = join(packages.folder, "node_modules/@bytecodealliance/jco/node_modules/@bytecodealliance/preview2-shim");
  const load = async (name: string) => await import(pathToFileURL(join(shim, "dist", build, `${name}.js`)).href);
  const [filesystem, io] = [await load("filesystem"), await load("io")];
  if (build === "nodejs") filesystem._setPreopens({ "/": directory });
  else filesystem._setFileData({ dir: { data: { source: data } } });
  const made = await transpiled(packages, component);
  const { instantiate } = await import(pathToFileURL(join(made, "plugin.js")).href);
  const compile = async (name: string) => WebAssembly.compile(await readFile(join(made, name)));
  const imports = {
    "wasi:filesystem/types": filesystem.types,
    "wasi:filesystem/preopens": filesystem.preopens,
    "wasi:io/error": io.error,
    "wasi:io/streams": io.streams,
  };
  return (await instantiate(compile, imports)).read;
}
