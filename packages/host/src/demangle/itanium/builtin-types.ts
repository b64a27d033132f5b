/** [Builtin types](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangling-builtin) of one letter. */
export const builtinTypes: Readonly<Record<string, string>> = {
  v: "void",
  w: "wchar_t",
  b: "bool",
  c: "char",
  a: "signed char",
  h: "unsigned char",
  s: "short",
  t: "unsigned short",
  i: "int",
  j: "unsigned int",
  l: "long",
  m: "unsigned long",
  x: "long long",
  y: "unsigned long long",
  n: "__int128",
  o: "unsigned __int128",
  f: "float",
  d: "double",
  e: "long double",
  g: "__float128",
  z: "...",
};

/** Those whose code is `D` and the letter given here. */
export const extendedBuiltinTypes: Readonly<Record<string, string>> = {
  a: "auto",
  c: "decltype(auto)",
  d: "decimal64",
  e: "decimal128",
  f: "decimal32",
  h: "half",
  i: "char32_t",
  s: "char16_t",
  u: "char8_t",
  n: "std::nullptr_t",
};

/** How an integer literal shows its type; those missing here have a cast before them. */
export const literalSuffixes: Readonly<Record<string, string>> = {
  i: "",
  j: "u",
  l: "l",
  m: "ul",
  x: "ll",
  y: "ull",
};
