/** An example that a reader may copy: a module, and what it prints. */
export interface ReadmeExample {
  /** TypeScript. */
  readonly code: string;
  readonly output: string;
}

/**
 * The first `ts` block after `<!-- example: NAME -->`. What it prints stands in it as comments: at the end of a line that
 * calls `console.log`, or alone on the lines below it.
 */
export function readmeExample(markdown: string, name: string): ReadmeExample {
  const [, after] = markdown.split(`<!-- example: ${name} -->`, 2);
  const code = /^```ts\n(.*?)^```$/ms.exec(after ?? "")?.[1];
  if (code === undefined)
    throw new Error(`cannot find the example ${name}: no ts block after <!-- example: ${name} -->`);
  return { code, output: printedLines(code.split("\n")).join("\n") };
}

function printedLines(lines: readonly string[]): string[] {
  const printed: string[] = [];
  let isBelowLog = false;
  for (const line of lines) {
    const comment = /(?<before>^|.*\s)\/\/ (?<text>.*)$/.exec(line)?.groups;
    const isAlone = comment?.["before"]?.trim() === "";
    isBelowLog = line.includes("console.log(") || (isBelowLog && isAlone);
    if (isBelowLog && comment !== undefined) printed.push(comment["text"] ?? "");
  }
  return printed;
}
