import { PluginError, type PluginErrorCode, type PluginErrorInit } from "@polyplug/errors";
import type { FunctionOptions } from "./canonical-abi.ts";

/** What an error says of the export that the host called: nothing where a component called it, or where it is an import. */
export type Called = Pick<PluginErrorInit, "plugin" | "export">;

/** What is lifted or lowered, for messages, and the code of an error where a JavaScript value does not fit. */
export interface Subject extends Called {
  readonly action: string;
  readonly code: PluginErrorCode;
}

/** The export that such a function is to the host, if it is one. */
export function calledExport({ name, caller, guard }: Pick<FunctionOptions, "name" | "caller" | "guard">): Called {
  return caller === undefined ? { plugin: guard?.plugin, export: name } : {};
}

/** The error for what is wrong at a place in a value; the path is empty for the value itself. */
export function errorAbout(
  subject: Subject,
  place: string,
  { code, reason, cause }: Pick<PluginErrorInit, "code" | "reason" | "cause">,
): PluginError {
  const path = place.replace(/^\./, "");
  const where = path === "" ? { reason } : { reason: `${path}: ${reason}`, path };
  return new PluginError({ ...subject, code, cause, ...where });
}
