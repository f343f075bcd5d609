#ifndef CONTRACT_FORMAT_H
#define CONTRACT_FORMAT_H
#include "base/str.h"
enum format { FORMAT_UNKNOWN, FORMAT_DATE };
enum format format_named(struct str s);
bool format_holds(enum format f, struct str s);
#endif
