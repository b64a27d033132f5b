import { tree } from "@polyplug/host/files";
import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "two links that lead out together: s to its own directory, l to s/../outside",
  options: () => ({ grant: { files: tree({ "/": { in: { "file.txt": "inside" }, outside: "outside" } }) } }),
  seen: () => ({ gives: [0, 0, 76, 76] }),
};
