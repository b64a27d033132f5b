import type { Stat } from "../../tree/stat.ts";

export interface MetadataHash {
  readonly lower: bigint;
  readonly upper: bigint;
}

/**
 * Tells objects apart and not their contents: C libraries make inode numbers of it, and those must stay when a file is
 * written to.
 */
export function metadataHash({ device, ino }: Stat): MetadataHash {
  const lower = mix(mix(device) ^ ino);
  return { lower, upper: mix(lower) };
}

/** The finalizer of {@link https://prng.di.unimi.it/splitmix64.c | SplitMix64}, which takes no two numbers to one. */
function mix(value: bigint): bigint {
  let mixed = BigInt.asUintN(64, value + 0x9e3779b97f4a7c15n);
  mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n);
  mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
  return mixed ^ (mixed >> 31n);
}
