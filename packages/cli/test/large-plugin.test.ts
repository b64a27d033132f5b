import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { openWorkplace, type Workplace } from "./workplace.ts";

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace();
  return () => workplace.remove();
});

const i32 = 0x7f;

/** LEB128. */
function u32(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...u32(value >>> 7)];
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...u32(content.length), ...content];
}

test("one signature of a thousand parameters does not widen a hundred thousand others", async () => {
  const count = 100_000;
  const parameters = Array.from({ length: 1000 }, () => i32);
  const types = section(1, [2, 0x60, 0, 0, 0x60, ...u32(1000), ...parameters, 0]);
  const plain = Array.from({ length: count }, () => [1, 0x61, 1, 0x62, 0, 0]);
  const imports = section(2, [...u32(count + 1), ...plain.flat(), 1, 0x61, 1, 0x62, 0, 1]);
  const bytes = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...types, ...imports];
  await writeFile(join(workplace.folder, "large.wasm"), Uint8Array.from(bytes));
  const line = "NODE_OPTIONS=--max-old-space-size=250 polyplug inspect large.wasm | grep -c 'func ('";
  expect(await workplace.shell(line)).toEqual({ stdout: `${count + 1}\n`, stderr: "", exitCode: 0 });
});
