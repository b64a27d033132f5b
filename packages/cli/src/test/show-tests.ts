import { printable, printableLine } from "@polyplug/errors";
import { columns } from "../show/columns.ts";
import { style } from "../show/style.ts";
import type { CaseOutcome } from "./judge-case.ts";
import type { CasesResult, ProgramsResult } from "./test.ts";

/** What `polyplug test` prints. */
export function showTests(cases: readonly CasesResult[], programs: readonly ProgramsResult[]): string {
  const parts = [...cases.map(showCases), ...programs.map(showPrograms)];
  const outcomes = cases.flatMap((result) => result.cases);
  if (cases.length > 0) {
    const passed = outcomes.filter((one) => one.passed).length;
    const failed = outcomes.length - passed;
    parts.push(failed === 0 ? `all ${passed} cases pass\n` : `${failed} of ${outcomes.length} cases fail\n`);
  }
  return parts.join("\n");
}

function showCases({ file, plugin, cases }: CasesResult): string {
  const heading = style.heading(`${printableLine(file)} with ${printableLine(plugin)}`);
  const lines = cases.length === 0 ? [style.dim("  none")] : cases.flatMap(showCase);
  return `${[heading, ...lines].join("\n")}\n`;
}

function showCase({ name, passed, call, differences, output }: CaseOutcome): string[] {
  if (passed) return [`  pass  ${printableLine(name)}`];
  const rows = [["call", printableLine(call)]];
  for (const { of, wanted, found } of differences) {
    rows.push([of === "end" ? "wanted" : "wanted calls", printableLine(wanted)]);
    rows.push([of === "end" ? "found" : "found calls", printableLine(found)]);
  }
  const written =
    output === ""
      ? []
      : [
          "  wrote",
          ...printable(output)
            .trimEnd()
            .split("\n")
            .map((line) => `    ${line}`),
        ];
  return [
    style.heading(`  FAIL  ${printableLine(name)}`),
    ...[...columns(rows), ...written].map((line) => `      ${line}`),
  ];
}

function showPrograms({ plugin, output }: ProgramsResult): string {
  return `${style.heading(`tests with ${printableLine(plugin)}`)}\n${output}`;
}
