#include "guest_resources_cpp.h"
#include <algorithm>
#include <charconv>

namespace exports::test::guest_resources::counters {
using Own = Counter::Owned;
using Borrow = std::reference_wrapper<const Counter>;

uint32_t Counter::Largest(Borrow a, Borrow b) { return std::max(a.get().value, b.get().value); }

std::expected<Own, wit::string> Counter::Parse(wit::string text) {
  uint32_t value;
  auto [end, error] = std::from_chars(text.begin(), text.end(), value);
  if (error == std::errc{} && end == text.end()) return New(value);
  return std::unexpected(std::move(text));
}

uint32_t Peek(Borrow of) { return of.get().value; }
uint32_t Destroyed() { return Counter::destroyed; }

wit::vector<Own> Make(wit::vector<uint32_t> starts) {
  auto made = wit::vector<Own>::allocate(starts.size());
  for (size_t i = 0; i < starts.size(); i++) made.initialize(i, Counter::New(starts[i]));
  return made;
}
}  // namespace exports::test::guest_resources::counters
