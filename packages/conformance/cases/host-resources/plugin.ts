import type { HostResourcesExports } from "test:host-resources/host-resources@1.0.0";
import { close, Journal, open, read } from "test:host-resources/journals@1.0.0";

export const guest: HostResourcesExports["guest"] = {
  writeAll(title, lines) {
    const journal = new Journal(title);
    for (const line of lines) journal.write(line);
    return [read(journal), close(journal)];
  },
  forget(title) {
    open(title)[Symbol.dispose]();
  },
  lend: (journal, line) => journal.write(`${journal.title()}: ${line}`),
  pass: (journal) => journal,
  make: (title) => open(title),
  opened: () => Journal.opened(),
};
