import { expect, test } from "vitest";
import { sharedBindgen } from "../tools.ts";

const bindgen = sharedBindgen();

/** Something of everything that is written in a way of its own. */
const wit = `package acme:text@1.2.0;

/// What a filter may tell its host.
interface log {
  /// How bad it is.
  enum level { info, warning }
  /// Takes one line.
  write: func(level: level, line: string);
}

/// Texts in, texts out.
interface filter {
  use log.{level};
  flags wishes { trim, shout }
  /// How it is done.
  record options {
    /// At most as many letters.
    width: option<u32>,
    wishes: wishes,
  }
  variant failure { empty, too-long(u32), unfit(string) }
  resource counter {
    constructor(start: u32);
    /// Letters so far.
    letters: func() -> u64;
    parse: static func(text: string) -> result<counter, failure>;
  }
  @since(version = 1.0.0)
  @deprecated(version = 1.2.0)
  transform: func(text: string, options: options) -> result<string, failure>;
}

/// A plugin that makes texts of texts.
world text-filter {
  import log;
  import words: func(text: string) -> list<string>;
  export filter;
}
`;

/** The files, one after the other, with the contract left out: it is the WIT tools' own. */
async function written(): Promise<string> {
  const files = await bindgen().generate(wit, { language: "assemblyscript", options: { plugin: "../src/plugin" } });
  const texts = files.map(({ path, content }) => `=== ${path}\n${new TextDecoder().decode(content)}`);
  return texts.join("\n").replace(/(@contract\("[^"]*", )"[^"]*"/, '$1"…"');
}

test("the bindings of a small world are as they were when they were last looked at", async () => {
  await expect(await written()).toMatchFileSnapshot("text-filter.recorded.txt");
});

test("the same world has the same bindings", async () => {
  expect(await written()).toBe(await written());
});
