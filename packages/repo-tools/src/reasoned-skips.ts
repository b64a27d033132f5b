import { type Expression, Visitor } from "oxc-parser";
import { lineAt, parseModule } from "./source-module.ts";
import type { Tree } from "./tree.ts";
import type { Violation } from "./violation.ts";

const suites = new Set(["it", "test", "describe", "suite", "bench", "context", "ctx", "task"]);
const ways = new Set(["skip", "skipIf", "runIf", "todo", "fails", "only"]);

/** A test that does not run has the reason in a comment beside it, and `only` is for the time of writing. */
export function reasonedSkips(tree: Tree): Violation[] {
  return tree.paths
    .filter((path) => /\.(test|bench)\.[cm]?[jt]s$/.test(path))
    .flatMap((path) => skipsOf(path, tree.read(path)));
}

function skipsOf(path: string, text: string): Violation[] {
  const { program, comments } = parseModule(path, text);
  const explained = new Set(comments.flatMap(({ end }) => [lineAt(text, end), lineAt(text, end) + 1]));
  const found: Violation[] = [];
  new Visitor({
    MemberExpression: ({ object, property }) => {
      if (property.type !== "Identifier" || !ways.has(property.name) || !suites.has(rootName(object))) return;
      const line = lineAt(text, property.start);
      if (property.name === "only") found.push({ path, line, reason: "runs this test only" });
      else if (!explained.has(line)) {
        found.push({ path, line, reason: `has "${property.name}" without a comment that gives the reason` });
      }
    },
  }).visit(program);
  return found;
}

/** Of `it.concurrent.each(rows)` it is `it`. */
function rootName(expression: Expression | { readonly type: "Super" }): string {
  if (expression.type === "Identifier") return expression.name;
  if (expression.type === "MemberExpression") return rootName(expression.object);
  if (expression.type === "CallExpression") return rootName(expression.callee);
  return "";
}
