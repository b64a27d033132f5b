import { "acme:text/filter@1.2.0" as byId, type Filter, filter, name, type Options } from "./text-filter.wasm";

const options: Options = { scope: "first-word", marks: [] };

export function use(): string {
  const same: Filter = byId;
  using session = new filter.Session(options);
  const outcome = same.transform(session.feed("line") ?? name(), options);
  // @ts-expect-error: it is not there for every case
  return outcome.tag === "unchanged" ? outcome.val : name();
}
