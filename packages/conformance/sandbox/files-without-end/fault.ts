import { tree } from "@polyplug/host/files";
import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "a file is written without an end, and opened as often",
  options: () => ({ grant: { files: tree({ "/": {} }, { maxBytes: "1MiB" }) } }),
  seen: () => ({ gives: [51, 33] }),
};
