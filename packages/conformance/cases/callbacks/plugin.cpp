#include "callbacks_cpp.h"

namespace exports::test::callbacks::guest {
namespace host = ::test::callbacks::host;
using wit::string;

void Nothing() { host::Nothing(); }
int64_t Number(int64_t value) { return host::Number(value); }
string Text(string value) { return host::Text(value.get_view()); }
Point Move(Point value, int32_t by) { return host::Move(std::move(value), by); }
Shape Draw(Shape value) { return host::Draw(std::move(value)); }
wit::vector<uint8_t> Bytes(wit::vector<uint8_t> values) { return host::Bytes(values.get_const_view()); }
std::expected<uint32_t, string> Parse(string text) { return host::Parse(text.get_view()); }
std::expected<void, Shape> Check(uint32_t value) { return host::Check(value); }

std::optional<string> Maybe(std::optional<string> value) {
  return host::Maybe(value.transform([](const string &text) { return text.get_view(); }));
}
}  // namespace exports::test::callbacks::guest
