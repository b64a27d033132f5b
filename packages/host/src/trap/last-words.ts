/** How the runtimes of Rust and Go begin when they tell of a panic. The lines below belong to it. */
const panic = /^(thread '.*panicked at |panic: |fatal error: )/;

/** Rust's advice is for the terminal of a program of one's own. */
const advice = "note: run with `RUST_BACKTRACE=1`";

/** Characters of it that a message takes: Go writes a whole stack. */
const longest = 500;

/**
 * What a message tells of the end of a plugin's stderr, if there is any: the last panic in it, or else its last line.
 */
export function lastWords(stderr: string): string[] {
  const lines = stderr
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith(advice));
  const said = lines.slice(lines.findLastIndex((line) => panic.test(line))).join(" ");
  if (said === "") return [];
  return [`last on stderr: ${said.length > longest ? `${said.slice(0, longest)}…` : said}`];
}
