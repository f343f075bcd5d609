/* SPDX-License-Identifier: MIT */
/* RFC 3339: section 5.6, and durations by its appendix A. */
#include "contract/schema_format_own.h"

/* Exactly so many digits. */
static bool take_number(struct str *s, int digits, int *value)
{
	*value = 0;
	for (int i = 0; i < digits; i++) {
		if (!is_digit(next_of(*s)))
			return false;
		*value = *value * 10 + (s->p[0] - '0');
		*s = str_skip(*s, 1);
	}
	return true;
}

static int days_of(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return month == 2 && leap ? 29 : days[month - 1];
}

static bool take_date(struct str *s)
{
	int year, month, day;

	return take_number(s, 4, &year) && take(s, '-') && take_number(s, 2, &month) &&
		take(s, '-') && take_number(s, 2, &day) && month >= 1 && month <= 12 &&
		day >= 1 && day <= days_of(year, month);
}

/* Z or +hh:mm, in minutes. */
static bool take_offset(struct str *s, int *offset)
{
	int sign = take(s, '-') ? -1 : 1, hours, minutes;

	*offset = 0;
	if (sign > 0 && (take(s, 'Z') || take(s, 'z')))
		return true;
	if (sign > 0 && !take(s, '+'))
		return false;
	if (!take_number(s, 2, &hours) || !take(s, ':') || !take_number(s, 2, &minutes))
		return false;
	*offset = sign * (hours * 60 + minutes);
	return hours <= 23 && minutes <= 59;
}

static bool take_time(struct str *s)
{
	int hours, minutes, seconds, offset;

	if (!take_number(s, 2, &hours) || !take(s, ':') || !take_number(s, 2, &minutes) ||
		!take(s, ':') || !take_number(s, 2, &seconds))
		return false;
	if (take(s, '.') && take_digits(s) == 0)
		return false;
	if (!take_offset(s, &offset) || hours > 23 || minutes > 59 || seconds > 60)
		return false;
	/* A leap second comes at the end of a day of UTC. */
	return seconds < 60 ||
		(hours * 60 + minutes - offset + 24 * 60) % (24 * 60) == 24 * 60 - 1;
}

bool schema_format_date(struct str s)
{
	return take_date(&s) && s.n == 0;
}

bool schema_format_time(struct str s)
{
	return take_time(&s) && s.n == 0;
}

bool schema_format_date_time(struct str s)
{
	return take_date(&s) && (take(&s, 'T') || take(&s, 't')) && take_time(&s) &&
		s.n == 0;
}

/*
 * Numbers with units, each unit the one that follows in `units` after the one before:
 * none may be left out between two. How many there were.
 */
static int take_units(struct str *s, const char *units)
{
	struct str rest = *s;
	int count = 0;

	while (take_digits(&rest) > 0) {
		const char *unit = next_of(rest) > 0 ? strchr(units, rest.p[0]) : NULL;

		if (unit == NULL || (count > 0 && unit != units))
			break;
		units = unit + 1;
		*s = rest = str_skip(rest, 1);
		count++;
	}
	return count;
}

bool schema_format_duration(struct str s)
{
	int count;

	if (!take(&s, 'P'))
		return false;
	count = take_units(&s, "YMD");
	if (count == 0 && take_units(&s, "W") == 1)
		return s.n == 0;
	if (take(&s, 'T'))
		return take_units(&s, "HMS") > 0 && s.n == 0;
	return count > 0 && s.n == 0;
}
