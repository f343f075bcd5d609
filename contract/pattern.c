#define PCRE2_CODE_UNIT_WIDTH 8
#include "contract/pattern.h"
#include <pcre2.h>
struct pattern *pattern_compile(struct str s, struct err *e)
{
	int n;
	PCRE2_SIZE o;
	pcre2_code *c = pcre2_compile(
		(PCRE2_SPTR)s.p, s.n, PCRE2_UTF | PCRE2_DOLLAR_ENDONLY, &n, &o, NULL);
	if (!c) {
		err_set(e, "regex");
		return NULL;
	}
	return (void *)c;
}
void pattern_free(struct pattern *p)
{
	pcre2_code_free((void *)p);
}
enum pattern_result pattern_match(const struct pattern *p, struct str t, uint64_t *f)
{
	(void)f;
	pcre2_match_data *m = pcre2_match_data_create(1, NULL);
	int r = pcre2_match((const void *)p, (PCRE2_SPTR)t.p, t.n, 0, 0, m, NULL);
	pcre2_match_data_free(m);
	return r >= 0 ? PATTERN_YES : PATTERN_NO;
}
