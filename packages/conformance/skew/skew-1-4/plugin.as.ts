import { none } from "@polyplug/sdk-assemblyscript";
import { Options, Summary, Verdict } from "./bindings/filter";

export namespace filter {
  export function shorten(text: string, options: Options): Summary {
    const cut = text.substring(0, options.width);
    const verdict = cut == "" ? Verdict.Emptied : Verdict.Cut;
    return new Summary(cut, cut.length, verdict, none<u32>(), cut == "" ? 0 : cut.split("\n").length);
  }
}
