import { camelCase } from "../values/camel-case.ts";

/** What an interface is called where no other has its name: `acme:text/word-filter@1.0.0` is `wordFilter`. */
export function shortName(id: string): string {
  return camelCase(id.replace(/@.*$/, "").replace(/^.*\//, ""));
}
