/* SPDX-License-Identifier: MIT */
/*
 * What a sample carries. After n of a kind without a new one, the next is new in about
 * one of n + 2 (Laplace); so what is promised has been so for long, and not only since
 * the last ones came.
 */
#include <math.h>
#include <strings.h>

#include "contract/infer_own.h"
#include "contract/text_kind.h"

#define FEW 8            /* of fewer nothing is promised but types and what is there */
#define ENOUGH 20        /* for a bound that is met exactly */
#define MANY 60          /* for what would be seen now and then */
#define QUIET 8          /* that came since the last new one, at least ... */
#define QUIET_SHARE 0.33 /* ... and this share of all */
#define CHOICES 12       /* for a choice at all ... */
#define ALONE 16         /* ... and where it is of one */
#define CHOICE_ONCE 4    /* one of so many values may have been seen once only */
#define CHOICE_SHARE 3   /* values to observations, one to so many */
#define LONGEST_NAME 128
#define LEAST 1e-300 /* above 0 that a bound may be */

static uint64_t numbers(const struct sample *s)
{
	return s->of[SAMPLE_INTEGER] + s->of[SAMPLE_REAL];
}

/* Whether nothing new came in the last ones of `n`. */
static bool is_quiet(uint64_t n, uint64_t last_new)
{
	uint64_t since = n - last_new;

	return since >= QUIET && (double)since >= QUIET_SHARE * (double)n;
}

bool sample_is_choice(const struct sample *s)
{
	uint64_t n = s->of[SAMPLE_STRING];
	uint32_t once = 0;

	if (s->many || s->values == 0 || n + s->of[SAMPLE_NULL] != s->count)
		return false;
	if ((s->texts.ever & TEXT_NUMBERED) != 0 ||
		text_kind_row(s->texts.always & ~(unsigned)TEXT_TAGGED) != NULL)
		return false;
	if (n < (s->values == 1 ? ALONE : CHOICES) ||
		n < (uint64_t)s->values * CHOICE_SHARE)
		return false;
	for (uint32_t i = 0; i < s->values; i++)
		once += s->value[i].count == 1;
	return once <= s->values / CHOICE_ONCE && is_quiet(s->count, s->last_value);
}

bool sample_keys_stand(const struct sample *s)
{
	return !s->unseen && s->of[SAMPLE_OBJECT] >= FEW &&
		(s->last_key == 1 || is_quiet(s->of[SAMPLE_OBJECT], s->last_key));
}

static bool includes(const struct sample_shape *all, const struct sample_shape *part)
{
	for (size_t i = 0; i < sizeof(all->has) / sizeof(*all->has); i++) {
		if ((part->has[i] & ~all->has[i]) != 0)
			return false;
	}
	return true;
}

/* The shapes that include no other one; 0 if they are too many. */
static uint32_t smallest(
	const struct sample_shapes *all, const struct sample_shape *found[VARIANTS])
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < all->shapes; i++) {
		bool least = true;

		for (uint32_t k = 0; k < all->shapes && least; k++)
			least = k == i || !includes(&all->shape[i], &all->shape[k]);
		if (!least)
			continue;
		if (n == VARIANTS)
			return 0;
		found[n++] = &all->shape[i];
	}
	return n;
}

/* Fields that come now and then make sets too; but then two of them come together. */
uint32_t sample_variants(
	const struct sample *s, const struct sample_shape *variant[VARIANTS])
{
	const struct sample_shapes *all = s->shapes;
	uint32_t n;

	if (all == NULL || all->many || s->unseen || s->rest != NULL ||
		s->of[SAMPLE_OBJECT] < CHOICES ||
		!is_quiet(s->of[SAMPLE_OBJECT], all->last_shape))
		return 0;
	n = smallest(all, variant);
	for (uint32_t i = 0; i < all->shapes; i++) {
		uint32_t of = 0;

		for (uint32_t k = 0; k < n; k++)
			of += includes(&all->shape[i], variant[k]);
		if (of > 1)
			return 0;
	}
	for (uint32_t k = 0; k < n; k++) {
		if (variant[k]->count < 2)
			return 0;
	}
	return n > 1 ? n : 0;
}

/* A number drawn at random is above all before it about ln(n) times. */
bool sample_climbs(const struct sample *s)
{
	uint64_t n = numbers(s);

	return n >= FEW && s->records * 3 > n;
}

/* Up to one, two or one and a half digits: 130 is 150, 700 is 800. */
static double rounded_up(double d)
{
	static const double steps[] = { 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10 };
	double unit = pow(10, floor(log10(d)));

	if (d < LEAST) /* of which the unit would be 0 */
		return LEAST;
	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
		if (steps[i] * unit >= d * (1 - 1e-12))
			return steps[i] * unit;
	}
	return 10 * unit;
}

/*
 * Twice as far as was seen; more where the farthest stands far out, for such tails go on,
 * and where few were seen.
 */
static double with_room(const struct sample *s, double far)
{
	bool whole = s->of[SAMPLE_REAL] == 0;
	double tail = far * (double)numbers(s) / s->sum;
	double times = tail / (numbers(s) < MANY ? 1 : 1.5);
	double d;

	times = times < 2 ? 2 : times > 6 ? 6 : times;
	d = rounded_up(whole && far < 5 ? far + 5 : far * times);
	return whole ? ceil(d) : d;
}

static bool is_bounded(const struct sample *s)
{
	return numbers(s) >= FEW && !s->endless && fabs(s->least) < 1e300 &&
		fabs(s->most) < 1e300;
}

static bool in_unit(const struct sample *s)
{
	return s->least >= 0 && s->most <= 1;
}

bool sample_upper(const struct sample *s, const char *name, double *bound)
{
	if (in_unit(s) &&
		(name_is_confidence(name) ||
			(s->of[SAMPLE_REAL] >= FEW && name_is_share(name)))) {
		*bound = 1;
		return true;
	}
	if (!is_bounded(s) || sample_climbs(s) || (s->least == 0 && s->most == 0))
		return false;
	*bound = s->most > 0 ? with_room(s, s->most) : 0;
	return true;
}

bool sample_lower(const struct sample *s, double *bound)
{
	if (numbers(s) < FEW && !(s->least >= 0 && numbers(s) > 1))
		return false;
	if (s->least >= 0) {
		/* 1 many times and 0 never: it counts what there is */
		*bound = s->of[SAMPLE_REAL] == 0 && s->least == 1 && s->at_least >= 6 ? 1
										      : 0;
		return true;
	}
	*bound = -with_room(s, -s->least);
	return is_bounded(s);
}

uint32_t texts_prefix(const struct sample_texts *t)
{
	uint32_t end = 0;

	for (uint32_t i = 0; i < t->prefix_bytes; i++) {
		char c = t->prefix[i];

		if (c == '-' || c == '_' || c == ':' || c == '/')
			end = i > 0 ? i + 1 : 0;
		else if (!((c | 0x20) >= 'a' && (c | 0x20) <= 'z'))
			break;
	}
	return t->count >= FEW && (t->ever & TEXT_NUMBERED) != 0 ? end : 0;
}

/* All as long as the first: a hash, a currency. Other ids grow longer. */
static bool is_fixed(const struct sample_texts *t)
{
	return t->count >= ENOUGH && t->shortest == t->longest && t->longest <= 64 &&
		((t->always & (TEXT_DIGITS | TEXT_HEX)) != 0 ||
			(t->longest < 4 && (t->ever & TEXT_NUMBERED) == 0));
}

/* Where lengths differ much, an empty one may be next. */
bool texts_least(const struct sample_texts *t, uint32_t *n)
{
	*n = is_fixed(t) ? t->shortest : 1;
	return t->shortest > 0 && t->count >= FEW &&
		(t->count >= MANY || t->longest / t->shortest < 8);
}

/* Names have an end, prose has none: only what is short, and no sentence, gets a limit,
 * and room. */
bool texts_most(const struct sample_texts *t, uint32_t *n)
{
	uint32_t room = 32;

	if (t->count < ENOUGH || t->longest == 0 || (t->ever & TEXT_PROSE) != 0)
		return false;
	if (is_fixed(t)) {
		*n = t->longest;
		return true;
	}
	while (room < 2 * t->longest)
		room *= 2;
	*n = room;
	return 2 * t->longest <= LONGEST_NAME;
}

/* Whether `name` is one of the words, or ends in one behind a `_`, `-` or capital. */
static bool name_ends(const char *name, const char *const *words)
{
	size_t n = strlen(name);

	for (; *words != NULL; words++) {
		size_t m = strlen(*words);

		if (n >= m && strncasecmp(name + n - m, *words, m) == 0 &&
			(n == m || strchr("_-", name[n - m - 1]) != NULL ||
				(name[n - m] >= 'A' && name[n - m] <= 'Z')))
			return true;
	}
	return false;
}

bool name_is_confidence(const char *name)
{
	static const char *const words[] = { "confidence", "certainty", "probability",
		"likelihood", NULL };

	return name_ends(name, words);
}

bool name_is_share(const char *name)
{
	static const char *const words[] = { "score", "share", "ratio", "fraction",
		"rate", "accuracy", "precision", "recall", "similarity", "relevance",
		"probability", NULL };

	return name_ends(name, words);
}
