/** What the host provides for one instance of the plugin, and the handles that calls of the case may name. */
export function host(): { readonly imports: object; readonly kept: Readonly<Record<string, unknown>> } {
  let opened = 0;

  class Journal {
    readonly #title: string;
    readonly lines: string[] = [];

    constructor(title: string) {
      this.#title = title;
      opened++;
    }

    write(line: string): number {
      return this.lines.push(line);
    }

    title(): string {
      return this.#title;
    }

    static opened(): number {
      return opened;
    }
  }

  const journals = {
    Journal,
    open: (title: string) => new Journal(title),
    read: (journal: Journal) => journal.lines,
    close: (journal: Journal) => `closed ${journal.title()} after ${journal.lines.length} lines`,
  };
  return { imports: { "test:host-resources/journals@1.0.0": journals }, kept: { diary: new Journal("diary") } };
}
