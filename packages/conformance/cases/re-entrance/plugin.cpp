#include "re_entrance_cpp.h"

wit::string exports::re_entrance::Enter() { return ::test::re_entrance::host::CallBack(); }

wit::string exports::re_entrance::Hello() { return wit::string::from_view("hello"); }
