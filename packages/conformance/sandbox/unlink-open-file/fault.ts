import { tree } from "@polyplug/host/files";
import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "a file is removed while it is open, and read and written afterwards",
  options: () => ({ grant: { files: tree({ "/": { in: { "file.txt": "inside" }, outside: "outside" } }) } }),
  seen: () => ({ gives: [0, 0, 0, 7, 0, 44] }),
};
