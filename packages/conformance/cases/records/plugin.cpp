#include "records_cpp.h"

namespace exports::test::records::shapes {
Mixed EchoMixed(Mixed value) { return value; }
Tree EchoTree(Tree value) { return value; }
Single EchoSingle(Single value) { return value; }
std::tuple<float> EchoOne(std::tuple<float> value) { return value; }

std::tuple<uint64_t, wit::string> Swap(std::tuple<wit::string, uint64_t> value) {
  auto &[text, number] = value;
  return {number, std::move(text)};
}

double Weigh(Tree value) {
  double sum = value.trunk.left.weight;
  for (const auto &leaf : value.trunk.leaves.get_view()) sum += leaf.weight;
  return sum;
}
}  // namespace exports::test::records::shapes
