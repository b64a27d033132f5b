import { tree } from "@polyplug/host/files";
import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "a directory is renamed into itself, and into what is in it",
  options: () => ({ grant: { files: tree({ "/": { in: { "file.txt": "inside" }, outside: "outside" } }) } }),
  seen: () => ({ gives: [28, 0, 28] }),
};
