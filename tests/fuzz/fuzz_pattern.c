/* SPDX-License-Identifier: MIT */
/*
 * Any pattern (the first line) and any text (the rest): it ends, by the fuel if by
 * nothing else; the same again gives the same and costs the same; what is refused has a
 * reason; what is accepted is a pattern by the grammar; an automaton finds what a search
 * finds. Formats take the text too.
 */
#include "contract/pattern.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "contract/schema_format.h"

#define FUEL 20000

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void complain(const char *what)
{
	fprintf(stderr, "fuzz_pattern: %s\n", what);
	abort();
}

static void check_match(const struct pattern *p, struct str text)
{
	uint64_t fuel = FUEL, again = FUEL, less;
	enum pattern_result r = pattern_match(p, text, &fuel);

	if (fuel > FUEL - 1 - text.n / 64 && fuel > 0)
		complain("a match that costs too little");
	if (r == PATTERN_GAVE_UP)
		return;
	if (pattern_match(p, text, &again) != r || again != fuel)
		complain("the same pattern and text give something else");
	less = FUEL - fuel - 1;
	if (pattern_match(p, text, &less) != PATTERN_GAVE_UP || less != 0)
		complain("less fuel than it takes was enough");
}

static void check_search(const struct pattern *p, struct str ecma, struct str text)
{
	uint64_t fuel = FUEL, more = FUEL;
	struct pattern *other = pattern_compile_to_search(ecma, NULL);
	enum pattern_result r = pattern_match(p, text, &fuel);
	enum pattern_result s = pattern_match(other, text, &more);

	if (r != s && r != PATTERN_GAVE_UP && s != PATTERN_GAVE_UP)
		complain("an automaton and a search find something else");
	pattern_free(other);
}

static void check_pattern(struct str ecma, struct str text)
{
	struct err e = { "" };
	struct pattern *p = pattern_compile(ecma, NULL, &e);

	if ((p == NULL) == (e.text[0] == '\0'))
		complain("refused without a reason, or accepted with one");
	if (p != NULL && !pattern_valid(ecma))
		complain("compiled though it is none");
	if (p != NULL && utf8_valid(text)) {
		check_match(p, text);
		if (pattern_linear(p) != NULL)
			check_search(p, ecma, text);
	}
	pattern_free(p);
}

static void check_formats(struct str text)
{
	if (!utf8_valid(text))
		return;
	for (int f = FORMAT_UNKNOWN; f < FORMATS; f++) {
		bool holds = schema_format_holds((enum format)f, text);

		if (f == FORMAT_UNKNOWN && !holds)
			complain("an unknown format does not hold");
	}
	if (schema_format_holds(FORMAT_URI, text) &&
		!schema_format_holds(FORMAT_URI_REFERENCE, text))
		complain("a URI that is no reference");
	if (schema_format_holds(FORMAT_URI, text) &&
		!schema_format_holds(FORMAT_IRI, text))
		complain("a URI that is no IRI");
	if (schema_format_holds(FORMAT_EMAIL, text) && text.n < 3)
		complain("too short an address");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *end = memchr(data, '\n', size);
	size_t n = end != NULL ? (size_t)(end - data) : size;
	size_t rest = end != NULL ? size - n - 1 : 0;
	/* of their own, so that a read behind them is seen */
	char *ecma = malloc(n), *text = malloc(rest);

	memcpy(ecma, data, n);
	if (rest > 0)
		memcpy(text, data + n + 1, rest);
	check_pattern((struct str){ ecma, n }, (struct str){ text, rest });
	check_formats((struct str){ text, rest });
	free(ecma);
	free(text);
	return 0;
}
