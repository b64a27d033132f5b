import { styleText } from "node:util";

export interface Style {
  heading(text: string): string;
  dim(text: string): string;
}

/** Colours for what is printed on stdout: on a terminal that has them, and as `NO_COLOR` and `FORCE_COLOR` wish. */
export const style: Style = {
  heading: (text) => styleText("bold", text, { stream: process.stdout }),
  dim: (text) => styleText("dim", text, { stream: process.stdout }),
};
