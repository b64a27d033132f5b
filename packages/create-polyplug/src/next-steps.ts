import { relative } from "node:path";
import type { Created } from "./create.ts";

/** What to type next, one command a line. */
export function nextSteps({ folder, installed, template }: Created): readonly string[] {
  const path = relative(process.cwd(), folder);
  return [
    ...(path === "" ? [] : [`cd ${quoted(path)}`]),
    ...(installed ? [] : ["npm install"]),
    ...(template.id === "host" ? ["npm start", "npm test"] : ["npm run build", "npm test"]),
  ];
}

/** A path as a shell takes it for one word. */
function quoted(path: string): string {
  return /^[\w./@+:,-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
