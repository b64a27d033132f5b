#include "results_cpp.h"
#include <charconv>

using std::expected, std::unexpected;

namespace exports::test::results::outcomes {
expected<uint32_t, wit::string> Parse(wit::string text) {
  uint32_t value;
  auto [end, error] = std::from_chars(text.begin(), text.end(), value);
  if (error == std::errc{} && end == text.end()) return value;
  return unexpected(wit::string::from_view(text.to_string() + " is no number"));
}

expected<void, Failure> Check(uint32_t value) {
  if (value < 10) return unexpected(Failure{Reason::kTooSmall, 10});
  if (value > 20) return unexpected(Failure{Reason::kTooLarge, 20});
  return {};
}

expected<uint32_t, wit::Void> Half(uint32_t value) {
  if (value % 2 != 0) return unexpected(wit::Void{});
  return value / 2;
}

expected<void, wit::Void> Even(uint32_t value) {
  if (value % 2 != 0) return unexpected(wit::Void{});
  return {};
}

using Nested = expected<expected<uint32_t, wit::string>, Reason>;
Nested EchoNested(Nested value) { return value; }

using List = wit::vector<expected<wit::string, double>>;
List EchoList(List values) { return values; }

std::tuple<expected<uint64_t, uint8_t>> Flip(std::tuple<expected<uint8_t, uint64_t>> value) {
  auto [result] = value;
  if (result) return {unexpected(*result)};
  return {result.error()};
}
}  // namespace exports::test::results::outcomes
