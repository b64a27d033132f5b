#include "flag_sets_cpp.h"

namespace exports::test::flag_sets::bits {
One EchoOne(One value) { return value; }
Eight EchoEight(Eight value) { return value; }
Nine EchoNine(Nine value) { return value; }
Sixteen EchoSixteen(Sixteen value) { return value; }
Seventeen EchoSeventeen(Seventeen value) { return value; }
ThirtyTwo EchoThirtyTwo(ThirtyTwo value) { return value; }
wit::vector<Nine> EchoList(wit::vector<Nine> values) { return values; }

std::tuple<One, Eight, Nine, Sixteen, Seventeen, ThirtyTwo> Highest() {
  return {One::kB0, Eight::kB7, Nine::kB8, Sixteen::kB15, Seventeen::kB16, ThirtyTwo::kB31};
}

std::tuple<bool, bool, bool> HasHighest(Eight a, Nine b, ThirtyTwo c) {
  return {(a & Eight::kB7) == Eight::kB7, (b & Nine::kB8) == Nine::kB8, (c & ThirtyTwo::kB31) == ThirtyTwo::kB31};
}
}  // namespace exports::test::flag_sets::bits
