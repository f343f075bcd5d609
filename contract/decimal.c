/* SPDX-License-Identifier: MIT */
/*
 * Most numbers have few digits: these are kept in a word, and all is done with
 * integers. The others keep their text, whose digits are walked.
 */
#include "contract/decimal.h"

#define WORD_DIGITS 18 /* that many always fit, with room for a remainder */
#define FAR 1000000000 /* an exponent beyond it is as good as this one */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static int64_t read_exponent(struct str s)
{
	bool minus = s.n > 0 && s.p[0] == '-';
	int64_t value = 0;

	for (size_t i = minus || (s.n > 0 && s.p[0] == '+'); i < s.n; i++) {
		if (value < FAR)
			value = value * 10 + (s.p[i] - '0');
	}
	if (value > FAR)
		value = FAR;
	return minus ? -value : value;
}

/* The digits in front of the exponent, which is put into *exponent. */
static struct str mantissa(struct str s, int64_t *exponent)
{
	*exponent = 0;
	for (size_t i = 0; i < s.n; i++) {
		if ((s.p[i] | 0x20) == 'e') {
			*exponent = read_exponent(str_skip(s, i + 1));
			return (struct str){ s.p, i };
		}
	}
	return s;
}

static void take_word(struct decimal *d, struct str s)
{
	d->small = true;
	for (size_t i = 0; i < s.n; i++) {
		if (is_digit(s.p[i]))
			d->digits = d->digits * 10 + (uint64_t)(s.p[i] - '0');
	}
}

struct decimal decimal_of(struct str number)
{
	struct decimal d = { .negative = number.p[0] == '-' };
	struct str s = mantissa(str_skip(number, d.negative), &d.exponent);
	const char *dot = memchr(s.p, '.', s.n);

	if (dot != NULL)
		d.exponent -= (int64_t)(s.p + s.n - dot - 1);
	while (s.n > 0 && (s.p[0] == '0' || s.p[0] == '.'))
		s = str_skip(s, 1);
	while (s.n > 0 && (s.p[s.n - 1] == '0' || s.p[s.n - 1] == '.')) {
		d.exponent += s.p[s.n - 1] == '0';
		s.n--;
	}
	d.text = s;
	d.count = (uint32_t)(s.n - (s.n > 0 && memchr(s.p, '.', s.n) != NULL));
	if (d.count <= WORD_DIGITS)
		take_word(&d, s);
	if (d.count == 0)
		d = (struct decimal){ .small = true };
	return d;
}

/* Walks the digits of a number from the first on; behind the last come zeros. */
struct walk {
	struct str left;
};

static unsigned next_digit(struct walk *w)
{
	unsigned digit;

	if (w->left.n > 0 && w->left.p[0] == '.')
		w->left = str_skip(w->left, 1);
	if (w->left.n == 0)
		return 0;
	digit = (unsigned)(w->left.p[0] - '0');
	w->left = str_skip(w->left, 1);
	return digit;
}

static int compare_digits(const struct decimal *a, const struct decimal *b)
{
	struct walk wa = { a->text }, wb = { b->text };
	uint32_t n = a->count > b->count ? a->count : b->count;

	for (uint32_t i = 0; i < n; i++) {
		unsigned da = next_digit(&wa), db = next_digit(&wb);

		if (da != db)
			return da < db ? -1 : 1;
	}
	return 0;
}

/* Both without their signs, and neither of them 0. */
static int compare_size(const struct decimal *a, const struct decimal *b)
{
	int64_t first_a = a->exponent + a->count, first_b = b->exponent + b->count;

	if (first_a != first_b)
		return first_a < first_b ? -1 : 1;
	if (a->small && b->small && a->exponent == b->exponent)
		return a->digits < b->digits ? -1 : a->digits > b->digits;
	return compare_digits(a, b);
}

static bool is_zero(const struct decimal *d)
{
	return d->small && d->digits == 0;
}

static int sign(const struct decimal *d)
{
	return is_zero(d) ? 0 : d->negative ? -1 : 1;
}

int decimal_compare(const struct decimal *a, const struct decimal *b)
{
	int sa = sign(a), sb = sign(b);

	if (sa != sb || sa == 0)
		return sa - sb;
	return sa * compare_size(a, b);
}

bool decimal_is_integer(const struct decimal *d)
{
	return d->exponent >= 0;
}

typedef unsigned __int128 wide;

/* 10^n modulo m */
static uint64_t power_of_ten(uint64_t n, uint64_t m)
{
	wide result = 1 % m, base = 10 % m;

	for (; n > 0; n >>= 1) {
		if (n & 1)
			result = result * base % m;
		base = base * base % m;
	}
	return (uint64_t)result;
}

static uint64_t digits_modulo(const struct decimal *d, uint64_t m)
{
	struct walk w = { d->text };
	wide rest = 0;

	if (d->small)
		return d->digits % m;
	for (uint32_t i = 0; i < d->count; i++)
		rest = (rest * 10 + next_digit(&w)) % m;
	return (uint64_t)rest;
}

/*
 * a = p * 10^i and b = q * 10^k, neither p nor q ends in 0: with i < k, p would have to
 * be a multiple of 10.
 */
bool decimal_is_multiple(const struct decimal *a, const struct decimal *b)
{
	wide rest;

	if (is_zero(a))
		return true;
	if (a->exponent < b->exponent)
		return false;
	rest = digits_modulo(a, b->digits);
	rest *= power_of_ten((uint64_t)(a->exponent - b->exponent), b->digits);
	return rest % b->digits == 0;
}

uint64_t decimal_hash(const struct decimal *d)
{
	struct walk w = { d->text };
	uint64_t h = (uint64_t)d->exponent * UINT64_C(0x9e3779b97f4a7c15) + d->negative;

	for (uint32_t i = 0; i < d->count; i++)
		h = (h ^ next_digit(&w)) * UINT64_C(0x100000001b3);
	return h;
}

bool decimal_count(const struct decimal *d, uint32_t *count)
{
	uint64_t value = d->digits;

	if (d->exponent < 0 || sign(d) < 0)
		return false;
	*count = UINT32_MAX;
	if (!d->small || (d->exponent > 10 && value != 0))
		return true;
	for (int64_t i = 0; i < d->exponent && value <= UINT32_MAX; i++)
		value *= 10;
	if (value < UINT32_MAX)
		*count = (uint32_t)value;
	return true;
}
