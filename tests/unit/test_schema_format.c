/* SPDX-License-Identifier: MIT */
#include "contract/schema_format.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "base/buf.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))

/* What holds, up to a NULL, and what does not. */
struct cases {
	const char *name;
	const char *good[48], *bad[72];
};

static void check(const struct cases *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		enum format f = schema_format_named(str_of(rows[i].name));

		assert_int_not_equal(f, FORMAT_UNKNOWN);
		for (const char *const *t = rows[i].good; *t != NULL; t++) {
			if (!schema_format_holds(f, str_of(*t)))
				fail_msg("%s: %s is one", rows[i].name, *t);
		}
		for (const char *const *t = rows[i].bad; *t != NULL; t++) {
			if (schema_format_holds(f, str_of(*t)))
				fail_msg("%s: %s is none", rows[i].name, *t);
		}
	}
}

static const struct cases times[] = {
	{ "date",
		{ "2026-04-17", "2024-02-29", "2000-02-29", "0000-01-01", "9999-12-31",
			NULL },
		{ "", "2026-04-31", "2023-02-29", "1900-02-29", "2026-00-01",
			"2026-13-01", "2026-01-00", "2026-1-01", "2026-01-1", "26-01-01",
			"02026-01-01", "2026/01/01", "20260101", "2026-W16-5", "2026-107",
			"2026-04-17 ", "2026-04-17\n", "2026-04-1\u09e7", "-2026-04-17",
			NULL } },
	{ "time",
		{ "23:07:01Z", "23:07:01z", "00:00:00.1Z", "12:00:00.123456789012Z",
			"12:00:00+05:30", "12:00:00-23:59", "23:59:60Z", "15:59:60-08:00",
			"00:59:60+01:00", "05:29:60+05:30", "00:29:60-23:30", NULL },
		{ "", "12:00:00", "24:00:00Z", "12:60:00Z", "12:00:61Z", "12:00Z",
			"12:00:00.Z", "12:00:00,5Z", "12:00:00+24:00", "12:00:00+01:60",
			"12:00:00+0100", "12:00:00 Z", "12:00:00Z+01:00", "1:00:00Z",
			"23:58:60Z", "22:59:60Z", "23:59:60+01:00", "12:00:00\u22125:00",
			NULL } },
	{ "date-time",
		{ "2026-04-17T23:07:01Z", "2026-04-17t23:07:01z",
			"2026-04-17T23:07:01.204+02:00", "1998-12-31T23:59:60Z", NULL },
		{ "", "2026-04-17", "23:07:01Z", "2026-04-17 23:07:01Z",
			"2026-04-17T23:07:01", "2026-02-30T23:07:01Z",
			"2026-04-17T25:07:01Z", "2026-04-17T23:07:01ZZ",
			"1998-12-31T23:58:60Z", "+2026-04-17T23:07:01Z", NULL } },
	{ "duration",
		{ "P1Y", "P1M", "P1D", "P1Y2M", "P1Y2M3D", "P2M3D", "PT1H", "PT1M",
			"PT1S", "PT1H2M3S", "PT2M3S", "P1DT1S", "P3W", "P0D", "P007D",
			"P99999999999999999999D", NULL },
		{ "", "P", "PT", "P1", "P1YT", "1Y", "P1Y2D", "PT1H2S", "P1D2M", "P1S",
			"PT1D", "P1W2D", "P1Y1W", "P1WT1H", "P1W1W", "P-1D", "P1.5D",
			"PT0,5S", "p1d", "P1D ", "PW", "P1D2T1H", "-P1D", NULL } },
};

static void test_times(void **state)
{
	(void)state;
	check(times, LEN(times));
}

#define LABEL_63 "a123456789b123456789c123456789d123456789e123456789f123456789xyz"

static const struct cases hosts[] = {
	{ "ipv4", { "0.0.0.0", "255.255.255.255", "10.0.0.1", NULL },
		{ "", "1.2.3", "1.2.3.4.5", "256.0.0.1", "1.2.3.04", "00.0.0.0", "1.2.3.",
			".1.2.3", "1..2.3", "0x1.2.3.4", "1.2.3.4 ", "1.2.3.4/8",
			"16909060", "1.2.3.\u0664", NULL } },
	{ "ipv6",
		{ "::", "::1", "1::", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::",
			"::2:3:4:5:6:7:8", "1::8", "2001:db8::A:b", "::ffff:10.0.0.1",
			"1:2:3:4:5:6:10.0.0.1", "1:2:3:4:5::10.0.0.1", NULL },
		{ "", ":", ":::", "1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9",
			"1:2:3:4:5:6:7:8::", "1::2::3", "1:::2", ":1:2:3:4:5:6:7",
			"1:2:3:4:5:6:7:", "12345::", "::g", "10.0.0.1",
			"1:2:3:4:5:6:7:10.0.0.1", "::10.0.0.1:1", "::10.0.0",
			"::10.0.0.256", "::10.0.0.01", "fe80::1%eth0", "::1/128", "[::1]",
			" ::1", "::1 ", "::a.0.0.1", NULL } },
	{ "hostname",
		{ "localhost", "www.example.com", "a", "1", "1host", "3com.com", "a-b",
			"a--b", "WWW.Example.COM", LABEL_63 ".com", "127.0.0.1",
			"xn--nxasmq6b.example", "XN--NXASMQ6B", "xn--4gbwdl", NULL },
		{ "", ".", "a.", ".a", "a..b", "-a", "a-", "a.-b", "a_b", "a b", "a@b",
			LABEL_63 "q", "\u00e9", "a\u3002b", "xn--", "xn--a", "xn--X",
			"xn--abc-", "xn--\u00e9", "xn--99999999", "a\n", NULL } },
	{ "idn-hostname",
		{ "localhost", "a-b.example", "b\u00fccher.example", "xn--bcher-kva",
			"\u5b9f\u4f8b.\u30c6\u30b9\u30c8", "a\u3002b\uff0ec\uff61d",
			"fa\u00df", "\u03bf\u03c2", "\u3007", "\u13a0", NULL },
		{ "", ".", "\u3002", "a\u3002", "-\u00e9", "\u00e9-", "ab--\u00e9",
			"ab--c", "\u0301a", "\u0903a", "\u00c9", "\uff41", "\ufb01",
			"\u00aa", "a\u00ad", "\u2460", "\u20ac", "\U0001f600", "\u0378",
			"a \u00e9", "a_\u00e9", "\u0640\u0628", "\u302e\u5b9f", "\u1112",
			"\u00e9.\u00c9", "xn--a-9ca-", "xn--a-ecp.ru", "XN--B", NULL } },
};

static void test_hosts(void **state)
{
	(void)state;
	check(hosts, LEN(hosts));
}

/* RFC 5892, appendix A, and RFC 5893. */
static const struct cases contexts[] = {
	{ "idn-hostname",
		{ "l\u00b7l", "\u0375\u03b1", "\u05d0\u05f3", "\u05d0\u05f4\u05d1",
			"\u30fb\u3041", "\u4e00\u30fb", "\u0628\u0661", "\u06f1\u06f2",
			"\u0915\u094d\u200d\u0937", "\u0915\u094d\u200c\u0937",
			"\u0628\u200c\u0628", "\u0628\u064b\u200c\u064b\u0627", "\u05d01",
			"\u05d0\u05b0", "\u06281\u0628", NULL },
		{ "\u00b7\u00e9", "a\u00b7l", "l\u00b7a", "l\u00b7", "\u03b1\u0375",
			"\u0375a\u00e9", "\u05f3\u05d0", "a\u05f3", "\u30fb", "a\u30fbb",
			"\u0628\u0661\u06f1", "\u0915\u200d\u0937", "\u200d\u0937",
			"\u0915\u200c\u0937", "\u0627\u200c\u0628", "\u0628\u200c",
			"\u05d0a", "a\u05d0", "1\u05d0", "\u05d0-a\u05d0",
			"\u06281\u0661", "a\u0661", NULL } },
};

static void test_contexts(void **state)
{
	(void)state;
	check(contexts, LEN(contexts));
}

/* A name has 253 bytes at most, as it is in the DNS; a label 63. */
static void test_lengths(void **state)
{
	struct buf b = { 0 };

	(void)state;
	for (int i = 0; i < 3; i++)
		buf_str(&b, LABEL_63 ".");
	buf_fmt(&b, "%.61s", LABEL_63);
	assert_int_equal(b.len, 253);
	assert_true(schema_format_holds(FORMAT_HOSTNAME, buf_view(&b)));
	assert_true(schema_format_holds(FORMAT_IDN_HOSTNAME, buf_view(&b)));
	buf_char(&b, 'x');
	assert_false(schema_format_holds(FORMAT_HOSTNAME, buf_view(&b)));
	assert_false(schema_format_holds(FORMAT_IDN_HOSTNAME, buf_view(&b)));
	buf_reset(&b);
	/* Punycode writes them as "xn--tda" and one digit more for each. */
	for (int i = 0; i < 57; i++)
		buf_str(&b, "\u00fc");
	assert_true(schema_format_holds(FORMAT_IDN_HOSTNAME, buf_view(&b)));
	buf_str(&b, "\u00fc\u00fc\u00fc");
	assert_false(schema_format_holds(FORMAT_IDN_HOSTNAME, buf_view(&b)));
	buf_fini(&b);
}

#define LOCAL_64 LABEL_63 "q"

static const struct cases mailboxes[] = {
	{ "email",
		{ "a@b", "joe.bloggs@example.com", "!#$%&'*+-/=?^_`{|}~@x", "\"a b\"@x",
			"\"\"@x", "\"a@b..c\"@x", "\"\\\"\\\\\"@x", "a@[10.0.0.1]",
			"a@[IPv6:::1]", "a@[ipv6:1::2]", "a@1.2.3.4", "a@x--y.z",
			LOCAL_64 "@x", NULL },
		{ "", "@", "a", "a@", "@b", ".a@b", "a.@b", "a..b@c", "a b@c", "a@b@c",
			"a@b c", "a@b.", "a@.b", "a@-b", "a@b-", "a@b_c", "a@[]",
			"a@[1.2.3]", "a@[::1]", "a@[IPv6:1]", "a@[IPv6:::1",
			"a@x[1.2.3.4]", "a@[", "\"a@b", "\"a\"b@c", "a\"b\"@c",
			"\"a\\\"@b", "\"a\nb\"@c", "a,b@c", "a(c)@b", "<a@b>", "a@b\n",
			" a@b", "\u00e9@b", "a@\u00e9", "\"\u00e9\"@b", LOCAL_64 "q@x",
			NULL } },
	{ "idn-email",
		{ "a@b", "\u00e9@b", "\"\u00e9 x\"@b", "a@b\u00fccher.example",
			"\u5b9f\u4f8b@\u5b9f\u4f8b.\u30c6\u30b9\u30c8", NULL },
		{ "", "\u00e9", "\u00e9@", "@\u00e9", "a@\u00c9", "\"\\\u00e9\"@b",
			"\u00e9..a@b", NULL } },
};

static void test_mailboxes(void **state)
{
	(void)state;
	check(mailboxes, LEN(mailboxes));
}

static const struct cases uris[] = {
	{ "uri",
		{ "http://example.com/a/b?c=d#e", "urn:x", "a:", "a+b-c.1:x",
			"file:///etc", "mailto:a@b", "http://[::1]:80/",
			"http://[v1.a:b]/", "http://a:b:c@h:80", "http://@h",
			"http://h:", "http://:1", "a:/", "a://", "http://1.2.3.999/",
			"http://a%41_~!$/", "a:b/c;d=(e),@:", "a:?", "a:#", "a:?a/?",
			"a:#a/?", NULL },
		{ "", "a", "/a", "//a", "?a", "#a", ":a", "1a:b", "a_b:c", "\u00e9:a",
			"http://a b", "http://[::1", "http://[::1]a", "http://[1.2.3.4]",
			"http://[v.a]", "http://[v1.]", "http://[v1.%41]",
			"http://[v1.a%41]", "http://[]", "http://h:x", "http://h:1:2",
			"http://a@b@c", "http://[@h", "a:%", "a:%4", "a:%4g", "a:\\",
			"a:<b>", "a:\"", "a:{b}", "a:|", "a:^", "a:`", "a:[b]", "a:#b#c",
			"a:\u00e9", "a:b\n", NULL } },
	{ "uri-reference",
		{ "", "a", "/a", "//a", "//", "?a", "#a", "a/b:c", "./a:b", "a:b",
			"../a?b#c", NULL },
		{ "1:a", ":a", "a\\b", "/[a]", "\u00e9", "a b", "//h:x", "#a#b", NULL } },
	{ "iri",
		{ "http://\u00e9.example/\u03c0?\u03c1#\u03c3", "a:\U00010300",
			"a:?\ue000\U000f0000\U00100000", "http://\u00e9@h", "a:b", NULL },
		{ "", "\u00e9", "/\u00e9", "\u00e9:a", "a:\ue000", "a:#\ue000",
			"a:\ufdd0", "a:\ufffe", "a:\U0001fffe", "a:\U000e0001",
			"a:\xc2\x80", "a:\u00e9\\", NULL } },
	{ "iri-reference",
		{ "", "\u00e9", "/\u00e9#\u00e8", "//\u00e9", "#\u00e9", NULL },
		{ "\u00e9 ", "\u00e9\\", "\u00e9:a", "/\ue000", NULL } },
	{ "uri-template",
		{ "", "a", "{a}", "a{b}c{d}", "{a,b}", "{a:3}", "{a:9999}", "{a*}",
			"{a.b_c}", "{%41b}", "{+a}", "{#a}", "{.a}", "{/a}", "{;a}",
			"{?a,b*}", "{&a}", "{=a}", "{,a}", "%41", "a'b", "\u00e9\ue000",
			"[a]?b#c", NULL },
		{ "{", "}", "{}", "{a", "a}", "{{a}}", "{a,}", "{a,,b}", "{a..b}", "{.}",
			"{a.}", "{a:}", "{a:0}", "{a:01}", "{a:10000}", "{a:x}", "{a**}",
			"{a:1*}", "{a b}", "{a-b}", "{%4}", "{+}", "{\u00e9}", "%", "%4",
			"%gg", "a b", "<a>", "\"", "\\", "^", "`", "|", "\x7f", NULL } },
};

static void test_uris(void **state)
{
	(void)state;
	check(uris, LEN(uris));
}

static const struct cases others[] = {
	{ "uuid",
		{ "00000000-0000-0000-0000-000000000000",
			"123e4567-E89B-12d3-a456-426614174000", NULL },
		{ "", "123e4567-e89b-12d3-a456-42661417400",
			"123e4567-e89b-12d3-a456-4266141740000",
			"123e4567e89b12d3a456426614174000",
			"123e4567-e89b-12d3-a456-42661417400g",
			"{123e4567-e89b-12d3-a456-426614174000}",
			"123e-4567e89b-12d3-a456-426614174000", NULL } },
	{ "json-pointer", { "", "/", "/a", "/a/b~0~1", "//", "/a b", "/\u00e9", NULL },
		{ "a", "#/a", "#", "/~", "/a~2", "/~~0", "a/b", " /a", NULL } },
	{ "relative-json-pointer",
		{ "0", "1", "10", "0#", "1/a", "2/0/b", "0+1", "0-10/a", "0+0#", "0/",
			NULL },
		{ "", "01", "00", "-1", "+1", "/a", "#", "0##", "0#/a", "1a", "0+",
			"0+01", "0++1", "1/~", "\u0661", "1\n", NULL } },
	{ "regex", { "", "^a+$", "(?<=a+)b", "\\p{L}", "a|b", NULL },
		{ "(", "[", "*", "a**", "\\", "\\a", "(?i)a", "[z-a]", "\\p{Foo}",
			NULL } },
};

static void test_others(void **state)
{
	(void)state;
	check(others, LEN(others));
}

static void test_names(void **state)
{
	static const char *const unknown[] = { "", "uri2", "Date", "color", "int32",
		"date ", "binary", "password" };

	(void)state;
	for (size_t i = 0; i < LEN(unknown); i++)
		assert_int_equal(schema_format_named(str_of(unknown[i])), FORMAT_UNKNOWN);
	assert_int_equal(schema_format_named((struct str){ NULL, 0 }), FORMAT_UNKNOWN);
	assert_true(schema_format_holds(FORMAT_UNKNOWN, STR("anything")));
	for (int f = FORMAT_UNKNOWN + 1; f < FORMATS; f++) {
		/* None reads what is not there, and no format but these has a NUL in it.
		 */
		bool holds = schema_format_holds((enum format)f, STR("a\0b"));

		schema_format_holds((enum format)f, (struct str){ NULL, 0 });
		assert_int_equal(holds, f == FORMAT_REGEX);
	}
	assert_true(schema_format_holds(FORMAT_JSON_POINTER, STR("/a\0b")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_times),
		cmocka_unit_test(test_hosts),
		cmocka_unit_test(test_contexts),
		cmocka_unit_test(test_lengths),
		cmocka_unit_test(test_mailboxes),
		cmocka_unit_test(test_uris),
		cmocka_unit_test(test_others),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
