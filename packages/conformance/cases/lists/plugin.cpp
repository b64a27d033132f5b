#include "lists_cpp.h"
#include <algorithm>

template <typename T>
using list = wit::vector<T>;
using wit::string;

namespace exports::test::lists::echo {
list<bool> Bools(list<bool> values) { return values; }
list<uint32_t> Chars(list<uint32_t> values) { return values; }
list<string> Strings(list<string> values) { return values; }
list<list<list<string>>> Nested(list<list<list<string>>> values) { return values; }
list<list<uint8_t>> Bytes(list<list<uint8_t>> values) { return values; }
list<std::tuple<uint8_t, string, double>> Pairs(list<std::tuple<uint8_t, string, double>> values) { return values; }
}  // namespace exports::test::lists::echo

namespace exports::test::lists::work {
list<string> Reverse(list<string> values) {
  std::ranges::reverse(values.get_view());
  return values;
}
std::tuple<uint32_t, uint32_t> Measure(list<string> values) {
  uint32_t bytes = 0;
  for (const auto &value : values.get_view()) bytes += value.size();
  return {values.size(), bytes};
}
}  // namespace exports::test::lists::work
