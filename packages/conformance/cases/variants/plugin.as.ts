import { Color, Mixed, MixedTag, Narrow, Wide } from "./bindings/cases";

export namespace cases {
  export function echoNarrow(value: Narrow): Narrow { return value; }
  export function echoWide(value: Wide): Wide { return value; }
  export function echoMixed(value: Mixed): Mixed { return value; }
  export function echoList(values: Mixed[]): Mixed[] { return values; }
  export function nameOf(value: Mixed): string {
    switch (value.tag) {
      case MixedTag.Empty: return "empty";
      case MixedTag.Text: return "text";
      case MixedTag.Number: return "number";
      case MixedTag.Items: return "items";
      default: return "pair";
    }
  }
  export function next(value: Color): Color {
    return value == Color.DeepBlue ? Color.Red : value + 1;
  }
}
