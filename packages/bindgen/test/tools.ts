import { type Bindgen, loadBindgen } from "@polyplug/bindgen";
import { afterAll, beforeAll } from "vitest";

/** The WIT tools for the tests of a file, loaded once: nothing that one test does is seen by another. */
export function sharedBindgen(): () => Bindgen {
  let bindgen: Bindgen | undefined;
  beforeAll(async () => {
    bindgen = await loadBindgen();
  });
  afterAll(() => bindgen?.dispose());
  return () => {
    if (bindgen === undefined) throw new Error("the WIT tools are there in tests alone");
    return bindgen;
  };
}

/** A contract with a bit of everything that bindings are made of, written as it is printed. */
export const textFilter = `package acme:text@1.2.0;

interface filter {
  record options {
    width: u32,
  }

  transform: func(text: string, options: options) -> result<string, string>;
}

world text-filter {
  import log: func(line: string);

  export filter;
}
`;

/** The smallest core module: nothing but magic and version. */
export const emptyModule: Uint8Array = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
