#include "numbers.h"
#include <float.h>
#include <math.h>

#define ECHO(name, type) \
  type exports_test_numbers_echo_##name(type value) { return value; }

ECHO(bool, bool)
ECHO(u8, uint8_t)
ECHO(s8, int8_t)
ECHO(u16, uint16_t)
ECHO(s16, int16_t)
ECHO(u32, uint32_t)
ECHO(s32, int32_t)
ECHO(u64, uint64_t)
ECHO(s64, int64_t)
ECHO(f32, float)
ECHO(f64, double)
ECHO(char, uint32_t)

void exports_test_numbers_limits_integers(numbers_tuple8_u8_s8_u16_s16_u32_s32_u64_s64_t *ret) {
  *ret = (typeof(*ret)){UINT8_MAX, INT8_MIN, UINT16_MAX, INT16_MIN, UINT32_MAX, INT32_MIN, UINT64_MAX, INT64_MIN};
}

void exports_test_numbers_limits_floats(numbers_tuple3_f32_f64_f64_t *ret) { *ret = (typeof(*ret)){FLT_MAX, -INFINITY, NAN}; }

uint32_t exports_test_numbers_limits_largest_char(void) { return 0x10ffff; }

void exports_test_numbers_limits_is_nan(float single, double real, numbers_tuple2_bool_bool_t *ret) {
  *ret = (typeof(*ret)){isnan(single), isnan(real)};
}

void exports_test_numbers_limits_is_negative(float single, double real, numbers_tuple2_bool_bool_t *ret) {
  *ret = (typeof(*ret)){signbit(single), signbit(real)};
}
