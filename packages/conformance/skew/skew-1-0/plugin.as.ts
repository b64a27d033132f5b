import { Options, Summary, Verdict } from "./bindings/filter";
import { Level, write } from "./bindings/log";

export namespace filter {
  export function shorten(text: string, options: Options): Summary {
    const removed = text.length - <i32>options.width;
    if (removed <= 0) return new Summary(text, text.length, Verdict.Kept);
    write(Level.Warning, `cut ${removed}`);
    return new Summary(text.substring(0, options.width), options.width, Verdict.Cut);
  }
}
