/** Puts one picture through each filter in each language, and writes what comes out as PNGs. */

import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadPlugin } from "@polyplug/host";
import { encode } from "fast-png";
import { contract, type Filter, type Image } from "./image-filter.contract.ts";
import { paintPicture } from "./paint-picture.ts";

const [folder = ".", pictures = join(tmpdir(), "polyplug-image-filter")] = process.argv.slice(2);
const languages = ["rust", "c", "go", "assemblyscript"];
const filters: readonly Filter[] = ["gray", "invert", "blur", "edges"];

const picture = paintPicture(96, 64);
await mkdir(pictures, { recursive: true });
await save("original", picture);
for (const language of languages) {
  // The clock is what Go's runtime reads before anything else; the others do not ask for it.
  using plugin = await loadPlugin(join(folder, `${language}.wasm`), { contract, grant: { clock: true } });
  for (const filter of filters) await save(`${filter}-${language}`, plugin.exports.apply(filter, picture));
}
console.error(`The pictures are in ${pictures}.`);

async function save(name: string, { width, height, pixels }: Image): Promise<void> {
  console.log(`${createHash("sha256").update(pixels).digest("hex").slice(0, 16)} ${name}`);
  await writeFile(join(pictures, `${name}.png`), encode({ width, height, data: pixels, channels: 4 }));
}
