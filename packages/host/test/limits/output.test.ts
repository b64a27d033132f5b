import { type Limits, loadPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { failure } from "../failure.ts";
import { wat } from "../wat.ts";

interface Writer {
  write(descriptor: number): number;
}

/** Writes 8 bytes to a descriptor. */
const writer = wat(`(module
  (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1) (data (i32.const 0) "\\10\\00\\00\\00\\08\\00\\00\\00") (data (i32.const 16) "12345678")
  (func (export "write") (param i32) (result i32)
    (call $write (local.get 0) (i32.const 0) (i32.const 1) (i32.const 8))))`);

async function written(limits: Limits | undefined, stdoutBound?: number) {
  const chunks: string[] = [];
  const to = (chunk: Uint8Array): void => void chunks.push(Buffer.from(chunk).toString());
  const stdout = stdoutBound === undefined ? to : { to, maxBytes: stdoutBound };
  const plugin = await loadPlugin<Writer>(writer, { grant: { stdout, stderr: to }, limits });
  return { ...plugin.exports, chunks };
}

test("stdout and stderr together take what limits.output says; what goes beyond is cut once", async () => {
  const { write, chunks } = await written({ output: 20 });
  expect([write(1), write(2)]).toEqual([0, 0]);
  const error = await failure(() => write(1));
  expect(error).toMatchObject({ code: "output-limit", path: "limits.output" });
  expect(error.message).toBe("cannot call write: limits.output: 24 bytes used, 20 allowed");
  expect(chunks.join("")).toBe("12345678123456781234");
});

test("a stream with a bound of its own has that alone, unless there is a limit for all", async () => {
  const own = await written(undefined, 12);
  own.write(1);
  expect((await failure(() => own.write(1))).message).toContain("limit stdout: 16 bytes used, 12 allowed");
  const both = await written({ output: "10B" }, 12);
  both.write(1);
  expect(await failure(() => both.write(1))).toMatchObject({ path: "limits.output" });
});
