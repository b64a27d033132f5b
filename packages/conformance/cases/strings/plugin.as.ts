export namespace text {
  export function echo(value: string): string {
    return value;
  }

  export function join(left: string, right: string): string {
    return left + right;
  }

  export function bytes(value: string): StaticArray<u8> {
    const encoded = Uint8Array.wrap(String.UTF8.encode(value));
    return StaticArray.fromArray<u8>(encoded.length == 0 ? [] : bytesOf(encoded));
  }

  export function make(): string {
    return "ä\0😀";
  }
}

function bytesOf(values: Uint8Array): u8[] {
  const bytes = new Array<u8>(values.length);
  for (let i = 0; i < values.length; i++) bytes[i] = values[i];
  return bytes;
}
