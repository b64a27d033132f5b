import { expect, test } from "vitest";
import { sharedBindgen } from "../tools.ts";

const bindgen = sharedBindgen();

test("interfaces of one name have files of longer ones, and on both sides files of each side", async () => {
  const wit = `package test:both;
world both { import a:x/i@1.0.0; import b:x/i@1.0.0; import b:y/j@1.0.0; export b:y/j@1.0.0; export b:x/i@2.0.0; }
package a:x@1.0.0 { interface i { f: func(); } }
package b:x@1.0.0 { interface i { f: func(); } }
package b:x@2.0.0 { interface i { f: func(); } }
package b:y@1.0.0 { interface j { f: func(); } }`;
  const files = await bindgen().generate(wit, { language: "assemblyscript" });
  expect(files.map(({ path }) => path).sort()).toEqual(
    ["abi.ts", "a-x-i.ts", "b-x-i-1-0-0.ts", "b-x-i-2-0-0.ts", "exported-j.ts", "index.ts", "j.ts"].sort(),
  );
});
