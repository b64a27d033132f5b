import { ByteWriter, encodeModule } from "@polyplug/wasm-binary";

/** The names of a component, by the position that they stand in. */
export interface Names {
  /** Positions that may hold any text. */
  readonly custom: string;
  readonly moduleCustom: string;
  readonly function: string;
  readonly coreExport: string;
  readonly coreModule: string;
  readonly componentName: string;
  /** Positions whose grammar allows names of certain forms only. */
  readonly import: string;
  readonly imported: string;
  readonly export: string;
  readonly param: string;
  readonly field: string;
  readonly case: string;
  readonly label: string;
  readonly flag: string;
}

export const plainNames: Names = {
  custom: "custom",
  moduleCustom: "custom",
  function: "seven",
  coreExport: "seven",
  coreModule: "env",
  componentName: "component",
  import: "acme:text/log",
  imported: "write",
  export: "run",
  param: "a",
  field: "field",
  case: "case",
  label: "label",
  flag: "flag",
};

/** One section of a component, by its id. */
export function section(id: number, write: (content: ByteWriter) => ByteWriter): Uint8Array {
  return new ByteWriter().section(id, write(new ByteWriter()).toBytes()).toBytes();
}

export function component(...sections: readonly Uint8Array[]): Uint8Array {
  const writer = new ByteWriter().raw([0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00]);
  for (const one of sections) writer.raw(one);
  return writer.toBytes();
}

const custom = (name: string, content: readonly number[] | Uint8Array = []): Uint8Array =>
  section(0, (bytes) => bytes.name(name).raw(content));

/**
 * A component with every kind of name, whose one function gives 7. Its imports are those of an instance with a function;
 * nothing calls it.
 */
export function namedComponent(given: Partial<Names>): Uint8Array {
  const names = { ...plainNames, ...given };
  return component(
    custom(names.custom),
    custom(
      "component-name",
      new ByteWriter().section(0, new ByteWriter().name(names.componentName).toBytes()).toBytes(),
    ),
    section(1, (bytes) => bytes.raw(exporting(names))),
    section(1, (bytes) => bytes.raw(importing(names))),
    // An instance of the first module, and of the second, which is given it.
    section(2, (bytes) => bytes.raw([2, 0, 0, 0, 0, 1, 1]).name(names.coreModule).raw([0x12, 0])),
    section(6, (bytes) => bytes.raw([1, 0, 0, 1, 0]).name(names.coreExport)),
    section(7, (bytes) => types(names, bytes.u32(7))),
    section(10, (bytes) => bytes.raw([1, 0]).name(names.import).raw([5, 1])),
    section(8, (bytes) => bytes.raw([1, 0, 0, 0, 0, 0])),
    section(11, (bytes) => bytes.raw([1, 0]).name(names.export).raw([1, 0, 0])),
  );
}

/** func(a: u32) -> u32; an instance; a record, a variant, an enum and flags of one; and a list of that record. */
function types(names: Names, bytes: ByteWriter): ByteWriter {
  return (
    bytes
      .raw([0x40, 1])
      .name(names.param)
      .raw([0x79, 0, 0x79])
      // (instance (type (func)) (export "write" (func 0)))
      .raw([0x42, 2, 1, 0x40, 0, 1, 0, 4, 0])
      .name(names.imported)
      .raw([1, 0])
      .raw([0x72, 1])
      .name(names.field)
      .byte(0x79)
      .raw([0x71, 1])
      .name(names.case)
      .raw([0, 0])
      .raw([0x6d, 1])
      .name(names.label)
      .raw([0x6e, 1])
      .name(names.flag)
      .raw([0x70, 2])
  );
}

const body = (content: readonly number[]): Uint8Array => Uint8Array.of(1, content.length, ...content);

/** Exports a function that gives 7. */
function exporting({ coreExport, function: name, moduleCustom }: Names): Uint8Array {
  const functionNames = new ByteWriter().u32(1).u32(0).name(name).toBytes();
  return new ByteWriter()
    .raw(
      encodeModule({
        type: Uint8Array.of(1, 0x60, 1, 0x7f, 1, 0x7f),
        function: Uint8Array.of(1, 0),
        export: new ByteWriter().u32(1).name(coreExport).raw([0, 0]).toBytes(),
        code: body([0, 0x41, 7, 0x0b]),
      }),
    )
    .raw(custom(moduleCustom))
    .raw(custom("name", new ByteWriter().section(1, functionNames).toBytes()))
    .toBytes();
}

/** Imports that function, and does nothing with it. */
function importing({ coreExport, coreModule }: Names): Uint8Array {
  return encodeModule({
    type: Uint8Array.of(1, 0x60, 1, 0x7f, 1, 0x7f),
    import: new ByteWriter().u32(1).name(coreModule).name(coreExport).raw([0, 0]).toBytes(),
  });
}
