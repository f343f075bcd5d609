/* SPDX-License-Identifier: MIT */
/*
 * The sheet that asks for a decision, over each of fixtures/hostile at once in the
 * artifact, the contract, a note, a claim, the reason of a dead letter, and as a name:
 * its head says count and digest, its keys stand below it, and no text of the mesh is in
 * either.
 */
#include "tests/hostile.h"
#include "tests/scene.h"

#include "views/shell_own.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))

static const int sizes[][2] = { { 24, 80 }, { 20, 60 } };
static size_t taken, refused;

/* --- what is said ------------------------------------------------------------- */

/* Where an event can bear `text` it does; `data` has it for each '@'. */
static bool say(struct scene *s, const char *source, const char *type, const char *data,
	const char *text)
{
	struct buf whole = { 0 }, line = { 0 };
	struct json doc = { 0 };
	struct event e;
	const char *more = strcmp(type, "handoff.offered") == 0
		? "\"dataschema\":\"contract:refund/3.0.1\","
		: "";
	bool good;

	for (; *data != '\0'; data++) {
		if (*data == '@')
			buf_str(&whole, text);
		else
			buf_char(&whole, *data);
	}
	buf_fmt(&line,
		"{\"specversion\":\"1.0\",\"id\":\"t\",\"source\":\"%s\","
		"\"type\":\"seam.%s\",\"time\":\"2026-11-21T03:00:00Z\","
		"\"recordedtime\":\"2026-11-21T03:00:00Z\",\"hubsequence\":\"1\","
		"%s\"data\":%s}",
		source, type, more, whole.data);
	good = event_read(
		&doc, buf_view(&line), buf_view(&line), FROM_RECORDING, &e, NULL, NULL);
	if (good)
		scene_fold(s, source, type, more, whole.data);
	*(good ? &taken : &refused) += 1;
	json_fini(&doc);
	buf_fini(&whole);
	buf_fini(&line);
	return good;
}

static void say_contract(struct scene *s, const char *text)
{
	bool good = say(s, "hub:x", "contract.loaded",
		"{\"contract\":{\"contract\":\"refund\",\"version\":\"3.0.1\","
		"\"from\":[\"fraud\"],\"to\":[\"refund\"],\"owners\":{\"fraud\":@},"
		"\"scope\":{\"represents\":@,\"excludes\":[@]},\"schema\":{},"
		"\"value\":{\"at\":\"/amount\",\"unit\":@},\"confidence\":{"
		"\"at\":\"/confidence\",\"review_below\":0.7},"
		"\"evidence\":[\"/order\",\"/device\"],\"fallback\":{\"at\":\"/fallback\"},"
		"\"summary\":\"{/order}\"},\"digest\":\"sha256:"
		"0000000000000000000000000000000000000000000000000000000000000000\"}",
		text);

	assert_true(good);
}

static void say_all(struct scene *s, const char *text)
{
	say_contract(s, text);
	s->at = SCENE_START - MINUTE;
	scene_fold(s, "agent:fraud", "agent.hello", "",
		"{\"agent\":\"fraud\",\"version\":\"1\"}");
	for (int i = 1; i <= 2; i++) {
		char offer[400];

		snprintf(offer, sizeof(offer),
			"{\"handoff\":\"h-%d\",\"attempt\":1,\"from\":\"fraud\","
			"\"to\":\"refund\",\"artifact\":{\"order\":@,\"amount\":%d,"
			"\"confidence\":0.4,\"note\":@,"
			"\"fallback\":\"stop_if_not_progressed_within_900s\"}}",
			i, i);
		assert_true(say(s, "agent:fraud", "handoff.offered", offer, text));
	}
	assert_non_null(
		handoff_at(s->mesh, mesh_find_handoff(s->mesh, STR("h-1")))->summary);
	scene_held(s, "h-1", "fault");
	say(s, "agent:fraud", "handoff.dead_lettered",
		"{\"handoff\":\"h-2\",\"attempt\":1,\"reason\":@,\"detail\":@}", text);
	say(s, "hub:x", "review.noted",
		"{\"what\":\"handoff\",\"name\":\"h-1\",\"note\":@,\"operator\":\"lee\"}",
		text);
	say(s, "hub:x", "review.noted",
		"{\"what\":\"handoff\",\"name\":\"h-1\",\"title\":@,\"tags\":[@],"
		"\"operator\":@}",
		text);
	say(s, "hub:x", "review.claimed",
		"{\"handoff\":\"h-1\",\"attempt\":1,\"operator\":@,"
		"\"until\":\"2026-11-21T04:17:41Z\"}",
		text);
	/* as a name: where it is none, there is no such event */
	say(s, "agent:fraud", "handoff.offered",
		"{\"handoff\":@,\"attempt\":1,\"from\":\"fraud\",\"to\":\"refund\","
		"\"artifact\":{\"confidence\":0.4}}",
		text);
	say(s, "agent:fraud", "handoff.offered",
		"{\"handoff\":\"h-3\",\"attempt\":1,\"from\":\"fraud\",\"to\":@,"
		"\"artifact\":{\"confidence\":0.4}}",
		text);
	s->at = SCENE_START;
}

/* --- what is seen ------------------------------------------------------------- */

static void row_of(const struct surface *out, int row, char text[800])
{
	size_t n = 0;

	for (int col = 0; col < out->cols && n < 780; col++)
		for (int k = 0; k < 3; k++) {
			uint32_t c = surface_cell(out, row, col)->ch[k];

			if (c != 0)
				n += utf8_encode(c, text + n);
		}
	text[n] = '\0';
}

static bool is_ours(uint32_t c)
{
	return c == 0 || (c >= ' ' && c < 0x7f) || c == 0x2550;
}

/* The only row that begins like one. */
static int head_row(const struct surface *out, const char *name)
{
	int found = -1;

	for (int row = 0; row < out->rows; row++) {
		for (int col = 0; col < out->cols; col++)
			for (int k = 0; k < 3; k++)
				if (!hostile_is_plain(surface_cell(out, row, col)->ch[k]))
					fail_msg("%s: foreign at %d,%d", name, row, col);
		if (surface_cell(out, row, 0)->ch[0] != 0x2550)
			continue;
		if (found >= 0)
			fail_msg("%s: two sheets", name);
		found = row;
	}
	if (found < 0)
		fail_msg("%s: no sheet", name);
	return found;
}

/* Its head, as it must be; below it the rows begin with a blank; then its keys. */
static void check_sheet(struct scene *s, const struct surface *out, const char *name,
	const char *head, const char *keys)
{
	const struct sheet *sheet = &s->shell->sheet;
	int at = head_row(out, name);
	char row[800], digest[DIGEST_TEXT], want[80];

	row_of(out, at, row);
	digest_text(&sheet->bound[0].digest, digest);
	snprintf(want, sizeof(want), "%s  %.*s ", head, out->cols < 80 ? 15 : 23, digest);
	if (out->cols < 80 && strlen(head) > 17) /* eight digits alone */
		snprintf(want, sizeof(want), "%s  %.8s ", head, digest + 7);
	if (strstr(row, want) == NULL || strstr(row, " nothing sent yet ") == NULL)
		fail_msg("%s: the head is %s, not %s", name, row, want);
	for (int col = 0; col < out->cols; col++)
		for (int k = 0; k < 3; k++)
			assert_true(is_ours(surface_cell(out, at, col)->ch[k]));
	for (int below = at + 1; below < out->rows; below++)
		if (surface_cell(out, below, 0)->ch[0] != ' ')
			fail_msg("%s: row %d is not the sheet's", name, below);
	row_of(out, out->rows - 1, row);
	if (strncmp(row, keys, strlen(keys)) != 0)
		fail_msg("%s: the keys are %s", name, row);
}

static void look(struct scene *s, const char *name, const char *head, const char *keys)
{
	for (size_t i = 0; i < LEN(sizes); i++) {
		struct surface out = { 0 };

		surface_init(&out, sizes[i][0], sizes[i][1]);
		shell_tick(s->shell, &s->world);
		shell_draw(s->shell, &s->world, &out);
		check_sheet(s, &out, name, head, keys);
		surface_fini(&out);
	}
}

static void open_sheet(struct scene *s, const char *screen, const char *key)
{
	scene_keys(s, screen);
	scene_pass(s, SECOND);
	free(scene_dump(s, 24, 80));
	scene_keys(s, key);
	scene_pass(s, SECOND);
	assert_true(s->shell->sheet.phase != SHEET_CLOSED);
}

static void paste(struct scene *s, struct str bytes)
{
	shell_key(s->shell, &s->world, K_PASTE_BEGIN);
	for (size_t i = 0; i < bytes.n;) {
		uint32_t c = 0xfffd;
		size_t n = utf8_decode(bytes.p + i, bytes.n - i, &c);

		shell_key(s->shell, &s->world, (int)c);
		i += n > 0 ? n : 1;
	}
	shell_key(s->shell, &s->world, K_PASTE_END);
}

static void close_sheet(struct scene *s)
{
	static struct wish w;

	for (int i = 0; i < 3 && s->shell->sheet.phase != SHEET_CLOSED; i++)
		scene_keys(s, "Esc");
	while (shell_wish(s->shell, &w))
		assert_true(w.kind != WISH_DECIDE);
	assert_true(s->shell->sheet.phase == SHEET_CLOSED);
	scene_keys(s, "Esc Esc");
}

static void one_case(const struct hostile *h)
{
	struct scene s;

	scene_init(&s);
	s.world.name = h->bytes.p; /* of the mesh: as far as a NUL */
	s.world.operator_name = h->bytes.p;
	say_all(&s, h->json);
	/* with a note, which is pasted */
	open_sheet(&s, "3", "A");
	look(&s, h->name, "APPROVE 1 handoff", " press  y  to approve ");
	scene_keys(&s, "Tab");
	paste(&s, h->bytes);
	look(&s, h->name, "APPROVE 1 handoff", " ");
	close_sheet(&s);
	open_sheet(&s, "3", "E");
	look(&s, h->name, "ESCALATE 1 handoff", " ");
	close_sheet(&s);
	open_sheet(&s, "4", "X");
	look(&s, h->name, "DISCARD 1 dead letter", " ");
	close_sheet(&s);
	scene_fini(&s);
}

static void test_corpus(void **state)
{
	size_t n;

	(void)state;
	hostile_cases(&n);
	for (size_t i = 0; i < n; i++)
		one_case(hostile_at(i));
	assert_true(taken > 8 * 100 && refused > 300);
}

/* A scene in which nobody lies has the same head; one whose digest is another is gone. */
static void test_good(void **state)
{
	struct scene s;
	struct hostile good = { .bytes = STR("88c2") };
	char name[] = "good", json[] = "\"88c2\"";

	(void)state;
	good.name = name;
	good.json = json;
	one_case(&good);
	scene_init(&s);
	say_all(&s, "\"88c2\"");
	open_sheet(&s, "3", "A");
	s.shell->sheet.bound[0].digest.byte[0] ^= 1;
	scene_pass(&s, 1);
	assert_true(s.shell->sheet.phase == SHEET_CLOSED);
	scene_fini(&s);
}

/* Of several the digest is that of all of them, in whatever order they stand. */
static void test_of_several(void **state)
{
	struct bound bound[3] = { { .handoff = "b", .attempt = 1 },
		{ .handoff = "a", .attempt = 2 }, { .handoff = "a", .attempt = 1 } };
	struct bound turned[3] = { bound[2], bound[0], bound[1] };
	struct sheet one = { .bound = bound, .n = 3 },
		     other = { .bound = turned, .n = 3 };

	(void)state;
	sheet_sum(&one);
	sheet_sum(&other);
	assert_true(digest_eq(&one.digest, &other.digest));
	turned[1].digest.byte[31] = 1;
	sheet_sum(&other);
	assert_false(digest_eq(&one.digest, &other.digest));
	one.n = 2;
	sheet_sum(&one);
	other = (struct sheet){ .bound = bound, .n = 3 };
	sheet_sum(&other);
	assert_false(digest_eq(&one.digest, &other.digest));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_corpus),
		cmocka_unit_test(test_good),
		cmocka_unit_test(test_of_several),
	};

	digest_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
