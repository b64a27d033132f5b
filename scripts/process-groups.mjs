import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** Programs that would leave the system half configured if those they started were ended. */
const spared = new Set(["apt-get", "dpkg"]);

/**
 * The process groups of a process and of everything below it. Compilers lead groups of their own, and nothing leads to
 * them any more once the one that started them has ended: this is to be asked before.
 */
export function processGroups(root) {
  const all = allProcesses();
  const groups = new Set();
  const visit = (process) => {
    groups.add(process.group);
    if (spared.has(process.name)) return;
    for (const child of all) if (child.parent === process.pid) visit(child);
  };
  for (const process of all) if (process.pid === root) visit(process);
  return groups;
}

function allProcesses() {
  if (process.platform === "linux") return readdirSync("/proc").flatMap(processOfFolder);
  const lines = execFileSync("ps", ["-Ao", "pid=,ppid=,pgid=,comm="], { encoding: "utf8" }).trim().split("\n");
  return lines.map((line) => {
    const [pid, parent, group, ...name] = line.trim().split(/\s+/);
    return { pid: Number(pid), parent: Number(parent), group: Number(group), name: name.join(" ") };
  });
}

/** Slim systems have no ps, and this has to work while the reader waits. */
function processOfFolder(folder) {
  if (!/^\d+$/.test(folder)) return [];
  try {
    const text = readFileSync(`/proc/${folder}/stat`, "utf8");
    // The name stands in parentheses and may have some of its own.
    const name = text.slice(text.indexOf("(") + 1, text.lastIndexOf(")"));
    const [, , parent, group] = text.slice(text.lastIndexOf(")")).split(" ");
    return [{ pid: Number(folder), parent: Number(parent), group: Number(group), name }];
  } catch (error) {
    // It ended between the two.
    if (error.code === "ENOENT" || error.code === "ESRCH") return [];
    throw error;
  }
}
