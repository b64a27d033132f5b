const gap = "  ";

/** Rows as aligned lines, indented. Widths are counted in code points, so a wide script may shift its own line. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, width(cell));
  }
  return rows.map((row) => {
    // The last cell is as wide as it is: a signature of a thousand parameters must not widen all the others.
    const padded = row.map((cell, column) => (column === row.length - 1 ? cell : pad(cell, widths[column] ?? 0)));
    return gap + padded.join(gap).trimEnd();
  });
}

function pad(cell: string, wanted: number): string {
  return cell + " ".repeat(wanted - width(cell));
}

function width(cell: string): number {
  return [...cell].length;
}
