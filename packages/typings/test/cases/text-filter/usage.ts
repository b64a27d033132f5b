import { loadPlugin, ResultError } from "@polyplug/host";
import { contract, type Failure, type Level, type Options, type Outcome } from "./text-filter.contract.ts";

export async function shout(lines: readonly string[]): Promise<string[]> {
  using plugin = await loadPlugin("./shout.wasm", {
    contract,
    imports: {
      "acme:text/log": { write: (level, line) => console.log(level satisfies Level, line.trim()) },
      now: () => 5n,
    },
  });
  const { filter, name } = plugin.exports;
  const options: Options = { scope: "whole-line", marks: ["*", name()] };
  const found = lines.map((line) => print(filter.transform(line, options)));

  using session = new filter.Session({ ...options, maxLength: undefined });
  const fed: string | undefined = session.feed("one");
  const open: number = filter.Session.open();
  const isSession: boolean = session instanceof filter.Session;
  const pairs: [string, bigint][] = filter.finish(session);

  const counts: Uint32Array = filter.histogram([1, 2, 3], Float64Array.of(0.5));
  const { unicode, rightToLeft } = filter.able({ unicode: true });
  const versioned = plugin.exports["acme:text/filter@1.2.0"].able({});
  return [...found, `${fed}${open}${isSession}${pairs}${counts}${unicode}${rightToLeft}${versioned.unicode}`];
}

/** The tag tells the cases apart, and all of them are there. */
function print(outcome: Outcome): string {
  switch (outcome.tag) {
    case "unchanged":
      return "";
    case "changed":
      return outcome.val;
    case "removed":
      return outcome.val.toUpperCase();
  }
}

export function lineOf(error: unknown): number | undefined {
  return ResultError.is(error) ? (error as ResultError<Failure>).payload.line : undefined;
}
