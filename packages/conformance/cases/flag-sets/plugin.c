#include "flag_sets.h"

#define BITS(name) exports_test_flag_sets_bits_##name
#define ECHO(name) \
  BITS(name##_t) BITS(echo_##name)(BITS(name##_t) value) { return value; }

ECHO(one)
ECHO(eight)
ECHO(nine)
ECHO(sixteen)
ECHO(seventeen)
ECHO(thirty_two)

void BITS(echo_list)(BITS(list_nine_t) *values, BITS(list_nine_t) *ret) { *ret = *values; }

void BITS(highest)(BITS(tuple6_one_eight_nine_sixteen_seventeen_thirty_two_t) *ret) {
  ret->f0 = EXPORTS_TEST_FLAG_SETS_BITS_ONE_B0;
  ret->f1 = EXPORTS_TEST_FLAG_SETS_BITS_EIGHT_B7;
  ret->f2 = EXPORTS_TEST_FLAG_SETS_BITS_NINE_B8;
  ret->f3 = EXPORTS_TEST_FLAG_SETS_BITS_SIXTEEN_B15;
  ret->f4 = EXPORTS_TEST_FLAG_SETS_BITS_SEVENTEEN_B16;
  ret->f5 = EXPORTS_TEST_FLAG_SETS_BITS_THIRTY_TWO_B31;
}

void BITS(has_highest)(BITS(eight_t) a, BITS(nine_t) b, BITS(thirty_two_t) c, flag_sets_tuple3_bool_bool_bool_t *ret) {
  ret->f0 = a & EXPORTS_TEST_FLAG_SETS_BITS_EIGHT_B7;
  ret->f1 = b & EXPORTS_TEST_FLAG_SETS_BITS_NINE_B8;
  ret->f2 = c & EXPORTS_TEST_FLAG_SETS_BITS_THIRTY_TWO_B31;
}
