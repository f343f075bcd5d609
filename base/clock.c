/* SPDX-License-Identifier: MIT */
#include "base/clock.h"

#include <time.h>

#define DAY_SECONDS INT64_C(86400)
#define YEAR_0 INT64_C(-62167219200)    /* 0000-01-01T00:00:00Z in seconds */
#define YEAR_9999 INT64_C(253402300799) /* 9999-12-31T23:59:59Z */

/* Days from 1970-01-01 to a date of the proleptic Gregorian calendar. */
static int64_t days_of(int64_t y, int m, int d)
{
	int64_t era, yoe, doy, doe;

	y -= m <= 2;
	era = (y >= 0 ? y : y - 399) / 400;
	yoe = y - era * 400;
	doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
	return era * 146097 + doe - 719468;
}

static void date_of(int64_t days, int64_t *y, int *m, int *d)
{
	int64_t z = days + 719468, era = (z >= 0 ? z : z - 146096) / 146097;
	int64_t doe = z - era * 146097;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int64_t mp = (5 * doy + 2) / 153;

	*d = (int)(doy - (153 * mp + 2) / 5 + 1);
	*m = (int)(mp < 10 ? mp + 3 : mp - 9);
	*y = yoe + era * 400 + (*m <= 2);
}

static int month_days(int64_t y, int m)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;

	return m == 2 && leap ? 29 : days[m - 1];
}

/* Reads exactly `n` digits off the front of *s. */
static inline bool digits(struct str *s, int n, int *value)
{
	*value = 0;
	if (s->n < (size_t)n)
		return false;
	for (int i = 0; i < n; i++) {
		if (s->p[i] < '0' || s->p[i] > '9')
			return false;
		*value = *value * 10 + (s->p[i] - '0');
	}
	*s = (struct str){ s->p + n, s->n - (size_t)n };
	return true;
}

static inline bool one_of(struct str *s, const char *set)
{
	for (; s->n > 0 && *set != '\0'; set++) {
		if (*set != s->p[0])
			continue;
		*s = str_skip(*s, 1);
		return true;
	}
	return false;
}

static bool fraction(struct str *s, int64_t *usec)
{
	int64_t unit = 100000;
	size_t n = 0;

	*usec = 0;
	if (s->n == 0 || s->p[0] != '.')
		return true;
	*s = str_skip(*s, 1);
	for (; n < s->n && s->p[n] >= '0' && s->p[n] <= '9'; n++) {
		*usec += unit * (s->p[n] - '0');
		unit /= 10;
	}
	*s = str_skip(*s, n);
	return n > 0;
}

static bool offset(struct str *s, int64_t *seconds)
{
	int sign, h, m;

	*seconds = 0;
	if (one_of(s, "Zz"))
		return true;
	if (s->n == 0 || (s->p[0] != '+' && s->p[0] != '-'))
		return false;
	sign = s->p[0] == '-' ? -1 : 1;
	*s = str_skip(*s, 1);
	if (!digits(s, 2, &h) || !one_of(s, ":") || !digits(s, 2, &m) || h > 23 || m > 59)
		return false;
	*seconds = sign * (h * 3600 + m * 60);
	return true;
}

/* Two digits; *good becomes false if they are not. */
static inline int two(const char *p, bool *good)
{
	unsigned tens = (unsigned char)p[0] - (unsigned)'0';
	unsigned ones = (unsigned char)p[1] - (unsigned)'0';

	*good &= tens <= 9 && ones <= 9;
	return (int)(tens * 10 + ones);
}

#define BEFORE_FRACTION 19 /* "2026-04-17T23:00:01" */

bool time_parse(struct str s, int64_t *usec)
{
	const char *p = s.p;
	int y, mo, d, h, mi, sec;
	int64_t frac, off;
	bool good;

	if (s.n < BEFORE_FRACTION)
		return false;
	good = p[4] == '-' && p[7] == '-' &&
		(p[10] == 'T' || p[10] == 't' || p[10] == ' ') && p[13] == ':' &&
		p[16] == ':';
	y = two(p, &good) * 100 + two(p + 2, &good);
	mo = two(p + 5, &good);
	d = two(p + 8, &good);
	h = two(p + 11, &good);
	mi = two(p + 14, &good);
	sec = two(p + 17, &good);
	s = str_skip(s, BEFORE_FRACTION);
	if (!good || !fraction(&s, &frac) || !offset(&s, &off) || s.n != 0)
		return false;
	if (mo < 1 || mo > 12 || d < 1 || d > month_days(y, mo) || h > 23 || mi > 59 ||
		sec > 60)
		return false;
	if (sec == 60) {
		sec = 59;
		frac = 999999;
	}
	*usec = (days_of(y, mo, d) * DAY_SECONDS + h * 3600 + mi * 60 + sec - off) *
			SECOND +
		frac;
	return true;
}

/* `n` digits and what stands behind them; where the next part begins. */
static char *put(char *to, int64_t value, int n, char behind)
{
	for (int i = n - 1; i >= 0; i--, value /= 10)
		to[i] = (char)('0' + value % 10);
	to[n] = behind;
	return to + n + 1;
}

void time_format(int64_t usec, char out[TIME_TEXT])
{
	int64_t sec = usec / SECOND, frac = usec % SECOND, days, y;
	int m, d, rest;

	if (frac < 0) {
		frac += SECOND;
		sec--;
	}
	if (sec < YEAR_0)
		sec = YEAR_0;
	if (sec > YEAR_9999)
		sec = YEAR_9999;
	days = sec / DAY_SECONDS;
	rest = (int)(sec % DAY_SECONDS);
	if (rest < 0) {
		rest += (int)DAY_SECONDS;
		days--;
	}
	date_of(days, &y, &m, &d);
	out = put(out, y, 4, '-');
	out = put(out, m, 2, '-');
	out = put(out, d, 2, 'T');
	out = put(out, rest / 3600, 2, ':');
	out = put(out, rest / 60 % 60, 2, ':');
	out = put(out, rest % 60, 2, '.');
	out = put(out, frac, 6, 'Z');
	*out = '\0';
}

static int64_t read_clock(clockid_t id)
{
	struct timespec t;

	clock_gettime(id, &t);
	return t.tv_sec * SECOND + t.tv_nsec / 1000;
}

int64_t clock_wall(void)
{
	return read_clock(CLOCK_REALTIME);
}

int64_t clock_boot(void)
{
	return read_clock(CLOCK_BOOTTIME);
}

int64_t clock_mono(void)
{
	return read_clock(CLOCK_MONOTONIC);
}

bool duration_parse(struct str s, int64_t *usec)
{
	static const struct {
		const char *unit;
		int64_t usec;
	} units[] = { { "", SECOND }, { "ms", 1000 }, { "s", SECOND }, { "m", MINUTE },
		{ "h", 60 * MINUTE }, { "d", 24 * 60 * MINUTE } };
	int64_t n = 0;
	size_t i = 0;

	for (; i < s.n && s.p[i] >= '0' && s.p[i] <= '9' && i < 9; i++)
		n = n * 10 + (s.p[i] - '0');
	if (i == 0)
		return false;
	for (size_t u = 0; u < sizeof(units) / sizeof(*units); u++) {
		if (str_is(str_skip(s, i), units[u].unit)) {
			if (n > INT64_MAX / units[u].usec)
				return false;
			*usec = n * units[u].usec;
			return true;
		}
	}
	return false;
}
