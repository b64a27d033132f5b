import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { type Row, rowOf } from "../row.ts";

const subject = {
  case: "host bundle with everything, gzipped",
  unit: "kB",
  against: "",
  measure: "amount",
  target: 40,
} as const;

/** All that an application ships for the host: what it loads at once and what it loads later, each file compressed. */
export async function bundleSize(): Promise<Row> {
  const bundle = await rolldown({
    input: fileURLToPath(import.meta.resolve("@polyplug/host")),
    platform: "node",
    logLevel: "warn",
  });
  try {
    const { output } = await bundle.generate({ format: "esm", minify: true, comments: false });
    const sizes = output.map((file) => (file.type === "chunk" ? gzipSync(file.code, { level: 9 }).length : 0));
    const largest = output.reduce((sum, file) => sum + (file.type === "chunk" ? file.code.length : 0), 0);
    const note = `${output.length} files, ${(largest / 1000).toFixed(1)} kB before compression`;
    return rowOf(subject, new Map([["ours", sizes.reduce((sum, size) => sum + size, 0) / 1000]]), [], note);
  } finally {
    await bundle.close();
  }
}
