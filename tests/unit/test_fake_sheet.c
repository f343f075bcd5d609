/* SPDX-License-Identifier: MIT */
/*
 * Whatever stands in any field of any event that a hub would take, no screen, page, half
 * or line draws what is ours to draw: no sheet but the one that is open, no badge, no
 * control. Nor do a copy, an export or the title. In recordings every string that may be
 * another one is made one that tries.
 */
#include "tests/everywhere.h"
#include "tests/hostile.h"
#include "tests/rounds.h"
#include "views/shell_own.h"

/* Of what is said seldom: behind each recording. */
static const struct {
	const char *source, *type, *data;
} more[] = {
	{ "hub:x", "review.claimed",
		"{\"handoff\":\"h-91c2\",\"attempt\":1,\"operator\":\"lee\","
		"\"until\":\"2026-11-23T03:17:41Z\"}" },
	{ "hub:x", "review.noted",
		"{\"what\":\"handoff\",\"name\":\"h-91c2\",\"note\":\"seen\","
		"\"tags\":[\"night\"],\"title\":\"of it\",\"operator\":\"lee\"}" },
	{ "hub:x", "review.noted",
		"{\"what\":\"agent\",\"name\":\"kyc\",\"note\":\"old\","
		"\"operator\":\"lee\"}" },
	{ "hub:x", "review.noted",
		"{\"what\":\"edge\",\"name\":\"billing>ledger\",\"note\":\"known\","
		"\"operator\":\"lee\"}" },
	{ "hub:x", "mute.set",
		"{\"what\":\"edge\",\"name\":\"billing>ledger\","
		"\"until\":\"2026-11-23T03:40:00Z\",\"operator\":\"mira\","
		"\"note\":\"deploy\"}" },
	{ "hub:x", "hook.set", "{\"hook\":\"escalate\",\"on\":true}" },
	{ "hub:x", "hook.failed",
		"{\"handoff\":\"h-91c7\",\"attempt\":1,\"hook\":\"escalate\",\"of\":937,"
		"\"tries\":1,\"status\":75,\"detail\":\"answers 503\","
		"\"again\":\"2026-11-23T03:12:45Z\"}" },
	{ "hub:x", "gap",
		"{\"source\":\"agent:kyc\",\"run\":\"r1\",\"first\":\"3\","
		"\"last\":\"9\"}" },
	{ "hub:x", "contract.refused",
		"{\"file\":\"a.json\",\"reason\":\"no JSON: it ends at line 2\"}" },
	{ "hub:x", "quarantined",
		"{\"reason\":\"no event\",\"detail\":\"no id\",\"size\":4,"
		"\"bytes\":\"eHh4\",\"lane\":\"events\"}" },
	{ "agent:kyc", "handoff.progressed",
		"{\"handoff\":\"h-9170\",\"attempt\":1,\"message\":\"half\"}" },
	{ "agent:refund", "handoff.failed",
		"{\"handoff\":\"h-9169\",\"attempt\":1,\"reason\":\"other\","
		"\"detail\":\"no such card\"}" },
};

/* --- poison ------------------------------------------------------------------- */

struct poison {
	unsigned seed, share; /* one string in so many */
	struct json doc, again;
	size_t tried, taken;
};

static void add_line(struct poison *p, struct str line, FILE *out)
{
	static const char *const fixed[] = { "specversion", "type", "time",
		"recordedtime", "hubsequence", "datacontenttype" };
	struct buf now = { 0 }, next = { 0 };
	struct event e;
	uint32_t n = 1;

	if (!event_read(&p->doc, line, line, FROM_RECORDING, &e, NULL, NULL))
		return;
	buf_slice(&now, line);
	json_read(&p->doc, now.data, now.len, 72, NULL);
	while (n < p->doc.count) {
		struct str raw = json_raw(&p->doc, n);
		uint32_t mark = json_mark(raw) ^ p->seed * 2654435761u;
		bool skip = json_type(&p->doc, n) != JSON_STRING || mark % p->share != 0;

		for (size_t i = 0; i < LEN(fixed); i++) {
			if (!json_string_is(&p->doc, n, fixed[i]))
				continue;
			n++; /* its value too */
			skip = true;
		}
		if (!skip) {
			size_t at = (size_t)(raw.p - now.data);

			buf_reset(&next);
			buf_add(&next, now.data, at);
			buf_str(&next, hostile_at(mark / 7)->json);
			next.len--; /* before its last quote */
			buf_fmt(&next, "#%x\"", mark & 0xffff);
			buf_add(&next, now.data + at + raw.n, now.len - at - raw.n);
			p->tried++;
			if (event_read(&p->again, buf_view(&next), buf_view(&next),
				    FROM_RECORDING, &e, NULL, NULL)) {
				struct buf swap = now;

				now = next, next = swap;
				p->taken++;
				json_read(&p->doc, now.data, now.len, 72, NULL);
			}
		}
		n++;
	}
	fwrite(now.data, 1, now.len, out);
	fputc('\n', out);
	buf_fini(&now);
	buf_fini(&next);
}

static void add_more(struct poison *p, uint64_t from, FILE *out)
{
	struct buf line = { 0 };
	struct event e;
	struct err err;

	for (size_t i = 0; i < LEN(more); i++) {
		buf_reset(&line);
		buf_fmt(&line,
			"{\"specversion\":\"1.0\",\"id\":\"m-%zu\",\"source\":\"%s\","
			"\"type\":\"seam.%s\",\"time\":\"2026-11-23T03:12:41Z\","
			"\"recordedtime\":\"2026-11-23T03:12:41Z\","
			"\"hubsequence\":\"%llu\",\"data\":%s}",
			i, more[i].source, more[i].type,
			(unsigned long long)(from + i + 1), more[i].data);
		if (!event_read(&p->doc, buf_view(&line), buf_view(&line), FROM_RECORDING,
			    &e, NULL, &err))
			fail_msg("%s: %s", more[i].type, err.text);
		add_line(p, buf_view(&line), out);
	}
	buf_fini(&line);
}

static void poison(struct poison *p, const char *recording, const char *to)
{
	char path[128];
	size_t n;
	uint64_t lines = 0;
	char *text, *at, *end;
	FILE *out = fopen(to, "wb");

	snprintf(path, sizeof(path), DATA "%s", recording);
	text = stage_read_file(path, &n);
	assert_non_null(text);
	assert_non_null(out);
	for (at = text; (end = strchr(at, '\n')) != NULL; at = end + 1, lines++)
		add_line(p, (struct str){ at, (size_t)(end - at) }, out);
	add_more(p, lines, out);
	fclose(out);
	free(text);
	json_fini(&p->doc);
	json_fini(&p->again);
	p->doc = p->again = (struct json){ 0 };
}

/* --- what may be seen ----------------------------------------------------------- */

static void check_cells(const struct stage *s)
{
	int most = s->shell->sheet.phase != SHEET_CLOSED, heads = 0;

	for (int row = 0; row < s->surface.rows; row++) {
		const struct cell *line = surface_cell(&s->surface, row, 0);

		for (int col = 0; col < s->surface.cols; col++)
			for (int k = 0; k < 3; k++)
				CHECK(s, hostile_is_plain(line[col].ch[k]),
					"a foreign character");
		heads += line[0].ch[0] == 0x2550;
	}
	CHECK(s, heads <= most, "a sheet that is not ours");
	if (!is_small(s) && !s->shell->frozen)
		CHECK(s, row_has(s, 0, " [LIVE 0.4s]"), "the badge is gone");
	CHECK(s, row_text(s, 2)[0] != '\0' || is_small(s), "the verdict is gone");
}

/* What goes to a file or the clipboard: text, with line ends. */
static void check_text(struct str text, const char *what)
{
	for (size_t i = 0; i < text.n;) {
		uint32_t c;
		size_t n = utf8_decode(text.p + i, text.n - i, &c);

		if (c != '\n' && c != '\t' && c != 0xfffd && !hostile_is_plain(c))
			fail_msg("%s: U+%04X in %.60s", what, c, text.p + i);
		i += n;
	}
}

static void check_wishes(struct stage *s)
{
	static struct wish w;
	char title[SHELL_TITLE];

	while (shell_wish(s->shell, &w)) {
		if (w.kind == WISH_COPY || w.kind == WISH_EXPORT)
			check_text(w.copy, w.kind == WISH_COPY ? "copy" : w.text);
		if (w.kind == WISH_KEEP && w.sync)
			shell_kept(s->shell, &s->world, true, w.text);
		if (w.kind == WISH_COPIES)
			shell_copy(s->shell, "\x1b[2J\n\xe2\x95\x90 x.jsonl",
				STR("{\"note\":\"\\u001b[2J\",\"handoff\":\"\\n\"}\n"));
	}
	shell_title(s->shell, &s->world, title);
	assert_true(strlen(title) < SHELL_TITLE);
}

/* --- a walk --------------------------------------------------------------------- */

static const char *const commands[] = { "now", "flow", "review", "dead", "incidents",
	"registry", "log", "ops", "restore", "filters", "workspaces", "why", "sent",
	"mesh", "help", "help signs", "split review", "vsplit dead", "split log", "only",
	"export flow.svg", "export flow.dot", "export flow.mmd", "export flow.txt",
	"export screen.txt", "export screen.svg", "export screen.html",
	"export flow.html", "export incident.md", "save mine", "workspace save w",
	"transform", "radius", "claim", "set title off", "review conf<.9", "log held",
	"dead reason:contract", "note \x1b[2J", "tag \xe2\x80\xae", "title \x07",
	"save \x1b[2J", "open \x1b[2J", "map all \x1b[2J down", "source \x1b[2J",
	"nonsense\x1b[2J", "goto \x9b" };

static void any_key(struct stage *s, unsigned *seed)
{
	static const char keys[] = "123456789jkjkhlgGnNvefzdwtosSZbm*[]LcCaqp"
				   " AREHBXAREHBX?/:u#";
	static const int others[] = { K_ENTER, K_ENTER, K_TAB, K_ESC, K_ESC, K_DOWN,
		K_PGDN, K_RIGHT, K_CTRL('o'), K_BACKSPACE };
	unsigned n = next_random(seed) % 100;

	if (n < 8)
		shell_command(s->shell, &s->world,
			str_of(commands[next_random(seed) % LEN(commands)]));
	else if (n < 70)
		press(s, keys[next_random(seed) % (LEN(keys) - 1)]);
	else
		press(s, others[next_random(seed) % LEN(others)]);
}

static void files_of_the_operator(struct stage *s)
{
	struct buf told = { 0 };

	shell_load_filters(s->shell,
		STR("a\x1b[2J\treview\tx\nevil\treview\t\xe2\x95\x90\x1b[H\n"
		    "good\treview\tagent:\"\xc2\x9b\"\n"));
	shell_load_workspaces(s->shell,
		STR("x\tone\treview\t\t\x1b[2J\nnight\tone\treview\t\t\xe2\x80\xae\n"));
	shell_recall(s->shell, STR("review \x1b[2J\xe2\x95\x90"));
	shell_ops_load(s->shell,
		STR("{\"op\":\"0123456789abcdef\",\"name\":\"\\u001b[2J\\n\","
		    "\"operator\":\"\\u202e\",\"note\":\"\\n\\u2550\"}\n"));
	shell_source(s->shell, &s->world, "console.conf",
		STR("map all F5 \x1b[2J\nset theme \xe2\x95\x90\n\x9b\n"), &told);
	check_text(buf_view(&told), "what is wrong with a file");
	buf_fini(&told);
}

static void walk(const char *path, unsigned *seed, int keys)
{
	struct stage s;

	stage_init(&s);
	s.world.name = "prod\x1b[2J\xe2\x80\xae";
	s.world.operator_name = "mira\n\xe2\x95\x90";
	assert_true(stage_open(&s, path));
	assert_int_equal(s.replay.bad_lines, 0);
	stage_fold(&s, s.lines);
	stage_draw(&s);
	files_of_the_operator(&s);
	for (int i = 0; i < keys; i++) {
		if (next_random(seed) % 12 == 0)
			resize(&s, 36 + (int)(next_random(seed) % 160),
				10 + (int)(next_random(seed) % 50));
		if (next_random(seed) % 6 == 0)
			stage_wait(&s, SECOND);
		if (i % 60 == 0)
			s.ahead = 0;
		any_key(&s, seed);
		stage_draw(&s);
		check_cells(&s);
		check_wishes(&s);
	}
	stage_fini(&s);
}

static void test_every_field(void **state)
{
	static const char *const recordings[] = { "night.jsonl", "incident.jsonl",
		"breach.jsonl", "versions.jsonl", "missed.jsonl", "hundred.jsonl",
		"agents10.jsonl" };
	const char *tmp = getenv("SEAM_TEST_TMP");
	struct poison p = { .share = 1 };
	unsigned seed = 41;
	char to[400];

	(void)state;
	snprintf(to, sizeof(to), "%s/fake-%d.jsonl", tmp != NULL ? tmp : "/tmp",
		(int)getpid());
	for (size_t i = 0; i < LEN(recordings); i++) {
		for (p.seed = 1; p.seed <= 3; p.seed++) {
			p.share = p.seed;
			poison(&p, recordings[i], to);
			walk(to, &seed, ROUNDS(1500));
		}
	}
	remove(to);
	assert_true(p.taken > 5000 && p.taken < p.tried);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_field),
	};

	digest_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
