import type { SoakReport } from "./run-soak.ts";

/** The report for people. */
export function showReport({ tiers, trouble, leaks, seconds }: SoakReport): string {
  const lines = [`${seconds.toFixed(1)} s`];
  for (const [tier, report] of Object.entries(tiers)) {
    const faults = Object.values(report.faults).reduce((sum, one) => sum + one, 0);
    lines.push(`${tier.padEnd(10)} ${report.loads} loads, ${report.answered} answers, ${faults} faults survived`);
  }
  lines.push(...trouble.map((one) => `trouble: ${one}`));
  lines.push(...leaks.map((leak) => `leak: ${leak.of}: ${leak.before} before, ${leak.after} after`));
  if (trouble.length + leaks.length === 0) lines.push("nothing lost, nothing left");
  return lines.join("\n");
}
