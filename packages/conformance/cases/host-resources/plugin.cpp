#include "host_resources_cpp.h"

namespace exports::test::host_resources::guest {
using namespace ::test::host_resources::journals;
using wit::string;

std::tuple<wit::vector<string>, string> WriteAll(string title, wit::vector<string> lines) {
  Journal journal(title.get_view());
  for (auto &line : lines.get_view()) journal.Write(line.get_view());
  auto all = Read(journal);
  return {std::move(all), Close(std::move(journal))};
}

void Forget(string title) { Open(title.get_view()); }

uint32_t Lend(std::reference_wrapper<const Journal> of, string line) {
  return of.get().Write(of.get().Title().to_string() + ": " + line.to_string());
}

/** What is given back outlives the call, since the bindings ask for a reference to it. */
static std::optional<Journal> given;

Journal &&Pass(Journal &&of) { return std::move(given.emplace(std::move(of))); }
Journal &&Make(string title) { return std::move(given.emplace(Open(title.get_view()))); }
uint32_t Opened() { return Journal::Opened(); }
}  // namespace exports::test::host_resources::guest
