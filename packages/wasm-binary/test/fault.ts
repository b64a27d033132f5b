import { decodeComponent, decodeModule } from "@polyplug/wasm-binary";
import { expect } from "vitest";
import { failure } from "./failure.ts";

/** A file that must not decode, and the whole of why. */
export interface Fault {
  readonly what: string;
  readonly file: Uint8Array;
  readonly reason: string;
}

export function expectFault(
  { file, reason }: Fault,
  code: "malformed" | "unsupported",
  action: "decode module" | "decode component" = "decode module",
): void {
  const error = failure(() => (action === "decode module" ? decodeModule : decodeComponent)(file));
  expect(error.message).toBe(`cannot ${action}: ${reason}`);
  expect(error.code).toBe(code);
  expect(error.action).toBe(action);
  expect(reason).toContain(`(at offset 0x${error.offset?.toString(16)})`);
  expect(reason.startsWith(error.path ?? "")).toBe(true);
}
