/** Prints how many milliseconds of a processor a second takes in which so many workers have plugins and no calls. */
import { setTimeout as pass } from "node:timers/promises";
import { loadPlugin } from "@polyplug/host";

const [, , file = "", count = ""] = process.argv;
const load = () => loadPlugin(file, { isolation: "worker" });
const plugins = await Promise.all(Array.from({ length: Number(count) }, load));
for (const { exports } of plugins) if ((await exports.adder(1, 7)) !== 8) throw new Error("adder(1, 7) is not 8");

let used = Number.POSITIVE_INFINITY;
// What an engine still collects and compiles after loading is over soon.
for (let second = 0; second < 3; second++) {
  const before = process.cpuUsage();
  await pass(1_000);
  const { user, system } = process.cpuUsage(before);
  used = Math.min(used, (user + system) / 1_000);
}
console.log(used);
for (const plugin of plugins) plugin.dispose();
