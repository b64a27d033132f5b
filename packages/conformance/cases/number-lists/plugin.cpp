#include "number_lists_cpp.h"
#include <numeric>

template <typename T>
using list = wit::vector<T>;

namespace exports::test::number_lists::echo {
list<uint8_t> U8(list<uint8_t> values) { return values; }
list<int8_t> S8(list<int8_t> values) { return values; }
list<uint16_t> U16(list<uint16_t> values) { return values; }
list<int16_t> S16(list<int16_t> values) { return values; }
list<uint32_t> U32(list<uint32_t> values) { return values; }
list<int32_t> S32(list<int32_t> values) { return values; }
list<uint64_t> U64(list<uint64_t> values) { return values; }
list<int64_t> S64(list<int64_t> values) { return values; }
list<float> F32(list<float> values) { return values; }
list<double> F64(list<double> values) { return values; }
}  // namespace exports::test::number_lists::echo

namespace exports::test::number_lists::work {
double Sum(list<double> values) {
  auto all = values.get_view();
  return std::accumulate(all.begin(), all.end(), 0.0);
}
list<uint16_t> Count(uint32_t length) {
  auto numbers = list<uint16_t>::allocate(length);
  std::iota(numbers.data(), numbers.data() + length, 0);
  return numbers;
}
}  // namespace exports::test::number_lists::work
