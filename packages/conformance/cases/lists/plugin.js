const same = (values) => values;

export const echo = { bools: same, chars: same, strings: same, nested: same, bytes: same, pairs: same };

const utf8Length = (text) => encodeURIComponent(text).replace(/%../g, "_").length;

export const work = {
  reverse: (values) => values.reverse(),
  measure: (values) => [values.length, values.reduce((sum, value) => sum + utf8Length(value), 0)],
};
