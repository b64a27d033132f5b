import type { Tree } from "@polyplug/repo-tools";

/** A repository that exists only here: the text of each file by its path. */
export function fixtureTree(files: Readonly<Record<string, string>>): Tree {
  return {
    root: "/checkouts/polyplug",
    paths: Object.keys(files).sort(),
    tracked: new Set(Object.keys(files)),
    read: (path) => {
      const text = files[path];
      if (text === undefined) throw new Error(`no ${path} in the fixture`);
      return text;
    },
  };
}

/** The text of a `package.json`. */
export function manifest(fields: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(fields);
}
