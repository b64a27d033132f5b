import type { CollisionsExports, CollisionsImports } from "./collisions.contract.ts";

export function exported({ second, third, both }: CollisionsExports, imports: CollisionsImports): void {
  // @ts-expect-error: these are the options of the other interface
  second.set({ width: 1 }, "low", { a: 1 });
  // @ts-expect-error: this is the level of the other interface
  second.set({ height: 1, of: { width: 1 } }, 1, { a: 1 });
  // @ts-expect-error: one can be disposed, the other need not
  const holder: Parameters<typeof both.pass>[0] = new (class {
    get() {
      return { id: 1 };
    }
  })();
  // @ts-expect-error: two versions of it are there, so that one has to say which
  imports["test:clock/now"].hours();
  // @ts-expect-error: the function has five parameters
  third.await("class", holder);
}
