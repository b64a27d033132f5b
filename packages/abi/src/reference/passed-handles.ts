import type { ResourceType } from "../types/resource-type.ts";
import { HandleTable } from "./handle-table.ts";
import { ResourceHandle } from "./resource-handle.ts";

/**
 * The handles of two sides that know every resource by its representation, as those of one host in two threads do: a
 * handle is the representation itself, and who owns it is for those to remember who map it.
 */
export class PassedHandles extends HandleTable {
  override implements(): boolean {
    return true;
  }

  override get(index: number, wanted?: ResourceType): ResourceHandle | undefined {
    return wanted && new ResourceHandle(wanted, index);
  }

  override get overflow(): undefined {
    return undefined;
  }

  override add({ rep }: ResourceHandle): number {
    return rep;
  }

  override remove(): void {
    // There is nothing to keep.
  }
}
