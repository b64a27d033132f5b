import { styleText } from "node:util";
import type { Cell, Grid } from "./grid.ts";

/** A text and how it is painted. */
interface Painted {
  readonly text: string;
  readonly colour?: "green" | "yellow" | "red" | "dim";
}

/** Grids as text in columns, coloured where `stream` is a terminal with colours. */
export function showGrids(grids: readonly Grid[], stream: NodeJS.WriteStream): string {
  const cells = grids.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return [...grids.map((grid) => `${showGrid(grid, stream)}\n`), ...legend(cells)].join("\n");
}

function showGrid({ columns, rows }: Grid, stream: NodeJS.WriteStream): string {
  const lines: readonly (readonly Painted[])[] = [
    [{ text: "" }, ...columns.map(({ group }) => ({ text: group }))],
    [{ text: "" }, ...columns.map(({ title }) => ({ text: title }))],
    ...rows.map(({ variant, cells }) => [{ text: variant.title }, ...cells.map(showCell)]),
  ];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.text.length ?? 0))) ?? [];
  const paint = ({ text, colour }: Painted, column: number): string => {
    const padding = " ".repeat((widths[column] ?? 0) - text.length);
    const painted = colour === undefined ? text : styleText(colour, text, { stream });
    return column === 0 ? painted + padding : padding + painted;
  };
  return lines.map((line) => line.map(paint).join("  ").trimEnd()).join("\n");
}

function showCell(cell: Cell | undefined): Painted {
  if (cell === undefined) return { text: "-", colour: "dim" };
  const { total, passed, known, trouble } = cell;
  const text = `${trouble > 0 ? `!${trouble} ` : ""}${known > 0 ? `~${known} ` : ""}${passed}/${total}`;
  return { text, colour: trouble > 0 ? "red" : known > 0 ? "yellow" : "green" };
}

function legend(cells: readonly (Cell | undefined)[]): readonly string[] {
  const meanings = { known: "~ known not to pass, each with a reason", trouble: "! not foreseen" } as const;
  const shown = (["known", "trouble"] as const).filter((kind) => cells.some((cell) => (cell?.[kind] ?? 0) > 0));
  return ["cases passed/all", ...shown.map((kind) => meanings[kind])];
}
