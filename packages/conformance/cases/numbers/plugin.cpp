#include "numbers_cpp.h"
#include <cmath>
#include <limits>

using std::numeric_limits;

namespace exports::test::numbers::echo {
bool Bool(bool value) { return value; }
uint8_t U8(uint8_t value) { return value; }
int8_t S8(int8_t value) { return value; }
uint16_t U16(uint16_t value) { return value; }
int16_t S16(int16_t value) { return value; }
uint32_t U32(uint32_t value) { return value; }
int32_t S32(int32_t value) { return value; }
uint64_t U64(uint64_t value) { return value; }
int64_t S64(int64_t value) { return value; }
float F32(float value) { return value; }
double F64(double value) { return value; }
uint32_t Char(uint32_t value) { return value; }
}  // namespace exports::test::numbers::echo

namespace exports::test::numbers::limits {
std::tuple<uint8_t, int8_t, uint16_t, int16_t, uint32_t, int32_t, uint64_t, int64_t> Integers() {
  return {UINT8_MAX, INT8_MIN, UINT16_MAX, INT16_MIN, UINT32_MAX, INT32_MIN, UINT64_MAX, INT64_MIN};
}
std::tuple<float, double, double> Floats() {
  return {numeric_limits<float>::max(), -numeric_limits<double>::infinity(), numeric_limits<double>::quiet_NaN()};
}
uint32_t LargestChar() { return 0x10ffff; }
std::tuple<bool, bool> IsNan(float single, double real) { return {std::isnan(single), std::isnan(real)}; }
std::tuple<bool, bool> IsNegative(float single, double real) { return {std::signbit(single), std::signbit(real)}; }
}  // namespace exports::test::numbers::limits
