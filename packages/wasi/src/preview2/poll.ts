import { maxSubscriptions } from "../limits.ts";
import { array, resource } from "./argument.ts";
import type { InterfaceMembers } from "./interface-members.ts";
import { awaitFirst, Pollable } from "./pollable.ts";
import type { Preview2Process } from "./preview2-process.ts";
import { Refusal } from "./refusal.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/io/wit/poll.wit | wasi:io/poll}. */
export function poll(process: Preview2Process): InterfaceMembers {
  return {
    Pollable,
    poll: (pollables: readonly Pollable[]) => {
      const { length } = array(pollables);
      if (length > maxSubscriptions) {
        throw new Refusal("trap", ` with ${length} pollables, allowed are ${maxSubscriptions}`);
      }
      if (length === 0) throw new Refusal("trap", " with no pollable");
      return awaitFirst(
        process,
        pollables.map((one) => resource(Pollable, one)),
      );
    },
  };
}
