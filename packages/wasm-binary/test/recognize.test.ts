import { gzipSync } from "node:zlib";
import { decodeModule, recognize } from "@polyplug/wasm-binary";
import { describe, expect, test } from "vitest";
import { bytes } from "./bytes.ts";
import { failure } from "./failure.ts";

describe("recognize", () => {
  test("tells a module from a component", () => {
    expect(recognize(bytes("\0asm", [1, 0, 0, 0]))).toBe("module");
    expect(recognize(bytes("\0asm", [0x0d, 0, 1, 0]))).toBe("component");
  });

  test.each([
    { what: "nothing", file: bytes(), reason: "it is empty" },
    { what: "half a magic number", file: bytes("\0as"), reason: "it does not begin with \\0asm" },
    { what: "half a header", file: bytes("\0asm", [1, 0]), reason: "it ends inside the header: it has 6 of 8 bytes" },
    { what: "noise", file: bytes([0xde, 0xad, 0xbe, 0xef]), reason: "it does not begin with \\0asm" },
    {
      what: "gzip",
      file: new Uint8Array(gzipSync("\0asm")),
      reason: "it does not begin with \\0asm, it looks like gzip data",
    },
    {
      what: "a zip archive",
      file: bytes("PK", [3, 4, 20]),
      reason: "it does not begin with \\0asm, it looks like a zip archive",
    },
    {
      what: "an ELF binary",
      file: bytes([0x7f], "ELF", [2, 1, 1]),
      reason: "it does not begin with \\0asm, it looks like an ELF binary",
    },
    {
      what: "the text format",
      file: bytes("\n  (module (func))"),
      reason: "it does not begin with \\0asm, it looks like WebAssembly text: assemble it first",
    },
    {
      what: "an error page",
      file: bytes("<!DOCTYPE html><title>404</title>"),
      reason: "it does not begin with \\0asm, it looks like HTML: was it fetched from the right address?",
    },
    {
      what: "JavaScript",
      file: bytes('import { add } from "./add.js";'),
      reason: "it does not begin with \\0asm, it looks like JavaScript or TypeScript source",
    },
    { what: "JSON", file: bytes('{ "a": 1 }'), reason: "it does not begin with \\0asm, it looks like JSON" },
    { what: "prose", file: bytes("Hello."), reason: "it does not begin with \\0asm, it looks like text" },
  ])("refuses $what", ({ file, reason }) => {
    const error = failure(() => recognize(file));
    expect(error.code).toBe("not-wasm");
    expect(error.message).toBe(`cannot decode module: ${reason}`);
    expect(error.offset).toBeLessThanOrEqual(file.length);
  });

  test.each([
    { header: [2, 0, 0, 0], reason: "it is of version 2, layer 0; only version 1 is known" },
    { header: [0x0a, 0, 1, 0], reason: "it is of version 10, layer 1; only component version 13 is known" },
    { header: [1, 0, 7, 0], reason: "it is of version 1, layer 7; only version 1 is known" },
  ])("does not know the header $header", ({ header, reason }) => {
    const error = failure(() => recognize(bytes("\0asm", header)));
    expect(error).toMatchObject({ code: "unsupported", reason, offset: 4 });
  });

  test("sees through 100 MB of zeros", () => {
    const error = failure(() => decodeModule(new Uint8Array(100_000_000)));
    expect(error).toMatchObject({ code: "not-wasm", reason: "it does not begin with \\0asm, it looks like zeros" });
  });
});

test("decodeModule refuses a component", () => {
  const error = failure(() => decodeModule(bytes("\0asm", [0x0d, 0, 1, 0])));
  expect(error).toMatchObject({
    code: "unsupported",
    reason: "it is a component, not a core module (at offset 0x6)",
    offset: 6,
  });
});
