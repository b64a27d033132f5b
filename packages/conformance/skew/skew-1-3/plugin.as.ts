import { some } from "@polyplug/sdk-assemblyscript";
import { Options, Summary, Verdict } from "./bindings/filter";
import { Level, write } from "./bindings/log";

export namespace filter {
  export function shorten(text: string, options: Options): Summary {
    const removed = text.length - <i32>options.width;
    if (removed <= 0) return new Summary(text, text.length, Verdict.Kept, some<u32>(0));
    write(Level.Warning, `cut ${removed}`, "filter");
    const ellipsis = options.ellipsis;
    const cut = text.substring(0, options.width) + (ellipsis === null ? "" : ellipsis);
    return new Summary(cut, cut.length, Verdict.Cut, some<u32>(removed));
  }
}
