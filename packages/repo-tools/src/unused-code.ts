import { join } from "node:path";
import { run } from "./run.ts";
import type { Violation } from "./violation.ts";

interface KnipIssue {
  readonly name: string;
  readonly line?: number;
}

interface KnipReport {
  readonly issues: readonly ({ readonly file: string } & Readonly<Record<string, string | readonly KnipIssue[]>>)[];
}

/** Files, exports and dependencies that nothing uses, as knip finds them with the `knip.json` of a project. */
export async function unusedCode(
  project: string,
  knip: string = join(project, "node_modules/.bin/knip"),
): Promise<Violation[]> {
  const { exitCode, stdout, stderr } = await run(
    knip,
    ["--reporter", "json", "--no-progress", "--treat-config-hints-as-errors"],
    project,
  );
  // 1 is knip's word for findings.
  if (exitCode > 1 || !stdout.startsWith("{")) throw new Error(`cannot run knip: ${stdout}${stderr}`);
  const report: KnipReport = JSON.parse(stdout);
  const unused = report.issues.flatMap(({ file, ...kinds }) =>
    Object.entries(kinds).flatMap(([kind, issues]) =>
      typeof issues === "string"
        ? []
        : issues.map(({ name, line }) => ({
            path: file,
            line,
            reason: `knip: ${kind}${name === file ? "" : `: ${name}`}`,
          })),
    ),
  );
  if (exitCode === 1 && unused.length === 0) return [{ path: "knip.json", reason: `knip: ${stderr.trim()}` }];
  return unused;
}
