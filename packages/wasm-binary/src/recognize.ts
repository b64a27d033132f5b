import { PluginError } from "@polyplug/errors";

const action = "decode module";

/** `\0asm` as a little-endian u32, as the two fields after it are read as well. */
const magic = 0x6d736100;
const headerSize = 8;
const moduleVersion = 1;
const componentVersion = 0x0d;

/**
 * Tells a core module from a component by the eight bytes of the header.
 *
 * Throws `not-wasm` when there is no such header, saying what the bytes look like where that is plain; `unsupported`
 * when the header has a version or layer that is neither.
 *
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#binary-module | binary format, binary module}
 * and {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#component-definitions |
 * component model, component definitions}.
 */
export function recognize(bytes: Uint8Array): "module" | "component" {
  if (bytes.length === 0) throw new PluginError({ code: "not-wasm", action, reason: "it is empty", offset: 0 });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint32(0, true) !== magic) {
    const reason = `it does not begin with \\0asm${lookalike(bytes)}`;
    throw new PluginError({ code: "not-wasm", action, reason, offset: 0 });
  }
  if (bytes.length < headerSize) {
    const reason = `it ends inside the header: it has ${bytes.length} of ${headerSize} bytes`;
    throw new PluginError({ code: "not-wasm", action, reason, offset: bytes.length });
  }
  const version = view.getUint16(4, true);
  const layer = view.getUint16(6, true);
  if (layer === 0 && version === moduleVersion) return "module";
  if (layer === 1 && version === componentVersion) return "component";
  const wanted = layer === 1 ? `component version ${componentVersion}` : `version ${moduleVersion}`;
  const reason = `it is of version ${version}, layer ${layer}; only ${wanted} is known`;
  throw new PluginError({ code: "unsupported", action, reason, offset: 4 });
}

/** First bytes of what gets taken for wasm. */
const signatures: readonly { readonly starts: readonly number[]; readonly is: string }[] = [
  { starts: [0x1f, 0x8b], is: "gzip data" },
  { starts: [0x28, 0xb5, 0x2f, 0xfd], is: "zstd data" },
  { starts: [0x50, 0x4b, 0x03, 0x04], is: "a zip archive" },
  { starts: [0x7f, 0x45, 0x4c, 0x46], is: "an ELF binary" },
  { starts: [0x4d, 0x5a], is: "a Windows binary" },
  { starts: [0xcf, 0xfa, 0xed, 0xfe], is: "a Mach-O binary" },
  { starts: [0x42, 0x43, 0xc0, 0xde], is: "LLVM bitcode" },
  { starts: [0x21, 0x3c, 0x61, 0x72, 0x63, 0x68, 0x3e], is: "a static library" },
  { starts: [0x00, 0x00, 0x00, 0x00], is: "zeros" },
];

const texts: readonly { readonly pattern: RegExp; readonly is: string }[] = [
  { pattern: /^\((module|component)\b|^\(;|^;;/, is: "WebAssembly text: assemble it first" },
  { pattern: /^<(!doctype html|html|head|body)/i, is: "HTML: was it fetched from the right address?" },
  { pattern: /^<\?xml|^<svg/, is: "XML" },
  { pattern: /^version https:\/\/git-lfs/, is: "a Git LFS pointer: fetch the file itself" },
  {
    pattern:
      /^(#!.*node|"use strict"|'use strict'|import\b|export\b|(async )?function\b|const\b|let\b|var\b|\/\/|\/\*)/,
    is: "JavaScript or TypeScript source",
  },
  { pattern: /^[{[]/, is: "JSON" },
];

function lookalike(bytes: Uint8Array): string {
  const found = signatures.find(({ starts }) => starts.every((byte, index) => bytes[index] === byte))?.is;
  const is = found ?? looksLikeText(bytes);
  return is === undefined ? "" : `, it looks like ${is}`;
}

/** Only the beginning is looked at, so that a large file costs no more than a small one. */
function looksLikeText(bytes: Uint8Array): string | undefined {
  const beginning = bytes.subarray(0, 256);
  if (!beginning.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)) return undefined;
  const text = new TextDecoder().decode(beginning).trimStart();
  return texts.find(({ pattern }) => pattern.test(text))?.is ?? (text.includes("\uFFFD") ? undefined : "text");
}
