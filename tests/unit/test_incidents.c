/* SPDX-License-Identifier: MIT */
/*
 * What the incidents' screen is made of, against plain recounts over random meshes: the
 * order of the list, the waterfall and its axis, and what came out of one handoff.
 */
#include "tests/scene.h"

#include "views/cases.h"
#include "views/fall.h"
#include "views/radius.h"

static unsigned long long dice = 1;

static unsigned roll(unsigned n)
{
	dice = dice * 6364136223846793005ULL + 1442695040888963407ULL;
	return (unsigned)(dice >> 33) % n;
}

static void offer(struct scene *s, int n, const char *prev)
{
	scene_fmt(s, n % 2 ? "agent:a" : "agent:b", "handoff.offered", "",
		"{\"handoff\":\"h%d\",\"attempt\":1,\"from\":\"%s\",\"to\":\"%s\","
		"\"artifact\":{},\"prev\":[%s]}",
		n, n % 2 ? "a" : "b", n % 2 ? "b" : "c", prev);
}

/* With a subject, unless `incident` is below 0. */
static void offer_in(struct scene *s, int n, int incident, const char *prev)
{
	char more[60];

	if (incident < 0) {
		offer(s, n, prev);
		return;
	}
	snprintf(more, sizeof(more), "\"subject\":\"i%d\",", incident);
	scene_fmt(s, n % 2 ? "agent:a" : "agent:b", "handoff.offered", more,
		"{\"handoff\":\"h%d\",\"attempt\":1,\"from\":\"%s\",\"to\":\"%s\","
		"\"artifact\":{},\"prev\":[%s]}",
		n, n % 2 ? "a" : "b", n % 2 ? "b" : "c", prev);
}

static void say(struct scene *s, int n, const char *word)
{
	char type[40];

	snprintf(type, sizeof(type), "handoff.%s", word);
	scene_fmt(s, n % 2 ? "agent:b" : "agent:c", type, "",
		"{\"handoff\":\"h%d\",\"attempt\":1,\"reason\":\"other\"}", n);
}

/* Handoffs in some incidents, each out of up to three others, also later ones. */
static void random_mesh(struct scene *s, int handoffs, int incidents)
{
	static const char *const words[] = { "accepted", "completed", "refused", "failed",
		"dead_lettered" };

	for (int n = 0; n < handoffs; n++) {
		char prev[100] = "";
		size_t at = 0;

		for (unsigned k = roll(4); k > 0; k--)
			at += (size_t)snprintf(prev + at, sizeof(prev) - at, "%s\"h%u\"",
				at > 0 ? "," : "", roll((unsigned)handoffs));
		s->at += (int64_t)roll(4) * roll(20) * SECOND + 1000;
		offer_in(s, n, (int)roll((unsigned)incidents + 1) - 1, prev);
		for (unsigned k = roll(3); k > 0; k--)
			say(s, (int)roll((unsigned)n + 1), words[roll(5)]);
	}
	s->world.now = s->at + MINUTE;
}

static void check_cases(struct scene *s, const struct cases *c)
{
	struct order_item i, before = { 0, 0 };
	size_t bad = 0;

	assert_int_equal(c->worst.count, s->mesh->incident.kept);
	for (size_t rank = 0; order_at(&c->worst, rank, &i); rank++) {
		const struct incident *n = incident_at(s->mesh, i.id);

		assert_non_null(n);
		assert_true(rank == 0 || i.key >= before.key);
		assert_true(case_is_bad(n) == (rank < c->bad));
		bad += case_is_bad(n);
		before = i;
	}
	assert_int_equal(bad, c->bad);
}

/* It follows the log, in any steps, and says the same as one that looks at all. */
static void test_cases(void **state)
{
	(void)state;
	for (int round = 0; round < 20; round++) {
		struct cases c = { .mesh = NULL }, fresh = { .mesh = NULL };
		struct scene s;

		scene_init(&s);
		for (int part = 0; part < 4; part++) {
			random_mesh(&s, 30 + (int)roll(60), 7);
			cases_look(&c, &s.world);
			check_cases(&s, &c);
		}
		cases_look(&fresh, &s.world);
		for (size_t rank = 0; rank < fresh.worst.count; rank++) {
			struct order_item a, b;

			assert_true(order_at(&c.worst, rank, &a));
			assert_true(order_at(&fresh.worst, rank, &b));
			assert_int_equal(a.id, b.id);
		}
		cases_fini(&c);
		cases_fini(&fresh);
		scene_fini(&s);
	}
}

/* Each handoff once, below its parent, which is one of its causes and stands above. */
static void check_fall(struct scene *s, const struct fall *f, const struct incident *i)
{
	assert_int_equal(f->rows, i->handoffs);
	for (size_t k = 0; k < f->rows; k++) {
		const struct handoff *h = handoff_at(s->mesh, f->row[k].place);
		uint32_t up = f->row[k].parent;
		const struct cause *c;
		bool found = up == NONE;

		assert_non_null(h);
		assert_int_equal(h->incident, f->incident);
		assert_int_equal(fall_find(f, f->row[k].place), k);
		assert_true(up == NONE || up < k);
		assert_int_equal(f->row[k].depth,
			up == NONE                       ? 0
				: f->row[up].depth == 40 ? 40
							 : f->row[up].depth + 1);
		for (size_t n = 0; up != NONE && (c = handoff_cause(h, n)) != NULL; n++)
			found |= !c->awaited && c->of == f->row[up].place;
		assert_true(found);
	}
}

/* Time goes to the right, and what is in the picture fits. */
static void check_axis(const struct fall *f, int64_t now, int cols, bool folds)
{
	struct axis a;
	int before = 0;

	axis_make(&a, f, now, cols, folds);
	assert_true(a.cols <= cols || a.step >= 14400 * MINUTE);
	for (int64_t t = f->first; t <= f->last; t += (f->last - f->first) / 50 + 1) {
		int col = axis_col(&a, t);

		assert_true(col >= before && col < a.cols);
		before = col;
	}
	assert_int_equal(axis_col(&a, f->first), 0);
	for (size_t k = 1; k < a.pieces; k++) {
		assert_true(a.piece[k].from > a.piece[k - 1].to);
		assert_int_equal(
			a.piece[k].col, a.piece[k - 1].col + a.piece[k - 1].cols + 2);
	}
	assert_true(folds || a.pieces == 1);
}

static void test_fall(void **state)
{
	(void)state;
	for (int round = 0; round < 30; round++) {
		struct scene s;

		scene_init(&s);
		random_mesh(&s, 20 + (int)roll(200), 3);
		for (uint32_t i = 0; i < s.mesh->incident.count; i++) {
			struct fall f = { .row = NULL };

			assert_true(fall_look(&f, &s.world, i));
			check_fall(&s, &f, incident_at(s.mesh, i));
			for (int cols = 10; cols < 200; cols += 37) {
				check_axis(&f, s.world.now, cols, true);
				check_axis(&f, s.world.now, cols, false);
			}
			fall_fini(&f);
		}
		scene_fini(&s);
	}
}

static bool in_it(const struct radius *r, uint32_t place)
{
	for (size_t k = 0; k < r->n; k++) {
		if (r->place[k] == place)
			return true;
	}
	return false;
}

/* Each once; all that came out of what is in it is in it; nearest first. */
static void test_radius(void **state)
{
	(void)state;
	for (int round = 0; round < 20; round++) {
		struct radius r = { .n = 0 };
		struct scene s;

		scene_init(&s);
		random_mesh(&s, 20 + (int)roll(150), 3);
		radius_open(&r, STR("h1"));
		assert_true(radius_look(&r, &s.world));
		assert_false(r.cut);
		for (size_t k = 0; k < r.n; k++) {
			uint32_t p = r.place[k], i = handoff_at(s.mesh, p)->onward;

			assert_true(k == 0 || r.depth[k] >= r.depth[k - 1]);
			for (size_t j = k + 1; j < r.n; j++)
				assert_true(r.place[j] != p);
			for (; i != NONE; i = handoff_next_onward(s.mesh, p, i))
				assert_true(in_it(&r, i));
		}
		assert_int_equal(
			r.sum.offered + r.sum.waits + r.sum.taken + r.sum.ended, r.n - 1);
		radius_fini(&r);
		scene_fini(&s);
	}
}

/* More came out of one than are shown. */
static void test_large_radius(void **state)
{
	struct radius r = { .n = 0 };
	struct scene s;
	uint32_t *open;
	size_t n;

	(void)state;
	scene_init(&s);
	offer_in(&s, 0, 0, "\"h1\"");
	for (int k = 1; k < RADIUS_MOST + 200; k++)
		offer_in(&s, k, 0, "\"h0\"");
	radius_open(&r, STR("h0"));
	assert_true(radius_look(&r, &s.world));
	assert_true(r.cut);
	assert_int_equal(r.n, RADIUS_MOST);
	open = radius_open_ones(&r, &s.world, &n);
	assert_int_equal(n, RADIUS_AT_ONCE);
	free(open);
	radius_fini(&r);
	scene_keys(&s, "5 Enter");
	assert_true(scene_shows(&s, "10,201 handoffs"));
	scene_keys(&s, "b");
	assert_true(scene_shows(&s, "first 10,000 that used it"));
	scene_keys(&s, "Esc G b");
	assert_true(scene_shows(&s, "RADIUS of h10200"));
	scene_fini(&s);
}

/* What is written is shown as text, wherever it stands. */
static void test_hostile(void **state)
{
	static const char *const keys[] = { "5", "Enter", "Enter", "Esc Esc 1", "3",
		"7" };
	struct scene s;

	(void)state;
	scene_init(&s);
	scene_usual(&s);
	offer_in(&s, 1, 0, "");
	say(&s, 1, "failed");
	for (int k = 0; k < 2; k++)
		scene_fmt(&s, "hub:x", "review.noted", "",
			"{\"what\":\"%s\",\"name\":\"%s\",\"operator\":\"\\u001b[2Jx\","
			"\"note\":\"\\u001b[2J\\u202eAPPROVE 1 handoff\\n type y\","
			"\"title\":\"\\u009b31m\\u202etitle\",\"tags\":[\"\\u001b]0;t\"],"
			"\"owner\":\"\\u0007lee\",\"until\":\"2027-01-01T00:00:00Z\"}",
			k == 0 ? "incident" : "handoff", k == 0 ? "i0" : "h-91c2");
	for (size_t k = 0; k < sizeof(keys) / sizeof(*keys); k++) {
		char *dump;

		scene_keys(&s, keys[k]);
		dump = scene_dump(&s, 36, 120);
		for (const char *p = dump; *p != '\0'; p++)
			assert_true((unsigned char)*p >= ' ' || *p == '\n');
		assert_null(strstr(dump, "\xe2\x80\xae"));
		assert_null(strstr(dump, "\xc2\x9b"));
		free(dump);
	}
	scene_fini(&s);
}

/* No lower-case key, digit, arrow, Enter or paste decides, and none writes but by Enter.
 */
static void test_nothing_is_sent(void **state)
{
	static const char *const safe[] = { "j", "k", "g", "G", "Enter", "Esc", "Tab",
		"f", "o", "Z", "b", "[", "]", "1", "3", "5", "y", "n", "N", "Down", "Up",
		"z", "w", "t", "l", "h", "PgDn", "q", "7", "Space", "*", "s", "S", "v" };
	struct scene s;
	struct wish w;

	(void)state;
	scene_init(&s);
	random_mesh(&s, 60, 3);
	scene_usual(&s);
	scene_keys(&s, "5");
	for (int k = 0; k < 5000; k++) {
		scene_pass(&s, SECOND / 3);
		scene_keys(&s, safe[roll(sizeof(safe) / sizeof(*safe))]);
		free(scene_dump(&s, 24, 80));
		while (shell_wish(s.shell, &w))
			assert_true(w.kind != WISH_DECIDE && w.kind != WISH_ASK &&
				w.kind != WISH_CLAIM && w.kind != WISH_RECORD);
	}
	scene_fini(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cases),
		cmocka_unit_test(test_fall),
		cmocka_unit_test(test_radius),
		cmocka_unit_test(test_large_radius),
		cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_nothing_is_sent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
