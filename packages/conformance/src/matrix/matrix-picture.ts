import type { CaseResult } from "./case-result.ts";
import { type Cell, gridOf } from "./grid.ts";
import { shortTitle } from "./way.ts";

const labels = 190;
const [cellWidth, cellHeight, gap] = [86, 24, 4];
const head = 48;
const foot = 34;

/**
 * Both for light and for dark surroundings: the colours of text that stands on no cell change with what the reader has
 * chosen, and are grey where nothing is known of that.
 */
const style = `text { font: 13px ui-sans-serif, system-ui, sans-serif; fill: #6e7781 }
.name { fill: #57606a } .pass { fill: #1a7f37 } .known { fill: #9a6700 } .trouble { fill: #cf222e }
.count { fill: #fff; text-anchor: middle } .title { text-anchor: middle } .none { fill: none; stroke: #8b949e; stroke-opacity: .4 }
@media (prefers-color-scheme: dark) { text { fill: #9198a1 } .name { fill: #d1d7e0 } .count { fill: #fff } }`;

/** The grid as a picture in SVG. The same results make the same bytes. */
export function matrixPicture(results: readonly CaseResult[]): string {
  const { ways, rows } = gridOf(results);
  const width = labels + ways.length * (cellWidth + gap);
  const height = head + rows.length * (cellHeight + gap) + foot;
  const left = (column: number) => labels + column * (cellWidth + gap);
  const spans = [...new Set(ways.map(({ lowering }) => lowering))].map((lowering) => {
    const columns = ways.flatMap((way, column) => (way.lowering === lowering ? [column] : []));
    const [first = 0, last = 0] = [columns[0], columns.at(-1)];
    return text("title name", (left(first) + left(last) + cellWidth) / 2, 16, lowering);
  });
  const titles = ways.map((way, column) => text("title", left(column) + cellWidth / 2, 36, shortTitle(way)));
  const lines = rows.flatMap(({ variant, cells }, place) => {
    const top = head + place * (cellHeight + gap);
    return [
      text("name", 0, top + 17, variant.title),
      ...cells.flatMap((cell, column) => cellShapes(cell, left(column), top)),
    ];
  });
  const keys = legend(
    height - 12,
    rows.flatMap(({ cells }) => cells),
  );
  const corner = text("", 0, 36, "cases passed of all");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>Cases passed, by language and by the way in which they run</title>
<style>
${style}
</style>
${[corner, ...spans, ...titles, ...lines, ...keys].join("\n")}
</svg>
`;
}

function cellShapes(cell: Cell | undefined, x: number, y: number): readonly string[] {
  if (cell === undefined) return [box("none", x, y)];
  return [box(kindOf(cell), x, y), text("count", x + cellWidth / 2, y + 17, `${cell.passed}/${cell.total}`)];
}

function kindOf({ known, trouble }: Cell): "pass" | "known" | "trouble" {
  if (trouble > 0) return "trouble";
  return known > 0 ? "known" : "pass";
}

function legend(y: number, cells: readonly (Cell | undefined)[]): readonly string[] {
  const kinds = new Set(cells.map((cell) => (cell === undefined ? "none" : kindOf(cell))));
  const meanings = [
    ["pass", "all pass", 80],
    ["known", "the others are known not to, for a reason", 282],
    ["trouble", "not foreseen", 110],
    ["none", "its tools do not make it", 170],
  ] as const;
  let x = 0;
  return meanings.flatMap(([kind, meaning, width]) => {
    if (!kinds.has(kind)) return [];
    const shapes = [
      `<rect class="${kind}" x="${x + 0.5}" y="${y - 10.5}" width="12" height="12" rx="3"/>`,
      text("", x + 18, y, meaning),
    ];
    x += width;
    return shapes;
  });
}

function box(kind: string, x: number, y: number): string {
  return `<rect class="${kind}" x="${x + 0.5}" y="${y + 0.5}" width="${cellWidth - 1}" height="${cellHeight - 1}" rx="5"/>`;
}

function text(kind: string, x: number, y: number, content: string): string {
  return `<text class="${kind}" x="${x}" y="${y}">${escaped(content)}</text>`;
}

function escaped(content: string): string {
  return content.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
