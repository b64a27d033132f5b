import { refuseUnknownKeys } from "@polyplug/errors";
import type { Grant } from "../grant.ts";
import { randomQuota } from "../limits.ts";
import { nameOf } from "./name-of.ts";
import { ownProperties } from "./own-properties.ts";
import { refuseGrant } from "./refuse-grant.ts";
import { seededBytes } from "./seeded-bytes.ts";

export interface Random {
  /** Fills the array, which is not in shared memory. */
  fill(bytes: Uint8Array<ArrayBuffer>): void;
}

const platformRandom: Random = {
  fill: (bytes) => {
    for (let start = 0; start < bytes.length; start += randomQuota) {
      crypto.getRandomValues(bytes.subarray(start, start + randomQuota));
    }
  },
};

export function openRandom(plugin: string, grant: Grant["random"]): Random | undefined {
  if (grant === undefined) return undefined;
  if (grant === true) return platformRandom;
  if (typeof grant !== "object" || grant === null) {
    return refuseGrant(plugin, "random", `expected true or { seed }, got ${nameOf(grant)}`);
  }
  const own = ownProperties(grant);
  refuseUnknownKeys(`grant random to ${plugin}`, "grant.random", own, ["seed"]);
  const seed: unknown = own.seed;
  if (typeof seed !== "string" && typeof seed !== "number" && typeof seed !== "bigint") {
    return refuseGrant(plugin, "random", `seed: expected a string, a number or a bigint, got ${nameOf(seed)}`);
  }
  return seededRandom(String(seed));
}

/** Bytes that anyone can know beforehand who knows the seed. */
export function seededRandom(seed: string): Random {
  const next = seededBytes(seed);
  return {
    fill: (bytes) => {
      for (let index = 0; index < bytes.length; index++) bytes[index] = next();
    },
  };
}
