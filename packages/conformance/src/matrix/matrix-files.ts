import type { CaseResult } from "./case-result.ts";
import { matrixPage, pageFacts } from "./matrix-page.ts";
import { matrixPicture } from "./matrix-picture.ts";

/** A file that is made of the results of a whole matrix. */
export interface MatrixFile {
  readonly url: URL;
  readonly content: string;
}

/** The page and the picture. */
export async function matrixFiles(results: readonly CaseResult[]): Promise<readonly MatrixFile[]> {
  return [
    { url: new URL("../../MATRIX.md", import.meta.url), content: matrixPage(results, await pageFacts()) },
    { url: new URL("../../matrix.svg", import.meta.url), content: matrixPicture(results) },
  ];
}
