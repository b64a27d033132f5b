import type { Journal, ResourcesExports, ResourcesImports } from "./resources.contract.ts";

class Silent {
  title = "";
}

declare const given: ResourcesImports["test:resources/journals"];

export const imports: ResourcesImports = {
  "test:resources/journals": {
    ...given,
    // @ts-expect-error: its objects have no write
    Journal: Silent,
    // @ts-expect-error: a class is needed, for its methods are looked up there
    Ticket: { prototype: { number: () => 1 } },
    // @ts-expect-error: the static function is missing
    Registry: Silent,
    // @ts-expect-error: it gives a Journal
    open: (title: string) => title,
  },
};

export function exported({ counters, reports }: ResourcesExports, journal: Journal): void {
  // @ts-expect-error: it takes a number
  new counters.Counter("1");
  // @ts-expect-error: it has no constructor
  new counters.Pool();
  // @ts-expect-error: methods are not static
  counters.Counter.add(1);
  // @ts-expect-error: what the interface uses of the host's it does not offer
  reports.Journal;
  // @ts-expect-error: a journal is no counter
  reports.report([journal], journal);
  // @ts-expect-error: a handle has no methods
  counters.watch(new counters.Counter(1), journal, {})?.add(1);
}
