const gap = "  ";

/**
 * Rows as aligned lines, indented. Widths are counted in code points, so a wide script may shift its own line.
 */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, width(cell));
  }
  return rows.map((row) => {
    const cells = row.map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - width(cell)));
    return gap + cells.join(gap).trimEnd();
  });
}

function width(cell: string): number {
  return [...cell].length;
}
