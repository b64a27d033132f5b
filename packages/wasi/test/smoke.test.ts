import { createPreview1, preview1Signatures } from "@polyplug/wasi";
import { expect, test } from "vitest";

test("smoke", () => {
  const chunks: string[] = [];
  const w = createPreview1({ stdout: (c) => void chunks.push(new TextDecoder().decode(c)) }, { name: "x" });
  const memory = new WebAssembly.Memory({ initial: 1 });
  w.bind(memory);
  const v = new DataView(memory.buffer);
  v.setUint32(0, 8, true);
  v.setUint32(4, 3, true);
  new Uint8Array(memory.buffer).set([104, 105, 10], 8);
  expect(w.imports.fd_write?.(1, 0, 1, 100)).toBe(0);
  expect(v.getUint32(100, true)).toBe(3);
  expect(chunks).toEqual(["hi\n"]);
  expect(Object.keys(w.imports).length).toBe(46);
  for (const [n, s] of preview1Signatures) expect(w.imports[n]?.length).toBe(s.params.length);
});
