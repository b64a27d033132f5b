#include "options_cpp.h"

using std::optional;
using wit::string;

namespace exports::test::options::values {
using Deep = optional<optional<optional<string>>>;

optional<uint32_t> EchoNumber(optional<uint32_t> value) { return value; }
optional<string> EchoText(optional<string> value) { return value; }
optional<optional<uint32_t>> EchoTwice(optional<optional<uint32_t>> value) { return value; }
Deep EchoThrice(Deep value) { return value; }
wit::vector<optional<string>> EchoList(wit::vector<optional<string>> values) { return values; }
Settings EchoSettings(Settings value) { return value; }

uint32_t Depth(Deep value) {
  if (!value) return 0;
  if (!*value) return 1;
  return **value ? 3 : 2;
}
}  // namespace exports::test::options::values
