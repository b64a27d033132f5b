export function transform(text) {
  return text.toLowerCase();
}
