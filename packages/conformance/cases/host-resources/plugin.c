#include "host_resources.h"
#include <stdlib.h>
#include <string.h>

#define GUEST(name) exports_test_host_resources_guest_##name
#define JOURNALS(name) test_host_resources_journals_##name
typedef host_resources_string_t text;
typedef JOURNALS(own_journal_t) own;

void GUEST(write_all)(text *title, host_resources_list_string_t *lines, host_resources_tuple2_list_string_string_t *ret) {
  own journal = JOURNALS(constructor_journal)(title);
  for (size_t i = 0; i < lines->len; i++) JOURNALS(method_journal_write)(JOURNALS(borrow_journal)(journal), &lines->ptr[i]);
  JOURNALS(read)(JOURNALS(borrow_journal)(journal), &ret->f0);
  JOURNALS(close)(journal, &ret->f1);
  host_resources_string_free(title);
  host_resources_list_string_free(lines);
}

void GUEST(forget)(text *title) {
  JOURNALS(journal_drop_own)(JOURNALS(open)(title));
  host_resources_string_free(title);
}

uint32_t GUEST(lend)(JOURNALS(borrow_journal_t) of, text *line) {
  text title, both;
  JOURNALS(method_journal_title)(of, &title);
  both = (text){malloc(title.len + 2 + line->len), title.len + 2 + line->len};
  memcpy(both.ptr, title.ptr, title.len);
  memcpy(both.ptr + title.len, ": ", 2);
  memcpy(both.ptr + title.len + 2, line->ptr, line->len);
  uint32_t count = JOURNALS(method_journal_write)(of, &both);
  host_resources_string_free(&title);
  host_resources_string_free(&both);
  host_resources_string_free(line);
  JOURNALS(journal_drop_borrow)(of);
  return count;
}

own GUEST(pass)(own of) { return of; }

own GUEST(make)(text *title) {
  own made = JOURNALS(open)(title);
  host_resources_string_free(title);
  return made;
}

uint32_t GUEST(opened)(void) { return JOURNALS(static_journal_opened)(); }
