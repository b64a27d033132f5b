import type {
  CollisionsExports,
  CollisionsImports,
  ExportedItem,
  FirstOptions,
  ImportedItem,
  Now1Time,
  Now2Time,
  SecondFirstOptions,
  SecondOptions,
  Third,
  ThirdDisposable,
  Unique,
} from "./collisions.contract.ts";

const of: FirstOptions = { width: 1 } satisfies SecondFirstOptions;
const options: SecondOptions = { height: 1, of };
const third: Third = { a: 1 } satisfies Unique;

export function exported(plugin: CollisionsExports): unknown[] {
  plugin.second.set(options, "low", third);
  const partial = plugin.third.await("class", 1, true, 1, 1);
  const disposable: ThirdDisposable | undefined = partial.tag === "some" ? partial.val : undefined;
  const bytes: Uint8Array = plugin.third.new([{ length: 1 }]).binary;
  const deleted: number = plugin.third.delete(bytes).a;
  const isXml: boolean = plugin.third.isXml("text");
  const old: string = plugin["test:greeter/greet@0.1.0"].hello("you");
  const young: string = plugin["test:greeter/greet@0.2.3"].hello(["you"]);
  plugin.greet.hello();
  plugin.thirdParty.call();
  plugin["third-party"].call();
  plugin.firstParty();
  const { Holder } = plugin.both;
  Holder.caller();
  Holder.arguments();
  const statics: [string, number, string] = [Holder.prototype_(), Holder.name(), Holder.length()];
  return [statics, disposable, deleted, isXml, old, young, plugin.third.a1(1, 2)];
}

export const imports: CollisionsImports = {
  "test:collisions/first": { set: ({ width }, level) => console.log(width + level) },
  "test:collisions/both": {
    Holder: class {
      static prototype_(): string {
        return "prototype";
      }
      static name(): number {
        return 1;
      }
      static length(): string {
        return "length";
      }
      static readonly caller = (): void => undefined;
      static readonly arguments = (): void => undefined;
      get(): ImportedItem {
        return { id: 1 } satisfies ExportedItem;
      }
    },
    pass: (of) => of.get(),
  },
  "test:clock/now@1.2.0": { hours: (): Now1Time => ({ hours: 1 }) },
  "test:clock/now@2.0.0": { hours: (): Now2Time => ({ hours: "one" }) },
  default: () => undefined,
};
