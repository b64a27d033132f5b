import { type Level, write } from "acme:text/log@1.2.0";
import type { Options, Outcome, TextFilterExports, TextFilterImports } from "acme:text/text-filter@1.2.0";

declare const now: TextFilterImports["now"];

// As the module of a plugin.
class Session {
  static open = () => 1;
  readonly options: Options;

  constructor(options: Options) {
    this.options = options;
  }

  feed(line: string): string | undefined {
    return this.options.scope === "whole-line" ? line : undefined;
  }
}

const level: Level = "info";

export const filter: TextFilterExports["filter"] = {
  Session,
  transform(line, { marks }): Outcome {
    write(level, `${line} at ${now()}`);
    return { tag: "changed", val: marks.join(line) };
  },
  histogram: (bytes) => [...bytes],
  able: ({ unicode }) => ({ unicode }),
  finish: (session) => [[session.feed("") ?? "", 1n]],
};

export const name: TextFilterExports["name"] = () => "usage";

// As a test that stands in for the host.
export const host: TextFilterImports = {
  "acme:text/log@1.2.0": { write: (_, line) => void line.length },
  now: () => 1n,
};
