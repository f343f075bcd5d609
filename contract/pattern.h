#ifndef CONTRACT_PATTERN_H
#define CONTRACT_PATTERN_H
#include "base/err.h"
#include "base/str.h"
#include <stdint.h>
struct pattern;
struct pattern *pattern_compile(struct str ecma, struct err *e);
void pattern_free(struct pattern *p);
enum pattern_result { PATTERN_NO, PATTERN_YES, PATTERN_GAVE_UP };
enum pattern_result pattern_match(
	const struct pattern *p, struct str text, uint64_t *fuel);
#endif
