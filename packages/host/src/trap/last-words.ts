/** How the runtimes of Rust and Go begin when they tell of a panic. The lines below belong to it. */
const panic = /^(thread '.*panicked at |panic: |fatal error: )/;

/** What is nothing to a host: Rust's advice for a terminal, and how an engine for JavaScript ends after an exception. */
const noise = /^(note: run with `RUST_BACKTRACE=1`|Redirecting call to abort\(\))/;

/** The lines of a plugin's stderr that say something. */
export function sayingLines(stderr: string): readonly string[] {
  return stderr.split("\n").filter((line) => line.trim() !== "" && !noise.test(line));
}

/** Characters of it that a message takes: Go writes a whole stack. */
const longest = 500;

/**
 * What a message tells of the end of a plugin's stderr, if there is any: the last panic in it, or else its last line.
 */
export function lastWords(stderr: string): string[] {
  const lines = sayingLines(stderr).map((line) => line.trim());
  // An exception in JavaScript has its message before its stack.
  const start = lines.findLastIndex((line, index) => panic.test(line) || lines[index + 1] === "Stack:");
  const said = lines.slice(start).join(" ");
  if (said === "") return [];
  return [`last on stderr: ${said.length > longest ? `${said.slice(0, longest)}…` : said}`];
}
