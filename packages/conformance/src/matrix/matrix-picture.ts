import type { CaseResult } from "./case-result.ts";
import { type Cell, type Grid, gridsOf } from "./grid.ts";

const labels = 190;
/** Of all cells of a row together, however many they are. */
const rowWidth = 460;
const [cellHeight, gap] = [24, 4];
const head = 48;
const foot = 34;
const between = 16;

/**
 * Both for light and for dark surroundings: the colours of text that stands on no cell change with what the reader has
 * chosen, and are grey where nothing is known of that.
 */
const style = `text { font: 13px ui-sans-serif, system-ui, sans-serif; fill: #6e7781 }
.name { fill: #57606a } .pass { fill: #1a7f37 } .known { fill: #9a6700 } .trouble { fill: #cf222e }
.count { fill: #fff; text-anchor: middle } .title { text-anchor: middle } .none { fill: none; stroke: #8b949e; stroke-opacity: .4 }
@media (prefers-color-scheme: dark) { text { fill: #9198a1 } .name { fill: #d1d7e0 } .count { fill: #fff } }`;

/** The grids as a picture in SVG, one below the other. The same results make the same bytes. */
export function matrixPicture(results: readonly CaseResult[]): string {
  const grids = gridsOf(results);
  let top = 0;
  const shapes = grids.flatMap((grid) => {
    const drawn = gridShapes(grid, top);
    top += heightOf(grid) + between;
    return drawn;
  });
  const [width, height] = [labels + rowWidth, top - between + foot];
  const keys = legend(
    height - 12,
    grids.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>Cases passed, by language and by the way in which they run</title>
<style>
${style}
</style>
${[...shapes, ...keys].join("\n")}
</svg>
`;
}

function heightOf({ rows }: Grid): number {
  return head + rows.length * (cellHeight + gap);
}

function gridShapes({ columns, rows }: Grid, top: number): readonly string[] {
  const width = rowWidth / columns.length;
  const left = (column: number) => labels + column * width;
  const middle = (column: number) => left(column) + (width - gap) / 2;
  const spans = [...new Set(columns.map(({ group }) => group))].map((group) => {
    const own = columns.flatMap((column, place) => (column.group === group ? [place] : []));
    return text("title name", (middle(own[0] ?? 0) + middle(own.at(-1) ?? 0)) / 2, top + 16, group);
  });
  const titles = columns.map(({ title }, column) => text("title", middle(column), top + 36, title));
  const lines = rows.flatMap(({ variant, cells }, place) => {
    const y = top + head + place * (cellHeight + gap);
    return [
      text("name", 0, y + 17, variant.title),
      ...cells.flatMap((cell, column) => [
        box(cell === undefined ? "none" : kindOf(cell), left(column), y, width - gap),
        ...(cell === undefined ? [] : [text("count", middle(column), y + 17, `${cell.passed}/${cell.total}`)]),
      ]),
    ];
  });
  return [text("", 0, top + 36, "cases passed of all"), ...spans, ...titles, ...lines];
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

function box(kind: string, x: number, y: number, width: number): string {
  return `<rect class="${kind}" x="${x + 0.5}" y="${y + 0.5}" width="${width - 1}" height="${cellHeight - 1}" rx="5"/>`;
}

function text(kind: string, x: number, y: number, content: string): string {
  return `<text class="${kind}" x="${x}" y="${y}">${escaped(content)}</text>`;
}

function escaped(content: string): string {
  return content.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
