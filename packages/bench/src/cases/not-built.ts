import { type Row, rowOf, type Subject } from "../row.ts";

const subjects: readonly Subject[] = [
  { case: "one call on the worker tier", unit: "us", against: "postMessage and back", measure: "amount", target: 5 },
  { case: "one call on the process tier", unit: "us", against: "a pipe and back", measure: "ratio", target: 1.3 },
];

/** Targets of what does not exist yet. */
export function notBuilt(): Row[] {
  return subjects.map((subject) => rowOf(subject, new Map(), [], "not built yet"));
}
