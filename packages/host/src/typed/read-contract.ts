import { readContract as readBinary, type StringEncoding, type World } from "@polyplug/abi";
import { messageOf, PluginError } from "@polyplug/errors";
import type { Contract } from "./contract.ts";

/** A contract's world, and what strings are for a core plugin that says nothing of itself. */
export interface ContractWorld {
  readonly world: World;
  readonly encoding: StringEncoding;
}

/** Whatever it asks for. */
type AnyContract = Contract<object, never>;

const known = new WeakMap<AnyContract, ContractWorld>();

/** What a contract says, read once. Throws `bad-argument` where its binary form is none. */
export function readContract(contract: AnyContract, action: string): ContractWorld {
  const read = known.get(contract) ?? decode(contract, action);
  known.set(contract, read);
  return read;
}

function decode({ binary }: AnyContract, action: string): ContractWorld {
  try {
    return readBinary(Uint8Array.from(atob(binary), (letter) => letter.charCodeAt(0)));
  } catch (cause) {
    const reason = `contract is no component-type section in base64: ${messageOf(cause)}`;
    throw new PluginError({ code: "bad-argument", action, reason, path: "contract", cause });
  }
}
