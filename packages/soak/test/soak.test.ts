import { runSoak } from "@polyplug/soak";
import { expect, test } from "vitest";

// `npm test` has a minute of it when everything else is done, `npm run soak` ten.
test("plugins that fail in every way leave nothing lost and nothing behind", async () => {
  const { tiers, trouble, leaks } = await runSoak({ seconds: 8, plugins: 4, seed: 1 });
  expect(trouble).toEqual([]);
  expect(leaks).toEqual([]);
  for (const report of Object.values(tiers)) expect(report.loads).toBeGreaterThan(0);
});
