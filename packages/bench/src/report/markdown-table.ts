/** A table in Markdown, with its columns under each other; the first `names` of them hold names, the others figures. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[], names: number): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(3, ...all.map((cells) => cells[column]?.length ?? 0)));
  const padded = (cell: string, column: number) => {
    const width = widths[column] ?? 0;
    return column < names ? cell.padEnd(width) : cell.padStart(width);
  };
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = widths.map((width, column) => (column < names ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  const [header = "", ...body] = all.map((cells) => line(cells.map(padded)));
  return [header, line(rule), ...body].join("\n");
}
