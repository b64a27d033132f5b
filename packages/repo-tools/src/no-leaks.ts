import type { Tree } from "./tree.ts";
import type { Violation } from "./violation.ts";

/** Nothing in the repository tells on which machine, or from which registry, it was made. */
export function noLeaks(tree: Tree): Violation[] {
  const leaks = [
    { pattern: wholePath(tree.root), what: "the path of a checkout" },
    { pattern: /(?<![\w.~-])\/(?:home|Users)\/[a-z]\w*\//, what: "the path of somebody's home" },
    { pattern: /"resolved": "https?:/, what: "the address of a download" },
    {
      pattern:
        /\b(?:registry|npm|pypi|goproxy|crates)(?:\.[\w-]+)+\.(?:com|dev|io|net|org)\b|\b(?:files|proxy|sum|static|index)\.(?:crates|golang|pythonhosted)\./,
      what: "the host of a package registry",
    },
  ];
  return tree.paths.flatMap((path) => {
    const text = tree.read(path);
    // Most files are clean, and to look at a file in one piece is much quicker than line by line.
    const suspects = leaks.filter(({ pattern }) => pattern.test(text));
    if (suspects.length === 0) return [];
    return text
      .split("\n")
      .flatMap((content, index) =>
        suspects
          .filter(({ pattern }) => pattern.test(content))
          .map(({ what }) => ({ path, line: index + 1, reason: `holds ${what}` })),
      );
  });
}

function wholePath(path: string): RegExp {
  return new RegExp(`(?<![\\w.~-])${RegExp.escape(path)}(?![\\w-])`);
}
