import { printableLine } from "@polyplug/errors";
import type { Capability, ExternInfo, Inspection, MemoryInfo, PluginInfo } from "@polyplug/host";
import { columns } from "../show/columns.ts";
import { count } from "../show/count.ts";
import { showName } from "../show/show-name.ts";
import { style } from "../show/style.ts";
import { grantings } from "./grantings.ts";

/** What `polyplug inspect` prints. */
export function showPluginInfo(file: string, info: Inspection): string {
  const sections = [section(printableLine(file), summary(info))];
  if (info.wit !== undefined) sections.push([style.heading("world"), ...info.wit.trimEnd().split("\n").map(witLine)]);
  if (info.kind === "module") {
    const imports = info.imports.map((item) => [showName(item.module), ...externRow(item)]);
    sections.push(section(`imports (${imports.length})`, imports));
    sections.push(section(`exports (${info.exports.length})`, info.exports.map(externRow)));
  }
  sections.push(section("would use, if granted", info.capabilities.map(capabilityRow)));
  return sections.map((lines) => `${lines.join("\n")}\n`).join("\n");
}

function section(title: string, rows: readonly (readonly string[])[]): string[] {
  return [style.heading(title), ...(rows.length === 0 ? [style.dim("  none")] : columns(rows))];
}

function witLine(line: string): string {
  return line === "" ? "" : `  ${printableLine(line)}`;
}

function summary(info: Inspection): string[][] {
  const { kind, entry, size, integrity, metadata, producers, memories, notes, unsupported = [] } = info;
  const rows = [
    ["kind", kind === "module" ? "core module" : "component"],
    ["size", `${count(size)} bytes`],
    ["integrity", integrity],
  ];
  for (const field of told) {
    const text = metadata[field];
    if (text !== undefined) rows.push([field, printableLine(text)]);
  }
  for (const part of unsupported) rows.push(["needs", `${printableLine(part)}, which cannot be had yet`]);
  if (entry !== undefined) rows.push(["entry", entries[entry]]);
  rows.push(["language", languages(info)]);
  for (const { field, name, version } of producers) {
    if (field === "language") continue;
    const tool = printableLine(version === "" ? name : `${name} ${version}`);
    rows.push([field === "processed-by" ? "made by" : printableLine(field), tool]);
  }
  for (const memory of memories) rows.push(["memory", showMemory(memory)]);
  for (const note of notes) rows.push(["note", printableLine(note)]);
  return rows;
}

/** What a plugin says of itself, in the order in which people ask. */
const told = ["name", "version", "description", "authors", "licenses", "homepage", "source", "revision"] as const;

/** The language of its author first, then what else the `producers` section names: often the C of a libc below it. */
function languages({ language, producers }: PluginInfo): string {
  const named = producers.filter(({ field }) => field === "language").map(({ name }) => name);
  const all = new Set(language === undefined ? named : [language, ...named]);
  return all.size === 0 ? "unknown" : [...all].map(showName).join(", ");
}

const entries: Readonly<Record<NonNullable<PluginInfo["entry"]>, string>> = {
  command: "command: `polyplug run` runs it",
  reactor: "reactor: set up by _initialize, then called",
  plain: "plain: called as it is",
};

function externRow({ name, type }: ExternInfo): string[] {
  return [showName(name), type];
}

function capabilityRow(capability: Capability): string[] {
  const { flag, grant } = grantings[capability];
  return [capability, flag, grant];
}

const pageBytes = 65_536;

function showMemory({ min, max, shared, index }: MemoryInfo): string {
  const least = `${pages(min)} (${count(min * pageBytes)} bytes)`;
  const most = max === undefined ? "no maximum" : `at most ${pages(max)} (${count(max * pageBytes)} bytes)`;
  const rest = [...(shared ? ["shared"] : []), ...(index === "i64" ? ["64-bit addresses"] : [])];
  return [least, most, ...rest].join(", ");
}

function pages(number: number): string {
  return number === 1 ? "1 page" : `${count(number)} pages`;
}
