import { type Random, seededRandom } from "../capabilities/random.ts";
import { maxRandomBytes } from "../limits.ts";
import { u64 } from "./argument.ts";
import type { InterfaceMembers } from "./interface-members.ts";
import type { Preview2Process } from "./preview2-process.ts";
import { Refusal } from "./refusal.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/random/wit/random.wit | wasi:random/random}. */
export function random(process: Preview2Process): InterfaceMembers {
  return {
    getRandomBytes: (length: bigint) => drawBytes(process.granted("random"), length),
    getRandomU64: () => drawU64(process.granted("random")),
  };
}

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/random/wit/insecure.wit | wasi:random/insecure}. */
export function insecure(process: Preview2Process): InterfaceMembers {
  const source = insecureSource(process);
  return {
    getInsecureRandomBytes: (length: bigint) => drawBytes(source, length),
    getInsecureRandomU64: () => drawU64(source),
  };
}

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/random/wit/insecure-seed.wit | wasi:random/insecure-seed}. */
export function insecureSeed(process: Preview2Process): InterfaceMembers {
  const source = insecureSource(process);
  return { insecureSeed: () => [drawU64(source), drawU64(source)] };
}

/**
 * What is insecure may be the same on every run, and then it gives nothing away: a runtime that seeds its hash tables
 * starts without the grant.
 */
function insecureSource({ capabilities }: Preview2Process): Random {
  return capabilities.random ?? seededRandom("insecure");
}

function drawBytes(source: Random, length: bigint): Uint8Array {
  if (u64(length) > maxRandomBytes) {
    throw new Refusal("trap", ` for ${length} bytes, allowed are ${maxRandomBytes}`);
  }
  const bytes = new Uint8Array(Number(length));
  source.fill(bytes);
  return bytes;
}

function drawU64(source: Random): bigint {
  const bytes = new Uint8Array(8);
  source.fill(bytes);
  return new DataView(bytes.buffer).getBigUint64(0, true);
}
