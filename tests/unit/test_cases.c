/* SPDX-License-Identifier: MIT */
/*
 * The list of incidents in another order, marks on it and on waterfalls, places in
 * artifacts behind `/`, and what else came of what changed: against plain recounts over
 * random meshes, while they grow.
 */
#include "tests/scene.h"

#include "views/cases.h"
#include "views/incidents_own.h"
#include "views/shell_own.h"
#include "views/watch.h"

#define AGENTS 4

static unsigned long long dice = 7;

static unsigned roll(unsigned n)
{
	dice = dice * 6364136223846793005ULL + 1442695040888963407ULL;
	return (unsigned)(dice >> 33) % n;
}

/* From a random agent in a random incident, perhaps held. */
static void offer(struct scene *s, int n, int incidents)
{
	unsigned from = roll(AGENTS);
	char source[20], more[60], id[20];

	s->at += (int64_t)(1 + roll(5000)) * 1000;
	snprintf(source, sizeof(source), "agent:g%u", from);
	snprintf(more, sizeof(more),
		"\"subject\":\"i%u\",\"dataschema\":\"contract:c/3.0.1\",",
		roll((unsigned)incidents));
	snprintf(id, sizeof(id), "h%d", n);
	scene_fmt(s, source, "handoff.offered", more,
		"{\"handoff\":\"%s\",\"attempt\":1,\"from\":\"g%u\",\"to\":\"g%u\","
		"\"artifact\":{\"confidence\":%g,\"amount\":%u,"
		"\"fallback\":\"proceed_if_not_progressed_within_9000s\"}}",
		id, from, (from + 1) % AGENTS, (1 + roll(99)) / 100., roll(100));
	if (roll(3) > 0)
		scene_held(s, id, "confidence");
}

static void ends(struct scene *s, int n)
{
	char source[20], id[20];
	uint32_t place;

	snprintf(id, sizeof(id), "h%u", roll((unsigned)n));
	place = mesh_find_handoff(s->mesh, str_of(id));
	if (place == NONE)
		return;
	snprintf(source, sizeof(source), "agent:%s",
		s->mesh->agent[s->mesh->edge[handoff_at(s->mesh, place)->edge].to].name);
	scene_fmt(s, source, roll(2) ? "handoff.completed" : "handoff.failed", "",
		"{\"handoff\":\"%s\",\"attempt\":1,\"reason\":\"other\"}", id);
}

static void hello(struct scene *s, const char *agent, const char *model)
{
	char source[20];

	snprintf(source, sizeof(source), "agent:%s", agent);
	scene_fmt(s, source, "agent.hello", "",
		"{\"agent\":\"%s\",\"version\":\"1\",\"model\":\"%s\"}", agent, model);
}

static void begin(struct scene *s)
{
	scene_init(s);
	scene_contract(s, "c", "g0", "g1", "");
	s->at = SCENE_START - 2 * MINUTE;
}

static void more(struct scene *s, int *n, int offers, int incidents)
{
	for (int k = 0; k < offers; k++) {
		offer(s, (*n)++, incidents);
		if (roll(4) == 0)
			ends(s, *n);
	}
	s->world.now = s->at + SECOND;
}

/* --- another order ----------------------------------------------------------------- */

/* Below, equal, above: as a reader would put it. */
static int plainly(
	const struct scene *s, const struct incidents *v, uint64_t a, uint64_t b)
{
	const struct incident *x = incident_at(s->mesh, (uint32_t)a);
	const struct incident *y = incident_at(s->mesh, (uint32_t)b);
	const char *p = noted_owner(mesh_noted_incident(s->mesh, x), s->world.now);
	const char *q = noted_owner(mesh_noted_incident(s->mesh, y), s->world.now);

	switch (v->by) {
	case INCIDENTS_BY_NEWEST:
		return (x->first < y->first) - (x->first > y->first);
	case INCIDENTS_BY_OLDEST:
		return (x->first > y->first) - (x->first < y->first);
	case INCIDENTS_BY_HANDOFFS:
		return (x->handoffs < y->handoffs) - (x->handoffs > y->handoffs);
	case INCIDENTS_BY_OWNER:
		return strcmp(p != NULL ? p : "", q != NULL ? q : "");
	default:
		return 0;
	}
}

static void check_order(struct scene *s, struct incidents *v, const struct cases *c)
{
	struct list_ids ids;
	struct list_items items = incidents_look(v, &s->world, &ids, 10);
	size_t want = 0;
	struct order_item i;

	for (size_t rank = 0; order_at(&c->worst, rank, &i); rank++)
		want += (!v->bad_only || rank < c->bad) &&
			incidents_passes(v, &s->world, i.id);
	assert_int_equal(items.n, want);
	for (size_t rank = 0; rank < items.n; rank++) {
		uint64_t id = items.id_at(items.arg, rank);
		int order = rank > 0 ? plainly(s, v, items.id_at(items.arg, rank - 1), id)
				     : 0;

		assert_int_equal(items.rank_of(items.arg, id), rank);
		assert_true(v->reversed ? order >= 0 : order <= 0);
	}
}

static void test_order(void **state)
{
	static const char *const filters[] = { "", "count>2", "state=held" };

	(void)state;
	for (int round = 0; round < 10; round++) {
		struct incidents *v = view_incidents.open();
		struct cases c = { .mesh = NULL };
		struct scene s;
		int n = 0;

		begin(&s);
		s.world.cases = &c;
		for (int step = 0; step < 60; step++) {
			more(&s, &n, (int)roll(6), 12);
			if (roll(3) == 0)
				scene_fmt(&s, "hub:x", "review.noted", "",
					"{\"what\":\"incident\",\"name\":\"i%u\","
					"\"operator\":\"o\",\"owner\":\"o%u\","
					"\"until\":\"2027-01-01T00:00:00Z\"}",
					roll(12), roll(3));
			s.world.tick += SECOND;
			v->by = roll(INCIDENTS_SORTS);
			v->reversed = roll(2);
			v->bad_only = roll(2);
			filter_set(&v->filter, str_of(filters[roll(3)]), QUERY_INCIDENTS);
			cases_look(&c, &s.world);
			check_order(&s, v, &c);
		}
		cases_fini(&c);
		view_incidents.close(v);
		scene_fini(&s);
	}
}

/* --- marks ---------------------------------------------------------------------------
 */

static struct incidents *view_of(struct scene *s)
{
	return s->shell->state[SCREEN_INCIDENTS];
}

/* Those that are marked and wait, by id. */
static size_t marked(struct scene *s, char id[200][20])
{
	size_t n, kept = 0;
	const uint64_t *marks = list_marks(&view_of(s)->rows, &n);

	for (size_t k = 0; k < n && kept < 200; k++) {
		const struct handoff *h = handoff_at(s->mesh, (uint32_t)marks[k]);

		if (h != NULL && h->in_review)
			snprintf(id[kept++], 20, "%s", h->id);
	}
	return kept;
}

/* The count is the key, and what was marked is decided, each once. */
static void decide(struct scene *s)
{
	static char id[200][20];
	size_t n = marked(s, id), sent = 0;
	char keys[20], title[60];
	struct wish w;

	scene_pass(s, 2 * SECOND);
	scene_keys(s, "R");
	if (n < 2) { /* of one alone it is `y`, and it may be what is under the cursor */
		scene_keys(s, "Esc");
		return;
	}
	snprintf(title, sizeof(title), "REJECT %zu handoffs", n);
	assert_true(scene_shows(s, title));
	scene_pass(s, SECOND);
	if (!sheet_by_number(&s->shell->sheet))
		snprintf(keys, sizeof(keys), "%zu", n);
	else if (n < 10)
		snprintf(keys, sizeof(keys), "%zu y", n);
	else
		snprintf(keys, sizeof(keys), "%zu %zu y", n / 10, n % 10);
	if (sheet_in_text(&s->shell->sheet)) /* it wants a note */
		scene_keys(s, "o k Tab");
	scene_keys(s, keys);
	for (int pass = 0; pass < 10; pass++) {
		scene_pass(s, SECOND);
		while (shell_wish(s->shell, &w)) {
			size_t at = 0;

			if (w.kind != WISH_DECIDE)
				continue;
			while (at < n && strcmp(id[at], w.handoff) != 0)
				at++;
			assert_true(at < n);
			id[at][0] = '\0';
			sent++;
			scene_decided(s, &w, "decision.rejected");
		}
	}
	assert_int_equal(sent, n);
	assert_int_equal(incidents_marks(view_of(s)), 0);
}

static void test_marks(void **state)
{
	static const char *const keys[] = { "Space", "Space", "Space", "j", "k", "g", "*",
		"f", "s", "S", "Enter", "Esc", "q", "G", "n", "o", "Tab", "v", "5" };
	int decided = 0;

	(void)state;
	for (int round = 0; round < 8; round++) {
		struct scene s;
		int n = 0;

		begin(&s);
		more(&s, &n, 25, 4);
		scene_keys(&s, "5");
		for (int k = 0; k < 250; k++) {
			if (s.mesh->review.count < 90)
				more(&s, &n, (int)roll(2), 4);
			scene_keys(&s, keys[roll(sizeof(keys) / sizeof(*keys))]);
			free(scene_dump(&s, 24, 80));
			if (roll(12) > 0 || s.shell->screen != SCREEN_INCIDENTS ||
				detail_is_open(&view_of(&s)->detail))
				continue;
			decided += incidents_marks(view_of(&s)) > 1;
			decide(&s);
		}
		scene_fini(&s);
	}
	assert_true(decided > 20);
}

/* Shown where they are, kept while one moves, cleared by Esc; nothing else is marked. */
static void test_marks_shown(void **state)
{
	struct scene s;

	(void)state;
	scene_init(&s);
	scene_contract(&s, "c", "a", "b", "");
	for (int n = 0; n < 4; n++) {
		char id[20];

		snprintf(id, sizeof(id), "h%d", n);
		scene_fmt(&s, "agent:a", "handoff.offered",
			"\"subject\":\"i\",\"dataschema\":\"contract:c/3.0.1\",",
			"{\"handoff\":\"%s\",\"attempt\":1,\"from\":\"a\",\"to\":\"b\","
			"\"artifact\":{\"confidence\":0.5,\"amount\":%d}}",
			id, n);
		if (n < 3)
			scene_held(&s, id, "confidence");
	}
	scene_keys(&s, "5 Space");
	assert_true(scene_shows(&s, "3 marked"));
	assert_true(scene_shows(&s, ">*  i "));
	scene_keys(&s, "Enter Space");
	assert_true(scene_shows(&s, "2 marked"));
	scene_keys(&s, "Esc");
	assert_true(
		scene_shows(&s, "3 marks cleared") || scene_shows(&s, "2 marks cleared"));
	assert_int_equal(incidents_marks(view_of(&s)), 0);
	scene_keys(&s, "G Space");
	assert_true(scene_shows(&s, "only what waits can be marked: h3"));
	assert_int_equal(incidents_marks(view_of(&s)), 0);
	scene_keys(&s, "g Space q");
	assert_true(scene_shows(&s, "1 mark cleared"));
	scene_keys(&s, "q");
	assert_true(scene_shows(&s, "INCIDENTS"));
	scene_fini(&s);
}

/* --- places in artifacts ----------------------------------------------------------- */

static size_t shown(struct scene *s, const char *filter)
{
	struct incidents *v = view_of(s);
	char keys[100];

	snprintf(keys, sizeof(keys), "%s", filter);
	shell_command(s->shell, &s->world, str_of(keys));
	for (int k = 0; k < 30; k++) {
		s->world.tick += SECOND;
		free(scene_dump(s, 24, 80));
	}
	return v->sift.matches;
}

static void test_artifacts(void **state)
{
	struct scene s;
	size_t want = 0;
	int n = 0;

	(void)state;
	begin(&s);
	more(&s, &n, 700, 1);
	scene_keys(&s, "5 Enter");
	for (size_t k = 0; k < s.n; k++) {
		const char *at = strstr(s.bytes[k], "\"amount\":");

		want += at != NULL && atoi(at + 9) > 60;
	}
	assert_true(want > 100);
	/* none has come: none is shown, and that is said */
	s.hide_bytes = true;
	assert_int_equal(shown(&s, "filter /amount>60"), 0);
	assert_true(scene_shows(&s, "700 not looked at yet"));
	s.hide_bytes = false;
	assert_int_equal(shown(&s, "filter /artifact/amount>60"), want);
	assert_int_equal(shown(&s, "filter /amount>60 /amount<0"), 0);
	assert_true(scene_shows(&s, "0 of 700 shown"));
	scene_fini(&s);
}

/* --- what else came of it ------------------------------------------------------------
 */

static void check_others(struct scene *s, struct incidents *v, int64_t since)
{
	struct others_count c, want = { .produced = 0 };
	const struct mesh *m = s->mesh;

	for (int k = 0; k < 3; k++) {
		s->world.tick += SECOND;
		assert_true(incidents_others(v, &s->world, &c));
	}
	assert_true(c.found);
	assert_int_equal(c.change.kind, CHANGE_AGENT);
	assert_int_equal(c.change.since, since);
	for (uint32_t k = 0; k < m->handoff.count; k++) {
		const struct handoff *h = handoff_at(m, k);

		if (h == NULL || h->offered < since ||
			strcmp(m->agent[m->edge[h->edge].from].name, "g1") != 0)
			continue;
		want.produced++;
		want.below += h->confidence < .7;
		want.here += strcmp(incident_at(m, h->incident)->id, v->id) == 0;
		want.waiting += h->in_review;
	}
	assert_true(want.produced > 0 && want.here < want.produced);
	assert_int_equal(c.produced, want.produced);
	assert_int_equal(c.here, want.here);
	assert_int_equal(c.waiting, want.waiting);
	assert_int_equal(c.shipped, 0);
	assert_false(c.cut);
	s->world.watch = &(struct watch){ .gap_time = s->world.now - MINUTE };
	assert_true(incidents_others(v, &s->world, &c) && c.cut);
	s->world.watch = NULL;
}

/* A first image: it is said that it is not all, and when the mesh has come it is counted.
 */
static void check_first_image(struct scene *s, struct incidents *v)
{
	struct others_count c;

	s->mesh->beyond.first = true;
	assert_true(incidents_others(v, &s->world, &c));
	assert_false(c.found);
	assert_int_equal(c.produced, 0);
	s->mesh->beyond.first = false;
	assert_true(incidents_others(v, &s->world, &c) && c.found);
}

static void test_others(void **state)
{
	(void)state;
	for (int round = 0; round < 5; round++) {
		struct incidents *v = view_incidents.open();
		struct others_count c;
		struct scene s;
		int64_t since;
		int n = 0;

		begin(&s);
		hello(&s, "g1", "m8");
		more(&s, &n, 90, 3);
		snprintf(v->id, sizeof(v->id), "i1");
		v->page = PAGE_FALL;
		assert_false(incidents_others(v, &s.world, &c));
		hello(&s, "g1", "m9");
		since = s.at;
		check_first_image(&s, v);
		for (int step = 0; step < 20; step++) {
			more(&s, &n, 5 + (int)roll(200), 3);
			check_others(&s, v, since);
		}
		view_incidents.close(v);
		scene_fini(&s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_marks),
		cmocka_unit_test(test_marks_shown),
		cmocka_unit_test(test_artifacts),
		cmocka_unit_test(test_others),
	};

	digest_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
