import { loadPlugin, ResultError } from "@polyplug/host";
import type { BuiltTypedGuest } from "@polyplug/toolchains";
import { contract } from "../../../examples/text-filter/text-filter.contract.ts";

/** What a text filter did. */
export interface ShownFilter {
  /** In bytes. */
  readonly size: number;
  readonly answer: string;
  /** What it throws for an empty text. */
  readonly refusal: string;
  /** The lines that it wrote to its host. */
  readonly log: readonly string[];
}

/** Loads a text filter by its contract and has it transform a text, and one that it refuses. */
export async function showFilter({ path, grant }: Pick<BuiltTypedGuest, "path" | "grant">): Promise<ShownFilter> {
  const log: string[] = [];
  const write = (line: string): void => {
    log.push(line);
  };
  const plugin = await loadPlugin(path, { contract, imports: { "acme:text/log": { write } }, grant });
  const answer = plugin.exports.transform("hello");
  const refusal = refusalOf(() => plugin.exports.transform(""));
  plugin.dispose();
  return { size: plugin.info.size, answer, refusal, log };
}

function refusalOf(call: () => string): string {
  try {
    return call();
  } catch (error) {
    if (ResultError.is(error)) return `${error.name}: ${error.message}`;
    throw error;
  }
}
