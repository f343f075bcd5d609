/* SPDX-License-Identifier: MIT */
/*
 * Look-alikes in Review: who is alike, that nothing slides when they come and go, and
 * that whatever is pressed, a decision names what stood under the cursor or was marked.
 */
#include "tests/scene.h"

#define KINDS 6

static int setup(void **state)
{
	struct scene *s = scene_new(state);

	for (int i = 0; i < KINDS; i++) {
		char name[20];

		snprintf(name, sizeof(name), "kind.%d", i);
		scene_contract(s, name, "from", "to",
			i % 2 ? ",\"value\":{\"at\":\"/amount\",\"unit\":\"EUR\"},"
				"\"evidence\":[\"/order\",\"/device\"]"
			      : "");
	}
	s->at = SCENE_START - 5 * MINUTE;
	return 0;
}

/* One more that waits; its id begins with its kind. */
static void offer(struct scene *s, int kind, int n, int64_t left)
{
	char id[40], name[20];

	snprintf(id, sizeof(id), "k%d-%d", kind, n);
	snprintf(name, sizeof(name), "kind.%d", kind);
	scene_offer(s,
		&(struct scene_offer){
			id, "from", "to", name, .5, "stop", left, 10 + n, 0, NULL });
	scene_held(s, id, "confidence");
}

static void offers(struct scene *s, int kind, int from, int n, int64_t left)
{
	for (int i = 0; i < n; i++)
		offer(s, kind, from + i, left + i);
}

static void approve_elsewhere(struct scene *s, const char *id)
{
	s->at = s->world.now;
	scene_elsewhere(s, "decision.approved", id, "lee", "");
}

static int decides(struct scene *s, struct wish *last)
{
	struct wish w;
	int n = 0;

	while (shell_wish(s->shell, &w)) {
		if (w.kind != WISH_DECIDE)
			continue;
		*last = w;
		n++;
		shell_answer(s->shell, &s->world,
			&(struct answer){ .decision = w.decision, .ok = true });
	}
	return n;
}

static void review(struct scene *s)
{
	scene_keys(s, "3");
	scene_pass(s, 2 * SECOND);
}

/* --- who is alike ------------------------------------------------------------- */

static void test_few_stand_alone(void **state)
{
	struct scene *s = *state;

	offers(s, 0, 0, 20, 1000);
	review(s);
	assert_true(scene_shows(s, "by deadline"));
	assert_true(scene_shows(s, "k0-0 "));
	scene_keys(s, "v");
	assert_true(scene_shows(s, "x20 +"));
	assert_true(scene_shows(s, "the first of 20 alike: confidence .50"));
	scene_keys(s, "v");
	assert_true(scene_shows(s, "k0-0 "));
}

static void test_many_stand_together(void **state)
{
	struct scene *s = *state;

	offers(s, 1, 0, 18, 1000);
	offers(s, 0, 0, 2, 1100);
	offers(s, 2, 0, 3, 1200);
	review(s);
	assert_true(scene_shows(s, "x18 +"));
	assert_true(scene_shows(s, "EUR 333")); /* 10 ... 27 */
	assert_true(scene_shows(s, "k0-0 "));
	assert_true(scene_shows(s, "k0-1 "));
	assert_true(scene_shows(s, "x3 +"));
	assert_false(scene_shows(s, "more below"));
}

static void flagged(
	struct scene *s, const char *id, const char *first, const char *second)
{
	scene_fmt(s, "hub:x", "handoff.flagged", "",
		"{\"handoff\":\"%s\",\"attempt\":1,\"contract\":\"kind.0/3.0.1\","
		"\"faults\":[\"schema\"],\"of\":2,\"violations\":["
		"{\"at\":\"%s\",\"message\":\"m\"},{\"at\":\"%s\",\"message\":\"m\"}]}",
		id, first, second);
}

/* The second place differs: only the event tells. */
static void test_places_differ(void **state)
{
	static const char *const second[] = { "/b", "/b", "/b", "/c", "/c", "/c", "/d" };
	struct scene *s = *state;
	char id[20];

	for (int i = 0; i < 7; i++) {
		snprintf(id, sizeof(id), "k0-%d", i);
		scene_offer(s,
			&(struct scene_offer){ id, "from", "to", "kind.0", .9, "stop",
				1000 + i, i, 0, NULL });
		flagged(s, id, "/a", second[i]);
		scene_held(s, id, "fault");
	}
	review(s);
	scene_keys(s, "v");
	assert_true(scene_shows(s, "x3 +"));
	assert_true(scene_shows(s, "k0-6 "));
	assert_false(scene_shows(s, "x7"));
	assert_false(scene_shows(s, "k0-3 "));
}

/* What was not looked at is not said to be alike. */
static void test_bytes_not_here(void **state)
{
	struct scene *s = *state;

	s->hide_bytes = true;
	offers(s, 1, 0, 4, 1000);
	offers(s, 0, 0, 4, 2000);
	review(s);
	scene_keys(s, "v");
	assert_true(scene_shows(s, "k1-3 "));
	assert_true(scene_shows(s, "x4 +"));
	s->hide_bytes = false;
	scene_pass(s, SECOND);
	assert_true(scene_shows(s, "x4 -")); /* open: the cursor was on one of them */
	assert_true(scene_shows(s, "|k1-0"));
}

/* --- nothing slides ----------------------------------------------------------- */

/* The third comes while the cursor is on the first: it stays on that one. */
static void test_swallowed(void **state)
{
	struct scene *s = *state;
	struct wish w = { 0 };

	offers(s, 0, 0, 2, 1000);
	offers(s, 2, 0, 22, 2000);
	review(s);
	scene_keys(s, "j");
	assert_true(scene_shows(s, "x22 +"));
	offers(s, 0, 2, 1, 3000);
	scene_pass(s, 2 * SECOND);
	assert_true(scene_shows(s, "x3 -"));
	assert_true(scene_shows(s, "|k0-1 "));
	scene_keys(s, "A");
	scene_pass(s, SECOND);
	assert_true(scene_shows(s, "APPROVE 1 handoff "));
	scene_keys(s, "y");
	scene_pass(s, 6 * SECOND);
	assert_int_equal(decides(s, &w), 1);
	assert_string_equal(w.handoff, "k0-1");
}

static void test_all_leave(void **state)
{
	struct scene *s = *state;
	struct wish w;
	char id[20];

	offers(s, 0, 0, 3, 1000);
	offers(s, 2, 0, 22, 2000);
	review(s);
	scene_keys(s, "j k");
	for (int i = 0; i < 3; i++) {
		snprintf(id, sizeof(id), "k0-%d", i);
		approve_elsewhere(s, id);
		scene_pass(s, 2 * SECOND);
		if (i < 2) /* a cluster stays one */
			assert_true(scene_shows(s, i == 0 ? "x2 +" : "x1 +"));
	}
	assert_true(scene_shows(s, "x0 +"));
	assert_true(scene_shows(s, "approved by lee"));
	scene_keys(s, "A");
	assert_true(scene_shows(s, "approve is off: none of these waits any more"));
	scene_pass(s, 15 * SECOND);
	assert_true(scene_shows(s, "x22 +"));
	assert_false(scene_shows(s, "x0"));
	assert_int_equal(decides(s, &w), 0);
}

/* Claims, which every sheet makes, change nobody's likeness. */
static void test_claims_leave_it(void **state)
{
	struct scene *s = *state;
	char id[20];

	offers(s, 1, 0, 24, 1000);
	review(s);
	assert_true(scene_shows(s, "x24 +"));
	s->hide_bytes = true;
	for (int i = 0; i < 24; i++) {
		snprintf(id, sizeof(id), "k1-%d", i);
		scene_fmt(s, "hub:x", "review.claimed", "",
			"{\"handoff\":\"%s\",\"attempt\":1,\"operator\":\"lee\","
			"\"until\":\"2026-11-21T03:30:00Z\"}",
			id);
	}
	scene_pass(s, SECOND);
	assert_true(scene_shows(s, "x24 +"));
}

static void test_all_of_it(void **state)
{
	struct scene *s = *state;
	struct wish w;

	offers(s, 0, 0, 8, 1000);
	offers(s, 2, 0, 20, 2000);
	review(s);
	scene_keys(s, "A");
	scene_pass(s, SECOND);
	assert_true(scene_shows(s, "APPROVE 8 handoffs"));
	scene_keys(s, "8");
	scene_pass(s, 6 * SECOND);
	assert_int_equal(decides(s, &w), 8);
	/* what is under way is not decided on twice */
	scene_keys(s, "A");
	assert_true(scene_shows(s, "approve is off: none of these is without"));
	scene_keys(s, "j R n o Enter");
	scene_pass(s, SECOND);
	scene_keys(s, "2 0 y");
	scene_pass(s, 6 * SECOND);
	assert_int_equal(decides(s, &w), 20);
}

static void test_marks(void **state)
{
	struct scene *s = *state;

	offers(s, 0, 0, 8, 1000);
	offers(s, 2, 0, 20, 2000);
	review(s);
	scene_keys(s, "Space");
	assert_true(scene_shows(s, "8 marked"));
	scene_keys(s, "k l j Space h");
	assert_true(scene_shows(s, "7 marked"));
	assert_true(scene_shows(s, ">+"));
	scene_keys(s, "Space k Space");
	assert_true(scene_shows(s, "28 waiting"));
	assert_false(scene_shows(s, "marked"));
	scene_keys(s, "*");
	assert_true(scene_shows(s, "28 marked"));
}

static void test_copies_all(void **state)
{
	struct scene *s = *state;
	struct wish w;

	offers(s, 0, 0, 3, 1000);
	offers(s, 2, 0, 20, 2000);
	review(s);
	scene_keys(s, "c i");
	assert_true(scene_wish(s, WISH_COPY, &w));
	assert_string_equal(w.copy.p, "k0-0\nk0-1\nk0-2");
}

/* From Now, or by its name: out of the cluster, under the cursor. */
static void test_goes_to_one(void **state)
{
	struct scene *s = *state;

	offers(s, 0, 0, 30, 1000);
	review(s);
	shell_command(s->shell, &s->world, STR("open k0-7"));
	scene_pass(s, SECOND);
	assert_true(scene_shows(s, "── k0-7  kind.0@3"));
	scene_keys(s, "A");
	scene_pass(s, SECOND);
	assert_true(scene_shows(s, "APPROVE 1 handoff "));
}

/* --- whatever is pressed ------------------------------------------------------ */

struct play {
	struct scene *s;
	uint32_t seed;
	int made;
	char marked[4000][20];
	size_t marks;
};

static uint32_t dice(struct play *p, uint32_t sides)
{
	p->seed = p->seed * 1664525u + 1013904223u;
	return (p->seed >> 8) % sides;
}

static bool waits(struct play *p, const char *id)
{
	uint32_t place = mesh_find_handoff(p->s->mesh, str_of(id));

	return place != NONE && handoff_at(p->s->mesh, place)->in_review;
}

/* What the row with the cursor says it is about, and how many; 0: nothing is there. */
static size_t under_cursor(struct play *p, char id[40])
{
	char *dump = scene_dump(p->s, 24, 80), *row = strstr(dump, "\n>");
	size_t n = 0;

	id[0] = '\0';
	if (row != NULL && sscanf(row + 11, "x%zu", &n) == 1) {
		char *title = strstr(dump, "── k");

		if (title != NULL)
			sscanf(title + 7, "%39s", id);
	} else if (row != NULL && sscanf(row + 11, "%39s", id) == 1) {
		n = 1;
	}
	free(dump);
	return n;
}

static bool is_marked(const struct play *p, const char *id)
{
	for (size_t i = 0; i < p->marks; i++) {
		if (strcmp(p->marked[i], id) == 0)
			return true;
	}
	return false;
}

/* Whether a decision on it may follow from a row with that id, that many of its kind. */
static bool is_of(const char *row, size_t n, const char *id)
{
	return n == 1 ? strcmp(row, id) == 0 || strncmp(row, id, 3) == 0
		      : strncmp(row, id, 3) == 0;
}

static void stir(struct play *p)
{
	uint32_t place = dice(p, (uint32_t)p->s->mesh->handoff.count + 1);
	const struct handoff *h = handoff_at(p->s->mesh, place);
	char id[40];

	if (h != NULL && h->in_review && dice(p, 2)) {
		snprintf(id, sizeof(id), "%s", h->id);
		approve_elsewhere(p->s, id);
	} else {
		offer(p->s, (int)dice(p, KINDS), p->made++, 2000 + dice(p, 6000));
	}
}

static void press(struct play *p)
{
	static const char *const keys[] = { "j", "k", "j", "G", "g", "C-d", "C-u", "l",
		"h", "l", "h", "v", "Enter Esc", "Tab Tab", "n", "N", "PgDn", "f f",
		"] [", "s", "S" };

	scene_keys(p->s, keys[dice(p, sizeof(keys) / sizeof(*keys))]);
}

/* Opens a sheet and confirms it, if one opens; all that is sent was seen. */
static size_t decide(struct play *p)
{
	char id[40], number[20];
	struct wish w;
	size_t n, told = 0, sent = 0, batch = 0;
	char *dump, *title;

	n = under_cursor(p, id);
	scene_keys(p->s, "H");
	dump = scene_dump(p->s, 24, 80);
	title = strstr(dump, "HOLD ");
	if (title != NULL && strstr(dump, "nothing sent yet") != NULL)
		sscanf(title, "HOLD %zu", &batch);
	told = strstr(dump, "marked") != NULL;
	free(dump);
	if (batch == 0)
		return 0;
	if (!told)
		assert_true(n > 0 && batch <= n);
	for (uint32_t i = dice(p, 3); i > 0 && dice(p, 3) == 0; i--)
		stir(p); /* it closes, if it was one of them */
	p->s->world.tick += 260000;
	snprintf(number, sizeof(number), "%zu", batch);
	for (size_t i = 0; batch > 1 && number[i] != '\0'; i++)
		shell_key(p->s->shell, &p->s->world, number[i]);
	if (batch == 1 || batch > 9 || told)
		shell_key(p->s->shell, &p->s->world, 'y');
	scene_pass(p->s, SECOND);
	while (shell_wish(p->s->shell, &w)) {
		if (w.kind != WISH_DECIDE)
			continue;
		sent++;
		if (told)
			assert_true(is_marked(p, w.handoff));
		else
			assert_true(is_of(id, n, w.handoff));
		shell_answer(p->s->shell, &p->s->world,
			&(struct answer){ .decision = w.decision, .ok = true });
		p->s->at = p->s->world.now;
		scene_decided(p->s, &w, "decision.approved");
	}
	assert_true(sent == 0 || sent == batch);
	scene_keys(p->s, "Esc Esc Esc");
	shell_command(p->s->shell, &p->s->world, STR("review"));
	return sent;
}

/* All that may be acted on by a mark is what was once under the cursor with Space. */
static void mark(struct play *p)
{
	char id[40];
	size_t n = under_cursor(p, id);

	if (n == 0 || p->marks + n >= sizeof(p->marked) / sizeof(*p->marked))
		return;
	if (n == 1)
		snprintf(p->marked[p->marks++], 20, "%.19s", id);
	for (uint32_t i = 0; n > 1 && i < p->s->mesh->handoff.count; i++) {
		const struct handoff *h = handoff_at(p->s->mesh, i);

		if (h != NULL && h->in_review && strncmp(h->id, id, 3) == 0 &&
			p->marks < sizeof(p->marked) / sizeof(*p->marked))
			snprintf(p->marked[p->marks++], 20, "%.19s", h->id);
	}
	scene_keys(p->s, "Space");
}

static void test_names_what_was_seen(void **state)
{
	struct scene *s = *state;
	static struct play p;
	size_t sent = 0, batches = 0;

	p = (struct play){ .s = s, .seed = 11, .made = 1000 };
	shell_command(s->shell, &s->world, STR("set undo 0"));
	for (int i = 0; i < 40; i++)
		offer(s, (int)dice(&p, KINDS), p.made++, 2000 + dice(&p, 6000));
	review(s);
	for (int i = 0; i < 1200; i++) {
		size_t n;

		for (uint32_t k = dice(&p, 4); k > 0; k--)
			press(&p);
		if (dice(&p, 3) == 0)
			stir(&p);
		if (dice(&p, 12) == 0)
			mark(&p);
		s->world.tick += 100000 + dice(&p, 2000) * 1000;
		n = dice(&p, 4) == 0 ? decide(&p) : 0;
		sent += n;
		batches += n > 1;
		for (uint32_t k = 0; k < n + 1 && waits(&p, "k0-1000") + n > 1; k++)
			offer(s, (int)dice(&p, KINDS), p.made++, 2000 + dice(&p, 6000));
	}
	assert_true(sent > 100);
	assert_true(batches > 10);
}

/* Lower case, digits, Enter, arrows and pastes look. */
static void test_nothing_small_decides(void **state)
{
	static const int others[] = { K_ENTER, K_UP, K_DOWN, K_LEFT, K_RIGHT, K_HOME,
		K_END, K_PGUP, K_PGDN, K_TAB, K_BACKTAB, K_ESC, K_BACKSPACE, ' ', '/',
		':', '*', '[', ']', '.', ',', K_CTRL('r'), K_RESIZE };
	struct scene *s = *state;
	static struct play p;
	struct wish w;

	p = (struct play){ .s = s, .seed = 5, .made = 1000 };
	for (int i = 0; i < 60; i++)
		offer(s, (int)dice(&p, KINDS), p.made++, 9000 + dice(&p, 6000));
	review(s);
	for (int i = 0; i < 12000; i++) {
		uint32_t n = dice(&p, 70);

		if (n == 69)
			scene_keys(s, "PasteBegin A 3 y PasteEnd 4 y");
		else
			shell_key(s->shell, &s->world,
				n < 26 ? 'a' + (int)n
					: n < 36
					? '0' + (int)n - 26
					: others[n % (sizeof(others) / sizeof(*others))]);
		s->world.tick += dice(&p, 400) * 1000;
		if (i % 300 == 0)
			stir(&p);
		if (i % 50 == 0) {
			assert_int_equal(decides(s, &w), 0);
			shell_command(s->shell, &s->world, STR("review"));
		}
	}
	scene_pass(s, 20 * SECOND);
	assert_int_equal(decides(s, &w), 0);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, scene_teardown)
	const struct CMUnitTest tests[] = {
		T(test_few_stand_alone),
		T(test_many_stand_together),
		T(test_places_differ),
		T(test_bytes_not_here),
		T(test_swallowed),
		T(test_all_leave),
		T(test_claims_leave_it),
		T(test_all_of_it),
		T(test_marks),
		T(test_copies_all),
		T(test_goes_to_one),
		T(test_names_what_was_seen),
		T(test_nothing_small_decides),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
