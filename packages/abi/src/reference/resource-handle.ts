import type { ResourceType } from "../types/resource-type.ts";
import type { CallScope } from "./call-scope.ts";

/**
 * What a guest holds by an index: a resource that it owns, or one that it borrows for the time of a call.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#resource-state | Canonical ABI, resource state}.
 */
export class ResourceHandle {
  readonly resource: ResourceType;
  /** What the implementer of the resource knows it by, an unsigned 32-bit integer. */
  readonly rep: number;
  /** The call that the handle is borrowed for, undefined for one that is owned. */
  readonly borrowedFor: CallScope | undefined;
  /** How many calls under way it is lent to: so long it is neither dropped nor handed over. */
  lends = 0;

  constructor(resource: ResourceType, rep: number, borrowedFor?: CallScope) {
    this.resource = resource;
    this.rep = rep;
    this.borrowedFor = borrowedFor;
  }
}
