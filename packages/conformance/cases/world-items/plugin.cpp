#include "world_items_cpp.h"

namespace exports::world_items {
using ::world_items::Pair;

void SayHello(wit::string name) { ::world_items::PrintLine("hello " + name.to_string()); }
Pair TwiceSwapped(Pair value) { return ::world_items::Swap(::world_items::Swap(std::move(value))); }
}  // namespace exports::world_items

uint32_t exports::test::world_items::DoubleIt(wit::string name) {
  return ::test::world_items::GetNumber(name.get_view()).value_or(0) * 2;
}
