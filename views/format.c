/* SPDX-License-Identifier: MIT */
#include "views/format.h"

#include <stdio.h>
#include <string.h>

#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

const char *format_age(int64_t usec, char out[FORMAT_TEXT])
{
	int64_t sec = usec < 0 ? 0 : usec / SECOND;

	if (usec < 0)
		usec = 0;
	if (sec < 2)
		snprintf(out, FORMAT_TEXT, "%d.%ds", (int)sec,
			(int)(usec % SECOND / (SECOND / 10)));
	else if (sec < 60)
		snprintf(out, FORMAT_TEXT, "%ds", (int)sec);
	else if (sec < 600)
		snprintf(out, FORMAT_TEXT, "%dm%02ds", (int)(sec / 60), (int)(sec % 60));
	else if (usec < HOUR)
		snprintf(out, FORMAT_TEXT, "%dm", (int)(sec / 60));
	else if (usec < DAY)
		snprintf(out, FORMAT_TEXT, "%dh%02dm", (int)(sec / 3600),
			(int)(sec / 60 % 60));
	else
		snprintf(out, FORMAT_TEXT, "%lldd", (long long)(usec / DAY));
	return out;
}

const char *format_span(int64_t usec, char out[FORMAT_TEXT])
{
	if (usec < 0)
		usec = 0;
	if (usec < MINUTE)
		snprintf(out, FORMAT_TEXT, "%ds", (int)(usec / SECOND));
	else if (usec < HOUR)
		snprintf(out, FORMAT_TEXT, "%dm", (int)(usec / MINUTE));
	else if (usec < 2 * DAY)
		snprintf(out, FORMAT_TEXT, "%dh", (int)(usec / HOUR));
	else
		snprintf(out, FORMAT_TEXT, "%lldd", (long long)(usec / DAY));
	return out;
}

const char *format_left(int64_t usec, char out[FORMAT_TEXT])
{
	int64_t sec = usec / SECOND;

	if (usec < 0)
		snprintf(out, FORMAT_TEXT, "PAST");
	else if (sec < 6000)
		snprintf(out, FORMAT_TEXT, "%d:%02d", (int)(sec / 60), (int)(sec % 60));
	else if (usec < 2 * DAY)
		snprintf(out, FORMAT_TEXT, "%dh%02d", (int)(sec / 3600),
			(int)(sec / 60 % 60));
	else
		snprintf(out, FORMAT_TEXT, "%lldd", (long long)(usec / DAY));
	return out;
}

const char *format_confidence(double c, char out[FORMAT_TEXT])
{
	/* Never rounded up to a bar that it is below: .699 is .69, not .70. */
	int hundredths = (int)(c * 100 + 1e-4);

	if (c < 0)
		snprintf(out, FORMAT_TEXT, "-");
	else if (hundredths >= 100)
		snprintf(out, FORMAT_TEXT, "1.0");
	else
		snprintf(out, FORMAT_TEXT, ".%02d", hundredths);
	return out;
}

const char *format_rate(double r, char out[FORMAT_TEXT])
{
	if (r >= 9.95)
		format_count((uint64_t)(r + 0.5), out);
	else if (r >= 0.95)
		snprintf(out, FORMAT_TEXT, "%.3g", (double)(int)(r * 10 + 0.5) / 10);
	else if (r >= 0.05)
		snprintf(out, FORMAT_TEXT, ".%d", (int)(r * 10 + 0.5));
	else
		snprintf(out, FORMAT_TEXT, "0");
	return out;
}

const char *format_often(double r, char out[FORMAT_TEXT])
{
	char number[FORMAT_TEXT];
	const char *unit = "/s";
	double second = r;

	if (r < 0.95) {
		r *= 60;
		unit = "/min";
		if (r > 0 && r < 0.95) {
			r *= 60;
			unit = "/h";
		}
	}
	if (r != second && r >= 0.95)
		snprintf(out, FORMAT_TEXT, "%d%s", (int)(r + 0.5), unit);
	else
		snprintf(out, FORMAT_TEXT, "%.20s%s", format_rate(r, number), unit);
	return out;
}

const char *format_count(uint64_t n, char out[FORMAT_TEXT])
{
	char digits[24];
	int len = snprintf(digits, sizeof(digits), "%llu", (unsigned long long)n), k = 0;

	for (int i = 0; i < len; i++) {
		if (i > 0 && (len - i) % 3 == 0)
			out[k++] = ',';
		out[k++] = digits[i];
	}
	out[k] = '\0';
	return out;
}

const char *format_many(uint64_t n, const char *one, char out[FORMAT_TEXT])
{
	char count[FORMAT_TEXT];

	snprintf(out, FORMAT_TEXT, "%.26s %.11s%s", format_count(n, count), one,
		n == 1 ? "" : "s");
	return out;
}

const char *format_growth(uint64_t came, char out[FORMAT_TEXT])
{
	char count[FORMAT_TEXT];

	if (came == 0)
		return "steady";
	snprintf(out, FORMAT_TEXT, "+%.30s", format_count(came, count));
	return out;
}

/* RFC 3339 text of the instant by the clock that was chosen. */
static void text_of(const struct world *w, int64_t t, char text[TIME_TEXT])
{
	time_format(w->clock == CLOCK_LOCAL ? t + w->zone : t, text);
}

static const char *ago(const struct world *w, int64_t t, char out[FORMAT_TEXT])
{
	char age[FORMAT_TEXT];
	bool ahead = t > w->now;

	snprintf(out, FORMAT_TEXT, "%c%.30s", ahead ? '+' : '-',
		format_age(ahead ? t - w->now : w->now - t, age));
	return out;
}

const char *format_time(const struct world *w, int64_t t, char out[FORMAT_TEXT])
{
	char text[TIME_TEXT];

	if (w->clock == CLOCK_AGO)
		return ago(w, t, out);
	text_of(w, t, text);
	snprintf(out, FORMAT_TEXT, "%.8s", text + 11);
	return out;
}

const char *format_instant(const struct world *w, int64_t t, char out[FORMAT_TEXT])
{
	char text[TIME_TEXT];

	if (w->clock == CLOCK_AGO)
		return ago(w, t, out);
	text_of(w, t, text);
	snprintf(out, FORMAT_TEXT, "%.12s", text + 11);
	return out;
}

const char *format_wall(const struct world *w, int64_t t, char out[FORMAT_TEXT])
{
	char text[TIME_TEXT];

	text_of(w, t, text);
	snprintf(out, FORMAT_TEXT, "%.5s", text + 11);
	return out;
}

const char *format_date(const struct world *w, int64_t t, char out[FORMAT_TEXT])
{
	static const char days[] = "ThuFriSatSunMonTueWed";
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	char text[TIME_TEXT];
	int64_t day = t / DAY - (t % DAY < 0);
	int month;

	text_of(w, t, text);
	if (w->clock == CLOCK_LOCAL)
		day = (t + w->zone) / DAY - ((t + w->zone) % DAY < 0);
	month = (text[5] - '0') * 10 + text[6] - '0';
	snprintf(out, FORMAT_TEXT, "%.3s %.2s %.3s", days + ((day % 7 + 7) % 7) * 3,
		text + 8, months + (month - 1) * 3);
	return out;
}
