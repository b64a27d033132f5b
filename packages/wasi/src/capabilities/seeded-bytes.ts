/**
 * An endless run of bytes from a seed, the same on every platform: xoshiro128** over a state that SplitMix-like mixing
 * makes of the seed's UTF-8. Good enough to look random, and no secret.
 *
 * See {@link https://prng.di.unimi.it/ | xoshiro generators}.
 */
export function seededBytes(seed: string): () => number {
  const mix = mixer(new TextEncoder().encode(seed));
  let [a, b, c, d] = [mix(), mix(), mix(), mix() | 1];
  let word = 0;
  let left = 0;
  return () => {
    if (left === 0) {
      word = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9);
      left = 4;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = rotateLeft(d, 11);
    }
    left--;
    const byte = word & 0xff;
    word >>>= 8;
    return byte;
  };
}

/** Words that depend on every byte of the seed and on its length. */
function mixer(seed: Uint8Array): () => number {
  let state = 0x811c9dc5 ^ seed.length;
  for (const byte of seed) state = avalanche(Math.imul(state ^ byte, 0x01000193));
  return () => {
    state = (state + 0x9e3779b9) | 0;
    return avalanche(state);
  };
}

/** The last step of MurmurHash3: each bit of the argument changes half of the result's. */
function avalanche(word: number): number {
  const once = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}

function rotateLeft(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
