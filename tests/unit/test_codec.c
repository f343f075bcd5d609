/* SPDX-License-Identifier: MIT */
/* Runs the tables in tests/codec, whose first one says how they are read. */
#include "bus/codec.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))

#define RECORDED (INT64_C(1776467221204) * 1000)
#define HUBSEQUENCE 42
#define OURS                                                                             \
	"\"recordedtime\":\"2026-04-17T23:07:01.204000Z\","                              \
	"\"hubsequence\":\"00000000000000000042\""

/* --- tables ---------------------------------------------------------------- */

static int hex(char c)
{
	return c <= '9' ? c - '0' : c - 'a' + 10;
}

static const char *expand_event(struct buf *out, const char *p)
{
	const char *source = p[0] == 'a' ? "agent:a" : "hub:test";
	size_t n = strcspn(p + 2, ",} ");

	buf_fmt(out,
		"\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"%s\","
		"\"type\":\"%s%.*s\"",
		source, n == 1 ? "" : "seam.", (int)n, p + 2);
	return p + 2 + n;
}

/* {x*3} */
static const char *expand_repeat(struct buf *out, const char *p)
{
	const char *x = p + 1, *star = x + 1;
	char *end;
	unsigned long n;

	while (*star != '*')
		star++;
	n = strtoul(star + 1, &end, 10);
	assert_true(*end == '}');
	while (n-- > 0)
		buf_add(out, x, (size_t)(star - x));
	return end + 1;
}

static const char *expand_at(struct buf *out, const char *p)
{
	switch (*p) {
	case 'a':
	case 'h':
		return expand_event(out, p);
	case '{':
		return expand_repeat(out, p);
	case 'H':
		buf_str(out, "\"handoff\":\"h\",\"attempt\":1");
		break;
	case 'r':
		buf_str(out, OURS);
		break;
	case '0':
		buf_str(out,
			"sha256:00000000000000000000000000000000"
			"00000000000000000000000000000000");
		break;
	default:
		fail_msg("@%c", *p);
	}
	return p + 1;
}

static void expand(struct buf *out, const char *p)
{
	buf_reset(out);
	buf_str(out, "");
	while (*p != '\0') {
		if (*p == '@') {
			p = expand_at(out, p + 1);
		} else if (p[0] == '\\' && p[1] == 'x') {
			buf_char(out, (char)(hex(p[2]) << 4 | hex(p[3])));
			p += 4;
		} else {
			buf_char(out, *p++);
		}
	}
}

struct table_case {
	const char *file;
	char *name;
	struct buf input, expected;
};

static bool next_line(FILE *f, struct buf *line)
{
	int c;

	buf_reset(line);
	buf_str(line, "");
	while ((c = fgetc(f)) != EOF && c != '\n')
		buf_char(line, (char)c);
	return c != EOF || line->len > 0;
}

/* Calls `run` for each case of tests/codec/NAME. */
static void each_case(
	const char *name, void (*run)(const struct table_case *c), size_t least)
{
	struct buf path = { 0 }, line = { 0 };
	struct table_case c = { .file = name };
	size_t cases = 0;
	FILE *f;

	buf_fmt(&path, "tests/codec/%s", name);
	f = fopen(path.data, "r");
	if (f == NULL)
		fail_msg("%s: run it from the top of the tree", path.data);
	while (next_line(f, &line)) {
		if (line.len == 0 || line.data[0] == '#')
			continue;
		c.name = buf_steal(&line);
		assert_true(next_line(f, &line));
		expand(&c.input, line.data);
		assert_true(next_line(f, &line));
		expand(&c.expected, line.data);
		run(&c);
		free(c.name);
		cases++;
	}
	assert_true(cases >= least);
	fclose(f);
	buf_fini(&path);
	buf_fini(&line);
	buf_fini(&c.input);
	buf_fini(&c.expected);
}

/* --- what is read ---------------------------------------------------------- */

enum kind {
	TEXT,
	FLAG,
	NUMBER32,
	NUMBER64,
	TIME,
	REAL,
	DIGEST,
	TYPE,
	ACTION,
	HOLD,
	DURATION
};

static const struct member {
	const char *name;
	enum kind kind;
	size_t at;
} members[] = {
#define M(kind, member)                                                                  \
	{                                                                                \
#member, kind, offsetof(struct event, member)                            \
	}
	M(TYPE, type),
	M(TEXT, type_name),
	M(TEXT, source),
	M(TEXT, id),
	M(TEXT, subject),
	M(TEXT, run),
	M(TEXT, dataschema),
	M(TEXT, agent),
	M(FLAG, from_hub),
	M(FLAG, has_sequence),
	M(NUMBER64, sequence),
	M(FLAG, has_time),
	M(TIME, time),
	M(TIME, recorded),
	M(FLAG, has_recorded),
	M(NUMBER64, hubsequence),
	M(TEXT, data_raw),
	M(TEXT, artifact_raw),
	M(DIGEST, digest),
	M(TEXT, handoff),
	M(TEXT, from),
	M(TEXT, to),
	M(TEXT, reason),
	M(TEXT, detail),
	M(TEXT, note),
	M(TEXT, target),
	M(TEXT, action_name),
	M(TEXT, agent_named),
	M(TEXT, decision),
	{ "operator", TEXT, offsetof(struct event, operator_name) },
	M(TEXT, cause),
	M(TEXT, code),
	M(NUMBER32, attempt),
	M(NUMBER32, next_attempt),
	M(TIME, deadline),
	M(TIME, until),
	M(ACTION, action),
	M(HOLD, hold),
	M(FLAG, has_confidence),
	M(FLAG, has_review_below),
	M(REAL, confidence),
	M(REAL, review_below),
	M(NUMBER32, faults),
	M(NUMBER64, first),
	M(NUMBER64, last),
	M(NUMBER64, count),
	M(NUMBER64, of),
	M(DURATION, heartbeat),
	M(TEXT, version),
	M(TEXT, model),
	M(FLAG, has_digest_named),
	M(FLAG, removed),
#undef M
};

static void show_time(struct buf *b, int64_t t)
{
	char text[TIME_TEXT];

	time_format(t, text);
	buf_str(b, t == 0 ? "0" : text);
}

static void show(struct buf *b, const struct event *e, const struct member *m)
{
	const void *p = (const char *)e + m->at;
	const struct str *s = p;
	char digest[DIGEST_TEXT];

	switch (m->kind) {
	case TEXT:
		if (s->p != NULL)
			buf_slice(b, *s);
		else
			buf_char(b, '-');
		break;
	case FLAG:
		buf_fmt(b, "%d", *(const bool *)p);
		break;
	case NUMBER32:
		buf_fmt(b, "%u", *(const uint32_t *)p);
		break;
	case NUMBER64:
		buf_fmt(b, "%llu", (unsigned long long)*(const uint64_t *)p);
		break;
	case TIME:
		show_time(b, *(const int64_t *)p);
		break;
	case DURATION:
		buf_fmt(b, "%lld", (long long)*(const int64_t *)p);
		break;
	case REAL:
		buf_fmt(b, "%g", *(const double *)p);
		break;
	case DIGEST:
		digest_text(p, digest);
		buf_str(b, digest);
		break;
	case TYPE:
		buf_str(b, event_kinds[*(const enum event_type *)p].word);
		break;
	case ACTION:
		buf_str(b, fallback_name(*(const enum fallback_action *)p));
		break;
	case HOLD:
		buf_str(b, hold_cause_name(*(const enum hold_cause *)p));
		break;
	}
}

/* `word` is NAME=VALUE; in the table _ stands for a space, too. */
static void check_member(
	const struct table_case *c, const struct event *e, struct str word)
{
	const char *equals = memchr(word.p, '=', word.n);
	struct str name, value;
	struct buf got = { 0 };
	size_t i = 0;

	assert_non_null(equals);
	name = (struct str){ word.p, (size_t)(equals - word.p) };
	value = str_skip(word, name.n + 1);
	while (i < LEN(members) && !str_is(name, members[i].name))
		i++;
	if (i == LEN(members))
		fail_msg("%s, %s: %.*s", c->file, c->name, STR_ARG(word));
	buf_str(&got, "");
	show(&got, e, &members[i]);
	for (size_t k = 0; k < got.len; k++)
		got.data[k] = got.data[k] == ' ' ? '_' : got.data[k];
	if (!str_eq(buf_view(&got), value))
		fail_msg("%s, %s: %.*s, not %s", c->file, c->name, STR_ARG(word),
			got.data);
	buf_fini(&got);
}

static void check_members(
	const struct table_case *c, const struct event *e, const char *words)
{
	while (*(words += strspn(words, " ")) != '\0') {
		size_t n = strcspn(words, " ");

		check_member(c, e, (struct str){ words, n });
		words += n;
	}
}

static void check_refused(
	const struct table_case *c, const char *reason, const char *message)
{
	size_t n = strcspn(c->expected.data, " ");
	const char *want = c->expected.data + n;

	want += strspn(want, " ");
	if (strlen(reason) != n || memcmp(reason, c->expected.data, n) != 0 ||
		!str_starts(str_of(message), want) || message[0] == '\0')
		fail_msg("%s, %s: %s %s", c->file, c->name, reason, message);
}

static void read_case(const struct table_case *c, enum codec_origin origin)
{
	struct json j = { 0 };
	struct event e;
	struct err err = { "" };
	const char *reason = "";
	/* a copy to its byte, so that nothing is read from behind it */
	char *copy = xmalloc(c->input.len);
	struct str bytes = { copy, c->input.len };

	memcpy(copy, c->input.data, c->input.len);
	if (!event_read(&j, bytes, bytes, origin, &e, &reason, &err)) {
		check_refused(c, reason, err.text);
		assert_false(event_read(&j, bytes, bytes, origin, &e, NULL, NULL));
	} else if (!str_starts(buf_view(&c->expected), "ok")) {
		fail_msg("%s, %s: is read", c->file, c->name);
	} else {
		assert_true(str_eq(e.raw, bytes));
		check_members(c, &e, c->expected.data + 2);
	}
	json_fini(&j);
	free(copy);
}

static void read_peer(const struct table_case *c)
{
	read_case(c, FROM_PEER);
}

static void read_recorded(const struct table_case *c)
{
	read_case(c, FROM_RECORDING);
}

static void test_attributes(void **state)
{
	(void)state;
	each_case("attributes.txt", read_peer, 60);
}

static void test_json(void **state)
{
	(void)state;
	each_case("json.txt", read_peer, 20);
}

static void test_data(void **state)
{
	(void)state;
	each_case("data.txt", read_peer, 60);
	each_case("data.txt", read_recorded, 60);
}

static void test_hub(void **state)
{
	(void)state;
	each_case("hub.txt", read_recorded, 40);
}

static void test_recorded(void **state)
{
	(void)state;
	each_case("recorded.txt", read_recorded, 10);
}

/* --- splicing -------------------------------------------------------------- */

static void splice_case(const struct table_case *c)
{
	struct json j = { 0 };
	struct event e, again;
	struct err err = { "" };
	struct buf out = { 0 }, twice = { 0 };
	struct str in = buf_view(&c->input);

	if (!event_read(&j, in, in, FROM_PEER, &e, NULL, &err))
		fail_msg("%s, %s: %s", c->file, c->name, err.text);
	event_splice(&out, &e, RECORDED, HUBSEQUENCE, false);
	if (!str_eq(buf_view(&out), buf_view(&c->expected)))
		fail_msg("%s, %s:\n%s\nis not\n%s", c->file, c->name, out.data,
			c->expected.data);
	assert_true(out.len <= in.n + SPLICE_BYTES);
	/* it reads back with what the hub said, and from a peer is spliced the same */
	assert_true(event_read(
		&j, buf_view(&out), buf_view(&out), FROM_RECORDING, &again, NULL, NULL));
	assert_int_equal(again.recorded, RECORDED);
	assert_int_equal(again.hubsequence, HUBSEQUENCE);
	event_splice(&twice, &again, RECORDED, HUBSEQUENCE, false);
	assert_true(str_eq(buf_view(&out), buf_view(&twice)));
	json_fini(&j);
	buf_fini(&out);
	buf_fini(&twice);
}

static void test_splice(void **state)
{
	(void)state;
	each_case("splice.txt", splice_case, 12);
}

static const char pretty[] = "{\n"
			     "  \"specversion\": \"1.0\",\r\n"
			     "  \"id\": \"1\", \"source\": \"agent:a\",\n"
			     "  \"type\": \"seam.handoff.offered\",\n"
			     "  \"data\": {\n"
			     "    \"handoff\": \"h\", \"attempt\": 1,\n"
			     "    \"from\": \"a\", \"to\": \"b\",\n"
			     "    \"artifact\": {\n"
			     "      \"text\": \"a\\nb\"\n"
			     "    }\n"
			     "  }\n"
			     "}\n";
static const char pretty_artifact[] = "{\n"
				      "      \"text\": \"a\\nb\"\n"
				      "    }";

/* What came over several lines is journaled as one; its digest is of what came. */
static void test_pretty(void **state)
{
	struct digest want = digest_of(str_of(pretty_artifact));
	struct str original = STR(pretty);
	char *line = xmemdup(original.p, original.n);
	struct json j = { 0 }, k = { 0 };
	struct event e, back;
	struct buf out = { 0 };

	(void)state;
	assert_true(event_has_breaks(original));
	event_one_line(line, original.n);
	assert_false(event_has_breaks((struct str){ line, original.n }));
	assert_true(event_read(&j, (struct str){ line, original.n }, original, FROM_PEER,
		&e, NULL, NULL));
	assert_true(digest_eq(&e.digest, &want));
	event_splice(&out, &e, RECORDED, HUBSEQUENCE, true);
	assert_null(memchr(out.data, '\n', out.len));
	assert_true(out.len <= original.n + SPLICE_BYTES);
	assert_non_null(strstr(out.data, "\"text\": \"a\\nb\""));
	/* the line has other bytes, and says the digest itself */
	assert_true(event_read(
		&k, buf_view(&out), buf_view(&out), FROM_RECORDING, &back, NULL, NULL));
	assert_true(digest_eq(&back.digest, &want));
	want = digest_of(back.artifact_raw);
	assert_false(digest_eq(&back.digest, &want));
	/* from a peer it says nothing */
	assert_true(event_read(
		&k, buf_view(&out), buf_view(&out), FROM_PEER, &back, NULL, NULL));
	assert_true(digest_eq(&back.digest, &want));
	json_fini(&j);
	json_fini(&k);
	buf_fini(&out);
	free(line);
}

static void test_breaks(void **state)
{
	char text[] = "a\rb\nc\r\nd e";

	(void)state;
	assert_true(event_has_breaks(STR("{\n}")));
	assert_true(event_has_breaks(STR("{\r}")));
	assert_false(event_has_breaks(STR("{\t}")));
	assert_false(event_has_breaks(STR("")));
	event_one_line(text, sizeof(text) - 1);
	assert_string_equal(text, "a b c  d e");
}

/* In a string it is no JSON, and becomes none by being one line. */
static void test_breaks_in_text(void **state)
{
	static const char *const strings[] = { "a\nb", "a\rb", "\\\"\n", "\\\n", "\n" };

	(void)state;
	for (size_t i = 0; i < sizeof(strings) / sizeof(*strings); i++) {
		struct json j = { 0 };
		const char *reason = NULL;
		struct event e;
		struct buf line = { 0 }, original = { 0 };

		buf_fmt(&original,
			"{\"specversion\":\"1.0\",\"id\":\"%s\",\n\"source\":\"agent:a\","
			"\"type\":\"x\"}",
			strings[i]);
		buf_slice(&line, buf_view(&original));
		event_one_line(line.data, line.len);
		assert_false(event_read(&j, buf_view(&line), buf_view(&original),
			FROM_PEER, &e, &reason, NULL));
		assert_string_equal(reason, "not_json");
		json_fini(&j);
		buf_fini(&line);
		buf_fini(&original);
	}
}

/* --- sizes ----------------------------------------------------------------- */

/* An event of exactly `size` bytes. */
static void sized(struct buf *b, size_t size)
{
	buf_reset(b);
	expand(b, "{@a x,\"data\":\"");
	memset(buf_room(b, size - b->len), 'a', size - b->len - 2);
	b->len = size - 2;
	buf_str(b, "\"}");
	assert_int_equal(b->len, size);
}

static void test_sizes(void **state)
{
	static const struct {
		size_t size;
		enum codec_origin origin;
		bool ok;
	} cases[] = {
		{ EVENT_BYTES - 1, FROM_PEER, true },
		{ EVENT_BYTES, FROM_PEER, true },
		{ EVENT_BYTES + 1, FROM_PEER, false },
		{ 4 * EVENT_BYTES, FROM_PEER, false },
		{ EVENT_BYTES + SPLICE_BYTES, FROM_RECORDING, true },
		{ 3 * EVENT_BYTES, FROM_RECORDING, true },
		{ 3 * EVENT_BYTES + 1, FROM_RECORDING, false },
	};
	struct buf b = { 0 };
	struct json j = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		const char *reason = "";
		struct err err = { "" };
		struct event e;

		sized(&b, cases[i].size);
		assert_int_equal(event_read(&j, buf_view(&b), buf_view(&b),
					 cases[i].origin, &e, &reason, &err),
			cases[i].ok);
		if (cases[i].ok)
			continue;
		assert_string_equal(reason, "too_large");
		assert_non_null(strstr(err.text, "at most"));
	}
	json_fini(&j);
	buf_fini(&b);
}

/* The largest that a peer may send can be journaled and read from the journal. */
static void test_largest(void **state)
{
	struct buf b = { 0 }, out = { 0 };
	struct json j = { 0 };
	struct event e;

	(void)state;
	sized(&b, EVENT_BYTES);
	assert_true(
		event_read(&j, buf_view(&b), buf_view(&b), FROM_PEER, &e, NULL, NULL));
	event_splice(&out, &e, RECORDED, HUBSEQUENCE, true);
	assert_true(out.len <= EVENT_BYTES + SPLICE_BYTES);
	assert_true(event_read(
		&j, buf_view(&out), buf_view(&out), FROM_RECORDING, &e, NULL, NULL));
	json_fini(&j);
	buf_fini(&b);
	buf_fini(&out);
}

/* Every event cut anywhere is refused, and nothing is read from behind it. */
static void cut_case(const struct table_case *c)
{
	struct json j = { 0 };
	struct event e;

	if (c->input.len > 1000 || !str_starts(buf_view(&c->expected), "ok"))
		return;
	for (size_t n = 0; n < c->input.len - 1; n++) {
		char *copy = xmalloc(n);
		struct str bytes = { copy, n };

		memcpy(copy, c->input.data, n);
		assert_false(event_read(&j, bytes, bytes, FROM_PEER, &e, NULL, NULL));
		free(copy);
	}
	json_fini(&j);
}

static void test_cut(void **state)
{
	(void)state;
	each_case("data.txt", cut_case, 60);
}

/* --- the rest -------------------------------------------------------------- */

static void test_sequence_text(void **state)
{
	static const struct {
		uint64_t n;
		const char *text;
	} cases[] = {
		{ 0, "00000000000000000000" },
		{ 42, "00000000000000000042" },
		{ UINT64_C(10000000000000000000), "10000000000000000000" },
		{ UINT64_MAX, "18446744073709551615" },
	};
	char text[21];

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		sequence_text(cases[i].n, text);
		assert_string_equal(text, cases[i].text);
	}
}

static void test_types(void **state)
{
	(void)state;
	for (int t = EV_UNKNOWN + 1; t < EVENT_TYPES; t++) {
		struct str type = str_of(event_kinds[t].type);

		assert_int_equal(event_type_named(type), t);
		assert_true(event_kinds[t].word[0] != '\0');
		type.n--;
		assert_int_equal(event_type_named(type), EV_UNKNOWN);
	}
	assert_int_equal(event_type_named(STR("")), EV_UNKNOWN);
	assert_int_equal(event_type_named(STR("seam.")), EV_UNKNOWN);
}

/* A copy outlives the bytes it was read from. */
static void test_copy(void **state)
{
	struct buf b = { 0 };
	struct json j = { 0 };
	struct event e, *copy;

	(void)state;
	expand(&b,
		"{@a handoff.failed,\"subject\":\"inc\",\"run\":\"r\",\"sequence\":\"7\","
		"\"data\":{@H,\"reason\":\"cr\\u0061sh\",\"detail\":\"\"}}");
	assert_true(
		event_read(&j, buf_view(&b), buf_view(&b), FROM_PEER, &e, NULL, NULL));
	copy = event_copy(&e);
	memset(b.data, 'x', b.len);
	json_fini(&j);
	buf_fini(&b);
	assert_int_equal(copy->type, EV_FAILED);
	assert_true(str_is(copy->type_name, "seam.handoff.failed"));
	assert_true(str_is(copy->source, "agent:a"));
	assert_true(str_is(copy->agent, "a"));
	assert_true(str_is(copy->id, "1"));
	assert_true(str_is(copy->subject, "inc"));
	assert_true(str_is(copy->run, "r"));
	assert_int_equal(copy->sequence, 7);
	assert_true(str_is(copy->handoff, "h"));
	assert_int_equal(copy->attempt, 1);
	assert_true(str_is(copy->reason, "crash"));
	assert_true(copy->detail.p != NULL && copy->detail.n == 0);
	assert_null(copy->note.p);
	assert_null(copy->doc);
	assert_null(copy->raw.p);
	assert_int_equal(copy->artifact, JSON_NONE);
	free(copy);
}

static int start(void **state)
{
	(void)state;
	digest_start();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_attributes),
		cmocka_unit_test(test_json),
		cmocka_unit_test(test_data),
		cmocka_unit_test(test_hub),
		cmocka_unit_test(test_recorded),
		cmocka_unit_test(test_splice),
		cmocka_unit_test(test_pretty),
		cmocka_unit_test(test_breaks),
		cmocka_unit_test(test_breaks_in_text),
		cmocka_unit_test(test_sizes),
		cmocka_unit_test(test_largest),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_sequence_text),
		cmocka_unit_test(test_types),
		cmocka_unit_test(test_copy),
	};

	return cmocka_run_group_tests(tests, start, NULL);
}
