import { tree } from "@polyplug/host/files";
import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "a link to what is not there, and one to itself",
  options: () => ({ grant: { files: tree({ "/": { in: { "file.txt": "inside" }, outside: "outside" } }) } }),
  seen: () => ({ gives: [0, 44, 0, 32] }),
};
