#include "strings_cpp.h"

using namespace std::string_view_literals;

namespace exports::test::strings::text {
wit::string Echo(wit::string value) { return value; }

wit::string Join(wit::string left, wit::string right) { return wit::string::from_view(left.to_string() += right.get_view()); }

wit::vector<uint8_t> Bytes(wit::string value) { return wit::vector<uint8_t>::from_view(std::span(value.begin(), value.end())); }

wit::string Make() { return wit::string::from_view("ä\0😀"sv); }
}  // namespace exports::test::strings::text
