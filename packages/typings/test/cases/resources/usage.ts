import { ResultError } from "@polyplug/host";
import type {
  Counter,
  Handle,
  Journal,
  Pool,
  ResourcesExports,
  ResourcesImports,
  Token,
} from "./resources.contract.ts";

/** What implements a resource is a class; the host's own is told when the plugin is done with it. */
class List implements Journal {
  static #opened = 0;
  readonly lines: string[] = [];
  readonly title: string;

  constructor(title: string) {
    this.title = title;
    List.#opened++;
  }

  write(line: string): number {
    if (line === "") throw new ResultError("empty");
    return this.lines.push(line);
  }

  static opened(): number {
    return List.#opened;
  }

  [Symbol.dispose](): void {
    this.lines.length = 0;
  }
}

/** What the plugin knows of no constructor for may have any. */
class Numbered {
  readonly #number: number;

  constructor(number: number) {
    this.#number = number;
  }

  static after(other: Token): Numbered {
    return new Numbered(Object.keys(other).length);
  }

  number(): number {
    return this.#number;
  }
}

class Titles {
  readonly count = 0;

  static find(title: string): List | undefined {
    return title === "" ? undefined : new List(title);
  }
}

export const imports: ResourcesImports = {
  "test:resources/journals": {
    Journal: List,
    Ticket: Numbered,
    Registry: Titles,
    open: (title) => new List(title),
    read: (of) => (of instanceof List ? of.lines : []),
    issue: Numbered.after,
  },
};

export function exported({ counters, reports }: ResourcesExports, log: Journal): number {
  using counter = new reports.Counter(1);
  const merged: Counter = counters.Counter.merge(counter.new(), counter);
  const { take } = counters.Pool;
  const taken: object = take();
  if (!(taken instanceof counters.Pool)) return 0;
  using pool: Pool = taken;
  using handle: Handle | undefined = counters.watch(merged, log, {});
  reports.report(counters.all(), new List("report"));
  return counter.add(1) + pool.size() + (handle === undefined ? 0 : counter.constructor().length);
}
