const meanings: Readonly<Record<string, string>> = { word: "mot" };

/** The interface `acme:asks/host` by its own name. */
export const host = {
  write(line: string, level: number): void {
    console.log(`${level}: ${line}`);
  },
  find: (word: string): string | undefined => meanings[word],
};
