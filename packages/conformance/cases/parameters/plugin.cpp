#include "parameters_cpp.h"

using U32 = uint32_t;
using wit::string;

/** Each counts by its place, so that two that are exchanged show. */
static double weigh(std::initializer_list<U32> values) {
  double sum = 0, place = 0;
  for (double value : values) sum += value * ++place;
  return sum;
}

namespace exports::test::parameters::many {
double Sixteen(U32 a, U32 b, U32 c, U32 d, U32 e, U32 f, U32 g, U32 h, U32 i, U32 j, U32 k, U32 l, U32 m, U32 n, U32 o, U32 p) {
  return weigh({a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p});
}

double Seventeen(U32 a, U32 b, U32 c, U32 d, U32 e, U32 f, U32 g, U32 h, U32 i, U32 j, U32 k, U32 l, U32 m, U32 n, U32 o, U32 p, U32 q) {
  return weigh({a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q});
}

string Strings(string a, string b, string c, string d, string e, string f, string g, string h, string i) {
  std::string all;
  for (auto text : {&a, &b, &c, &d, &e, &f, &g, &h, &i}) all += text->get_view();
  return string::from_view(all);
}

/** Without to_string of a float, which would bring half of the C library along. */
static std::string hundredths(double x) {
  auto rest = std::to_string(int(x * 100) % 100);
  return std::to_string(int(x)) + (rest.size() < 2 ? ".0" : ".") + rest;
}

string Mixed(uint8_t a, double b, bool c, string d, uint16_t e, int64_t f, U32 g, float h, uint8_t i, std::optional<uint64_t> j, int8_t k, string l, uint64_t m) {
  std::string all;
  for (auto text : {std::to_string(a), hundredths(b), std::to_string(c), d.to_string(), std::to_string(e), std::to_string(f), std::to_string(g),
                    hundredths(h), std::to_string(i), j ? std::to_string(*j) : "none", std::to_string(k), l.to_string(), std::to_string(m)})
    all += (all.empty() ? "" : " ") + text;
  return string::from_view(all);
}
}  // namespace exports::test::parameters::many

namespace exports::test::parameters::results {
std::tuple<uint8_t, uint16_t, U32, uint64_t, int8_t, int16_t, int32_t, int64_t, float, double, uint8_t, uint16_t, U32, uint64_t, int8_t, int16_t, int32_t, int64_t> Numbers(uint8_t s) {
  return {s, s + 1, s + 2, s + 3, s + 4, s + 5, s + 6, s + 7, s + 8, s + 9, s + 10, s + 11, s + 12, s + 13, s + 14, s + 15, s + 16, s + 17};
}

std::tuple<string, string, string> Words() { return {string::from_view("one"), string::from_view(""), string::from_view("three")}; }
}  // namespace exports::test::parameters::results

std::tuple<U32, string> exports::parameters::Ask() {
  return ::test::parameters::host::Seventeen(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17);
}
