import { tree } from "@polyplug/host/files";
import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "41 links, each to the one before, of which 40 are followed",
  options: () => ({ grant: { files: tree({ "/": { in: { "file.txt": "inside" }, outside: "outside" } }) } }),
  seen: () => ({ gives: [0, 32] }),
};
