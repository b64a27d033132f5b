/** The guest's functions in JavaScript, for peers that run scripts. What is no number or string crosses as JSON. */
export const scripts = {
  add: "(a, b) => (a + b) | 0",
  echo: "(text) => text",
  echoRows: "(text) => JSON.stringify(JSON.parse(text))",
  tickOften: "(times) => { let n = 0; while (times-- > 0) n = tick(n); return n; }",
  noteOften: "(times) => { while (times-- > 0) note('notes'); }",
} as const;
