/* SPDX-License-Identifier: MIT */
#include "app/place.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"

#define MOST_DIGITS 15
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

static bool number(struct str s, size_t *out)
{
	size_t n = 0;

	if (s.n < 1 || s.n > MOST_DIGITS)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		n = n * 10 + (size_t)(s.p[i] - '0');
	}
	*out = n > 0 ? n : 1;
	return true;
}

/* "03:04" or "03:04:12". */
static bool time_of_day(struct str s, int64_t day, int64_t *out)
{
	char full[80], text[TIME_TEXT];

	if (s.n != 5 && (s.n < 8 || s.n > 16))
		return false;
	time_format(day, text);
	snprintf(full, sizeof(full), "%.10sT%.*s%sZ", text, (int)s.n, s.p,
		s.n == 5 ? ":00" : "");
	return time_parse(str_of(full), out);
}

bool place_read_away(struct str s, int64_t *usec)
{
	static const char units[] = "smhd";
	static const int64_t unit[] = { SECOND, MINUTE, HOUR, DAY };
	const char *u = s.n > 2 ? memchr(units, s.p[s.n - 1], 4) : NULL;
	size_t n;

	if (u == NULL || (s.p[0] != '-' && s.p[0] != '+') || s.n > 8 ||
		!number((struct str){ s.p + 1, s.n - 2 }, &n))
		return false;
	*usec = (s.p[0] == '-' ? -1 : 1) * (int64_t)n * unit[u - units];
	return true;
}

void place_span(int64_t first, int64_t last, char out[PLACE_SPAN])
{
	char from[TIME_TEXT], to[TIME_TEXT];
	bool one_day;

	time_format(first, from);
	time_format(last, to);
	one_day = strncmp(from, to, 10) == 0;
	from[10] = to[10] = ' ';
	snprintf(out, PLACE_SPAN, "the recording runs %.*s to %.*s", one_day ? 8 : 19,
		from + (one_day ? 11 : 0), one_day ? 8 : 19, to + (one_day ? 11 : 0));
}

bool place_within(int64_t time, int64_t first, int64_t last)
{
	return time > first - MINUTE && time <= last;
}

bool place_read(struct str s, int64_t day, struct place *out)
{
	*out = (struct place){ 0 };
	return number(s, &out->number) || time_parse(s, &out->time) ||
		time_of_day(s, day, &out->time);
}
