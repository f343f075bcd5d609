/* SPDX-License-Identifier: MIT */
#include "contract/pattern.h"

#include <stdlib.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/mem.h"
#include "contract/pattern_dfa.h"
#include "contract/pattern_translate.h"

#define HEAP_KIB (32 * 1024) /* for the places to go back to, without JIT */
#define STACK_FIRST (64 * 1024)
#define STACK_MOST                                                                       \
	(16 * 1024 * 1024) /* for the same, with JIT: enough for a megabyte              \
			    */
#define JIT_LARGEST                                                                      \
	(16 * 1024)          /* bytes of compiled pattern; what is larger takes long     \
			      */
#define JIT_WORK 100         /* for each of them */
#define BACKTRACKS 100000000 /* PCRE2's own count: the fuel is gone long before */

struct pattern {
	struct pattern_dfa *dfa; /* and nothing else; or NULL */
	pcre2_code *code;
	pcre2_match_data *found; /* NULL: a new one for each match */
	pcre2_match_context *how;
	uint64_t step; /* what a callout costs */
	bool refers;
};

/* ---- compile */

/*
 * PCRE2 10.42 looks for the first and the last character that a match must have before it
 * tries one, and with (?=a) before an a it wants two of them.
 */
static uint32_t options(const struct pattern_text *t)
{
	uint32_t bits = PCRE2_UTF | PCRE2_NEVER_UCP | PCRE2_NEVER_BACKSLASH_C |
		PCRE2_DOLLAR_ENDONLY | PCRE2_MATCH_UNSET_BACKREF;

	if (!t->refers)
		bits |= PCRE2_NO_AUTO_CAPTURE;
	if (t->looks)
		bits |= PCRE2_NO_START_OPTIMIZE;
	return bits;
}

static void complain(int code, size_t place, struct err *e)
{
	char why[200];

	pcre2_get_error_message(code, (PCRE2_UCHAR *)why, sizeof(why));
	if (code == PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH)
		err_set(e, "byte %zu: cannot be run here: %s", place, why);
	else
		err_set(e, "cannot be run here: %s", why);
}

static pcre2_code *compile(const struct pattern_text *t, struct err *e)
{
	pcre2_compile_context *how = pcre2_compile_context_create(NULL);
	pcre2_code *code = NULL;
	int error = PCRE2_ERROR_NOMEMORY;
	PCRE2_SIZE at = 0;

	if (how != NULL) {
		/* A lone half of a pair may be written, and is found in no text. */
		pcre2_set_compile_extra_options(how, PCRE2_EXTRA_ALLOW_SURROGATE_ESCAPES);
		code = pcre2_compile((PCRE2_SPTR)t->regex.data, t->regex.len, options(t),
			&error, &at, how);
		pcre2_compile_context_free(how);
	}
	if (code == NULL)
		complain(error, pattern_place_of(t, at), e);
	return code;
}

/*
 * Without JIT (no memory may be written and run, say) all is as before, only slower. That
 * of PCRE2 10.42 does not find \1+ where group 1 has taken no part.
 */
static void compile_more(pcre2_code *code, const struct pattern_text *t, uint64_t *work)
{
	size_t size = 0;

	pcre2_pattern_info(code, PCRE2_INFO_SIZE, &size);
	if (size > JIT_LARGEST || t->refers || (work != NULL && *work == 0))
		return;
	pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
	if (work != NULL)
		*work -= *work < JIT_WORK * size ? *work : JIT_WORK * size;
}

/*
 * What a match works in is kept for the next one, but not where there is no JIT: there it
 * would keep all that the worst text has ever taken.
 */
static void keep(struct pattern *p)
{
	size_t jit = 0;

	pcre2_pattern_info(p->code, PCRE2_INFO_JITSIZE, &jit);
	if (jit > 0)
		p->found = pcre2_match_data_create(1, NULL);
	p->how = pcre2_match_context_create(NULL);
	if (p->how != NULL) {
		pcre2_set_match_limit(p->how, BACKTRACKS);
		pcre2_set_heap_limit(p->how, HEAP_KIB);
	}
}

static pcre2_code *compile_if_any(const struct pattern_text *t, struct err *e)
{
	if (t->beyond == NULL)
		return compile(t, e);
	err_set(e, "byte %zu: cannot be run here: %s", t->beyond_at, t->beyond);
	return NULL;
}

/* PCRE2 says whether it is a pattern, also where it is not needed to run it. */
static struct pattern *make(
	const struct pattern_text *t, bool may_be_dfa, uint64_t *work, struct err *e)
{
	pcre2_code *code = compile_if_any(t, e);
	struct pattern *p;

	if (code == NULL)
		return NULL;
	p = xcalloc(1, sizeof(*p));
	if (may_be_dfa && (work == NULL || *work > 0))
		p->dfa = pattern_dfa_make(buf_view(&t->regex), work);
	if (p->dfa != NULL) {
		pcre2_code_free(code);
		return p;
	}
	compile_more(code, t, work);
	p->code = code;
	p->step = 1 + t->run / PATTERN_BYTES_A_UNIT;
	p->refers = t->refers;
	keep(p);
	return p;
}

static struct pattern *translate_and_make(
	struct str ecma, bool may_be_dfa, uint64_t *work, struct err *e)
{
	struct pattern *p = NULL;
	struct pattern_text t;

	if (ecma.n > PATTERN_LONGEST) {
		err_set(e, "longer than %d bytes", PATTERN_LONGEST);
		return NULL;
	}
	if (pattern_translate(ecma, &t, e))
		p = make(&t, may_be_dfa, work, e);
	pattern_text_fini(&t);
	return p;
}

struct pattern *pattern_compile(struct str ecma, uint64_t *work, struct err *e)
{
	return translate_and_make(ecma, true, work, e);
}

struct pattern *pattern_compile_to_search(struct str ecma, struct err *e)
{
	return translate_and_make(ecma, false, NULL, e);
}

const struct pattern_dfa *pattern_linear(const struct pattern *p)
{
	return p->dfa;
}

bool pattern_valid(struct str ecma)
{
	struct pattern_text t;
	bool valid;

	if (ecma.n > PATTERN_LONGEST)
		return false;
	valid = pattern_translate(ecma, &t, NULL);
	pattern_text_fini(&t);
	return valid;
}

void pattern_free(struct pattern *p)
{
	if (p == NULL)
		return;
	pattern_dfa_free(p->dfa);
	pcre2_match_context_free(p->how);
	pcre2_match_data_free(p->found);
	pcre2_code_free(p->code);
	free(p);
}

/* ---- match */

struct meter {
	uint64_t *fuel;
	uint64_t step;
	size_t at; /* where the last callout was */
};

static bool burn(uint64_t *fuel, uint64_t cost)
{
	if (*fuel < cost) {
		*fuel = 0;
		return false;
	}
	*fuel -= cost;
	return true;
}

static int on_callout(pcre2_callout_block *block, void *data)
{
	struct meter *m = data;
	size_t now = block->current_position;
	size_t distance = now > m->at ? now - m->at : m->at - now;

	m->at = now;
	return burn(m->fuel, m->step + distance / PATTERN_BYTES_A_UNIT)
		? 0
		: PCRE2_ERROR_CALLOUT;
}

/* What JIT keeps of its way back in 32 KiB is too much for few texts: they get a stack of
 * their own. */
static int run_deeper(const pcre2_code *code, struct str text, pcre2_match_data *found,
	pcre2_match_context *how)
{
	pcre2_jit_stack *stack = pcre2_jit_stack_create(STACK_FIRST, STACK_MOST, NULL);
	int rc;

	if (stack == NULL)
		return PCRE2_ERROR_NOMEMORY;
	pcre2_jit_stack_assign(how, NULL, stack);
	rc = pcre2_match(
		code, (PCRE2_SPTR)text.p, text.n, 0, PCRE2_NO_UTF_CHECK, found, how);
	pcre2_jit_stack_assign(how, NULL, NULL);
	pcre2_jit_stack_free(stack);
	return rc;
}

static int run_in(const struct pattern *p, struct str text, struct meter *m,
	pcre2_match_data *found)
{
	int rc;

	pcre2_set_callout(p->how, on_callout, m);
	rc = pcre2_match(p->code, (PCRE2_SPTR)text.p, text.n, 0, PCRE2_NO_UTF_CHECK,
		found, p->how);
	if (rc == PCRE2_ERROR_JIT_STACKLIMIT)
		rc = run_deeper(p->code, text, found, p->how);
	return rc;
}

static int run(const struct pattern *p, struct str text, struct meter *m)
{
	pcre2_match_data *found = p->found;
	int rc;

	if (found == NULL)
		found = pcre2_match_data_create(1, NULL);
	rc = found != NULL && p->how != NULL ? run_in(p, text, m, found)
					     : PCRE2_ERROR_NOMEMORY;
	if (found != p->found)
		pcre2_match_data_free(found);
	return rc;
}

static enum pattern_result search(
	const struct pattern *p, struct str text, uint64_t *fuel)
{
	struct meter m = { .fuel = fuel, .step = p->step };
	int rc;

	/* A back reference may compare as much as there is. */
	if (p->refers)
		m.step += text.n / PATTERN_BYTES_A_UNIT;
	rc = run(p, text.p != NULL ? text : STR(""), &m);
	if (rc == PCRE2_ERROR_NOMATCH)
		return PATTERN_NO;
	return rc >= 0 ? PATTERN_YES : PATTERN_GAVE_UP;
}

enum pattern_result pattern_match(
	const struct pattern *p, struct str text, uint64_t *fuel)
{
	if (!pattern_pay(fuel, text))
		return PATTERN_GAVE_UP;
	if (p->dfa != NULL)
		return pattern_dfa_finds(p->dfa, text) ? PATTERN_YES : PATTERN_NO;
	return search(p, text, fuel);
}
