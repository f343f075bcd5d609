/* SPDX-License-Identifier: MIT */
/*
 * What a decision is about, by what stood on the screen when its sheet opened: the row
 * with the cursor, or the rows with a mark. In Review and in Dead, under filters and in
 * every order, after edits and changes of whole groups, while handoffs come, go and
 * change. Who is expected is read off the drawn cells, not asked of the shell.
 */
#include "tests/rounds.h"
#include "tests/scene.h"
#include "views/shell_own.h"

#define ROWS 64
#define COLS 130
#define MOST 400

struct line_seen {
	char id[16]; /* "": a group, or nothing */
	char text[COLS * 4];
	bool cursor, mark;
};

struct promised {
	char id[16];
	uint32_t attempt;
	struct digest digest;
};

struct play {
	struct scene s;
	uint32_t seed;
	int made;
	struct line_seen row[ROWS];
	size_t rows;
	char marked[MOST][16]; /* whose mark was seen last */
	size_t marks;
	struct promised promise[MOST];
	size_t promises;
	size_t decisions, batches, groups, hidden, edits, changed; /* that were sent */
};

static uint32_t dice(struct play *p, uint32_t sides)
{
	p->seed = p->seed * 1664525u + 1013904223u;
	return (p->seed >> 8) % sides;
}

/* --- what comes and goes -------------------------------------------------------- */

static const char *const edges[][2] = { { "fraud", "refund" }, { "kyc", "fraud" },
	{ "desk", "clerk" } };

static const struct handoff *find(const struct play *p, const char *id)
{
	return handoff_at(p->s.mesh, mesh_find_handoff(p->s.mesh, str_of(id)));
}

static void offer(struct play *p, const char *id, uint32_t edge, unsigned attempt)
{
	char kind[16];

	snprintf(kind, sizeof(kind), "kind.%u", edge);
	scene_offer(&p->s,
		&(struct scene_offer){ id, edges[edge][0], edges[edge][1], kind,
			.3 + dice(p, 40) / 100.0, "stop", 900 + dice(p, 6000),
			(int)dice(p, 900), attempt, NULL });
}

static void hold(struct play *p, const char *id, unsigned attempt)
{
	scene_fmt(&p->s, "hub:x", "handoff.held", "",
		"{\"handoff\":\"%s\",\"attempt\":%u,\"cause\":\"confidence\"}", id,
		attempt);
}

static void die(struct play *p, const char *id, uint32_t edge, unsigned attempt)
{
	char source[40];

	snprintf(source, sizeof(source), "agent:%s", edges[edge][1]);
	scene_fmt(&p->s, source, "handoff.dead_lettered", "",
		"{\"handoff\":\"%s\",\"attempt\":%u,\"reason\":\"%s\"}", id, attempt,
		dice(p, 2) ? "version" : "overload");
}

static void one_more(struct play *p)
{
	uint32_t edge = dice(p, 3);
	char id[16];
	bool dead = p->made % 2 == 0;

	snprintf(id, sizeof(id), "%c-%05d", dead ? 'd' : 'r', p->made++);
	offer(p, id, edge, 1);
	if (dead)
		die(p, id, edge, 1);
	else
		hold(p, id, 1);
}

static void decided(struct play *p, const char *id)
{
	scene_elsewhere(&p->s,
		find(p, id)->in_dead ? "decision.discarded" : "decision.approved", id,
		"lee", "");
}

static size_t waiting(const struct play *p)
{
	return p->s.mesh->review.count + p->s.mesh->dead.count;
}

/* Somebody else decides, an agent tries again, a new one comes. */
static void stir(struct play *p)
{
	const struct handoff *h;
	uint32_t edge = dice(p, 3);
	char id[16];

	h = handoff_at(p->s.mesh, dice(p, (uint32_t)p->s.mesh->handoff.count));
	snprintf(id, sizeof(id), "%s", h->id);
	if (!h->in_review && !h->in_dead) {
		if (waiting(p) < 30)
			one_more(p);
	} else if (dice(p, 2)) {
		decided(p, id);
	} else if (h->in_review) {
		unsigned attempt = h->attempt + 1;

		offer(p, id, edge, attempt);
		hold(p, id, attempt);
	}
}

/* --- what is on the screen ------------------------------------------------------ */

static void set_mark(struct play *p, const char *id, bool on)
{
	size_t i = 0;

	while (i < p->marks && strcmp(p->marked[i], id) != 0)
		i++;
	if (on && i == p->marks && p->marks < MOST)
		memmove(p->marked[p->marks++], id, 16);
	else if (!on && i < p->marks)
		memmove(p->marked[i], p->marked[--p->marks], 16);
}

static bool is_marked(const struct play *p, const char *id)
{
	for (size_t i = 0; i < p->marks; i++)
		if (strcmp(p->marked[i], id) == 0)
			return true;
	return false;
}

/* Whether a group's row is of this dead letter: by its kind, or its reason and edge. */
static bool is_in_group(const struct play *p, const char *row, const char *id)
{
	const struct handoff *h = find(p, id);
	char edge[40];

	if (h == NULL || !(h->in_dead || h->in_review))
		return false;
	snprintf(edge, sizeof(edge), "%s>%s", handoff_from(p->s.mesh, h),
		handoff_to(p->s.mesh, h));
	if (h->in_review) /* alike: "x5 +" */
		return strstr(row, " x") != NULL && strstr(row, edge) != NULL;
	for (int i = 0; i < 3; i++) {
		char kind[16], its[40];

		snprintf(kind, sizeof(kind), "kind.%d@", i);
		snprintf(its, sizeof(its), "%s>%s", edges[i][0], edges[i][1]);
		if (strstr(row, kind) != NULL)
			return strcmp(its, edge) == 0;
	}
	if (strstr(row, " more ") != NULL)
		return true;
	if (strstr(row, edge) == NULL)
		return false;
	return (strstr(row, "version") == NULL && strstr(row, "overload") == NULL) ||
		strstr(row, p->s.mesh->dead_group[h->dead_group].reason) != NULL;
}

/* A mark on the row of a group is one on each of its letters. */
static void mark_group(struct play *p, const char *row)
{
	for (uint32_t i = 0; i < p->s.mesh->handoff.count; i++) {
		const struct handoff *h = handoff_at(p->s.mesh, i);

		if (is_in_group(p, row, h->id))
			set_mark(p, h->id, true);
	}
}

static void take_row(struct play *p, const char *line)
{
	enum screen at_screen = p->s.shell->screen;
	bool has_marks = at_screen == SCREEN_REVIEW || at_screen == SCREEN_DEAD;
	struct line_seen *r = &p->row[p->rows++];
	const char *at = strstr(line, " r-");

	if (at == NULL)
		at = strstr(line, "|r-"); /* one of those that are alike, all shown */
	*r = (struct line_seen){ .cursor = line[0] == '>', .mark = line[1] == '*' };
	snprintf(r->text, sizeof(r->text), "%s", line);
	if (at == NULL)
		at = strstr(line, " d-");
	if (at != NULL) {
		snprintf(r->id, sizeof(r->id), "%.7s", at + 1);
		if (has_marks)
			set_mark(p, r->id, r->mark);
	} else if (r->mark) {
		mark_group(p, r->text);
	}
}

/* The list: from below its head to the next rule. */
static void look(struct play *p)
{
	char *dump = scene_dump(&p->s, ROWS, COLS), *rest = dump, *line;
	int n = 0;

	p->rows = 0;
	while ((line = strsep(&rest, "\n")) != NULL) {
		if (n > 3 &&
			(strncmp(line, "\xe2\x94\x80", 3) == 0 ||
				strncmp(line, "\xe2\x95\x90", 3) == 0))
			break;
		if (n++ > 3 && p->rows < ROWS)
			take_row(p, line);
	}
	free(dump);
}

static const struct line_seen *under_cursor(const struct play *p)
{
	for (size_t i = 0; i < p->rows; i++)
		if (p->row[i].cursor)
			return &p->row[i];
	return NULL;
}

/* --- the sheet -------------------------------------------------------------------- */

static void complain(struct play *p)
{
	char *dump = scene_dump(&p->s, ROWS, COLS);

	printf("%s", dump);
	for (size_t i = 0; i < p->s.shell->sheet.n; i++)
		if (!is_marked(p, p->s.shell->sheet.bound[i].handoff))
			printf("not marked: %s\n", p->s.shell->sheet.bound[i].handoff);
	for (size_t i = 0; i < p->rows; i++)
		printf("%d%d %s: %s\n", p->row[i].cursor, p->row[i].mark, p->row[i].id,
			p->row[i].text);
	free(dump);
}

/* All in the sheet are marked, or all are of the row with the cursor. */
static bool was_seen(const struct play *p, bool by_mark)
{
	const struct sheet *sheet = &p->s.shell->sheet;
	const struct line_seen *row = under_cursor(p);

	for (size_t i = 0; i < sheet->n; i++) {
		const char *id = sheet->bound[i].handoff;

		if (by_mark ? !is_marked(p, id)
			    : row == NULL ||
					(row->id[0] != '\0'
							? strcmp(row->id, id) != 0
							: !is_in_group(p, row->text, id)))
			return false;
	}
	return sheet->n > 0;
}

/* Who is in the sheet was on the screen; each is written down as it is now. */
static bool check_opened(struct play *p, const char *what)
{
	const struct sheet *sheet = &p->s.shell->sheet;
	bool row = was_seen(p, false);

	p->promises = 0;
	if (sheet->phase == SHEET_CLOSED)
		return false;
	if (!row && !was_seen(p, true)) {
		complain(p);
		fail_msg("%s: what is in the sheet was not seen", what);
	}
	assert_true(sheet->n < MOST);
	for (size_t i = 0; i < sheet->n; i++) {
		const struct handoff *h = find(p, sheet->bound[i].handoff);
		struct promised *one = &p->promise[p->promises++];

		assert_non_null(h);
		snprintf(one->id, sizeof(one->id), "%.15s", h->id);
		one->attempt = h->attempt;
		one->digest = h->digest;
	}
	p->groups += row && sheet->n > 1;
	p->hidden += sheet->hidden > 0;
	return true;
}

/* Keys that confirm it, whatever it asks for. */
static void confirm(struct play *p)
{
	struct sheet *sheet = &p->s.shell->sheet;
	char number[20], *digit = number;

	p->s.world.tick += 300000;
	if (sheet->phase == SHEET_TARGET)
		scene_keys(&p->s, "Tab l e a d Enter");
	if (sheet->phase == SHEET_NOTE)
		scene_keys(&p->s, "n o Enter");
	if (sheet->phase == SHEET_CONFIRM && sheet->note_needed)
		scene_keys(&p->s, "Tab o k Enter");
	if (sheet->edited) {
		scene_keys(&p->s, "A");
		p->s.world.tick += 300000;
	}
	snprintf(number, sizeof(number), "%zu", sheet->n);
	for (; sheet->n > 1 && *digit != '\0'; digit++)
		shell_key(p->s.shell, &p->s.world, *digit);
	if (sheet->phase == SHEET_CONFIRM)
		shell_key(p->s.shell, &p->s.world, 'y');
}

/* All that leaves names one that was promised, as it was then. */
static size_t take_sent(struct play *p)
{
	char digest[DIGEST_TEXT], was[16];
	struct wish w;
	size_t n = 0;

	for (int i = 0; i < 8; i++) {
		scene_pass(&p->s, SECOND / 4);
		while (shell_wish(p->s.shell, &w)) {
			size_t k = 0;

			if (w.kind == WISH_KEEP && w.sync)
				shell_kept(p->s.shell, &p->s.world, true, w.text);
			if (w.kind != WISH_DECIDE)
				continue;
			while (k < p->promises &&
				strcmp(p->promise[k].id, w.handoff) != 0)
				k++;
			if (k == p->promises)
				fail_msg("%s %s was not in the sheet", w.action,
					w.handoff);
			digest_text(&p->promise[k].digest, digest);
			assert_int_equal(w.attempt, p->promise[k].attempt);
			assert_string_equal(w.digest, digest);
			snprintf(was, sizeof(was), "%.15s", w.handoff);
			shell_answer(p->s.shell, &p->s.world,
				&(struct answer){ .decision = w.decision, .ok = true });
			decided(p, was);
			n++;
		}
	}
	assert_true(n == 0 || n == p->promises);
	return n;
}

/* Between the sheet and its end the mesh goes on. */
static void finish(struct play *p, const char *what)
{
	size_t n;

	if (!check_opened(p, what)) {
		scene_keys(&p->s, "Esc");
		return;
	}
	for (uint32_t i = dice(p, 3); i > 0; i--)
		stir(p);
	scene_pass(&p->s, 1000);
	if (p->s.shell->sheet.phase != SHEET_CLOSED)
		confirm(p);
	n = take_sent(p);
	p->decisions += n;
	p->batches += n > 1;
	for (int i = 0; i < 6; i++)
		scene_keys(&p->s, "Esc");
	scene_pass(&p->s, 2 * SECOND);
}

/* --- hands ------------------------------------------------------------------------ */

static void wander(struct play *p)
{
	static const char *const keys[] = { "j", "k", "j", "G", "g", "C-d", "Tab Tab",
		"l", "h", "v v", "s", "S", "Space", "Space", "Space j", "*", "* *", "n",
		"f f", "/ Esc", "Enter Esc", "z z", "p p", "C-w s C-w o" };
	static const char *const commands[] = { "review", "dead", "review conf<.5",
		"review edge:kyc>fraud", "review r-", "review", "dead edge:fraud>refund",
		"dead reason:version", "dead", "review !agent:kyc" };

	if (dice(p, 9) == 0) {
		shell_command(p->s.shell, &p->s.world,
			str_of(commands[dice(p, sizeof(commands) / sizeof(*commands))]));
	} else {
		const char *k = keys[dice(p, sizeof(keys) / sizeof(*keys))];
		scene_keys(&p->s, k);
	}
	p->s.world.tick += 300000;
	look(p);
}

static void act(struct play *p)
{
	static const char *const review[] = { "A", "R", "E", "H" };
	static const char *const dead[] = { "B", "E", "X" };
	bool is_dead = p->s.shell->screen == SCREEN_DEAD;
	const char *key = is_dead ? dead[dice(p, 3)] : review[dice(p, 4)];

	scene_keys(&p->s, key);
	finish(p, key);
}

/* `e`: what comes back is of the row it went out from, whatever is there by then. */
static void edit(struct play *p)
{
	const struct line_seen *row = under_cursor(p);
	char id[16], text[120];
	struct wish w;

	if (row == NULL || row->id[0] != 'r')
		return;
	snprintf(id, sizeof(id), "%s", row->id);
	scene_keys(&p->s, "e");
	if (!scene_wish(&p->s, WISH_EDIT, &w))
		return;
	assert_string_equal(w.handoff, id);
	for (uint32_t n = dice(p, 3); n > 0; n--)
		stir(p);
	if (dice(p, 3) == 0) /* keys that were typed ahead */
		scene_keys(&p->s, dice(p, 2) ? "j" : "G");
	snprintf(text, sizeof(text),
		"{\"amount\":%d,\"fallback\":\"stop_if_not_progressed_within_9s\"}",
		p->made);
	shell_edited(p->s.shell, &p->s.world,
		&(struct edited){ .text = str_of(text), .path = "/x" });
	if (p->s.shell->sheet.phase == SHEET_CLOSED)
		return;
	assert_int_equal(p->s.shell->sheet.n, 1);
	assert_string_equal(p->s.shell->sheet.bound[0].handoff, id);
	snprintf(p->promise[0].id, 16, "%s", id);
	p->promises = 1;
	p->promise[0].attempt = find(p, id)->attempt;
	p->promise[0].digest = find(p, id)->digest;
	confirm(p);
	p->edits += take_sent(p);
	scene_keys(&p->s, "Esc Esc Esc");
	scene_pass(&p->s, 2 * SECOND);
}

/* `e` on a letter or a group: B of the page is about who stood there when it opened. */
static void change(struct play *p)
{
	struct transform_page *page = &p->s.shell->transform;

	scene_keys(&p->s, "e");
	if (!page->open)
		return;
	scene_keys(&p->s, "a s e t Space / a m o u n t Space 7 Enter");
	for (int i = 0; i < 6; i++)
		free((scene_pass(&p->s, SECOND / 4), scene_dump(&p->s, ROWS, COLS)));
	scene_keys(&p->s, "B");
	if (check_opened(p, "change")) {
		confirm(p);
		p->changed += take_sent(p);
	}
	for (int i = 0; i < 6; i++)
		scene_keys(&p->s, "Esc");
	shell_command(p->s.shell, &p->s.world, STR("dead"));
	scene_pass(&p->s, 2 * SECOND);
}

static void begin(struct play *p)
{
	char name[16];

	digest_start();
	scene_init(&p->s);
	for (int i = 0; i < 3; i++) {
		snprintf(name, sizeof(name), "kind.%d", i);
		scene_contract(&p->s, name, edges[i][0], edges[i][1], "");
	}
	p->s.at = SCENE_START - MINUTE;
	p->made = 10000;
	p->marks = 0;
	for (int i = 0; i < 26; i++)
		one_more(p);
	shell_command(p->s.shell, &p->s.world, STR("set undo 0"));
	shell_command(p->s.shell, &p->s.world, STR("review"));
	scene_pass(&p->s, 2 * SECOND);
}

static void round_of(struct play *p)
{
	wander(p);
	if (dice(p, 3) == 0) {
		stir(p);
		p->s.world.tick += 1500000;
		scene_pass(&p->s, 0);
	}
	if (dice(p, 3) != 0)
		return;
	p->s.world.tick += 2 * SECOND;
	look(p); /* what a human has before the eyes when the key goes down */
	if (dice(p, 4) == 0 && p->s.shell->screen == SCREEN_DEAD)
		change(p);
	else if (dice(p, 4) == 0)
		edit(p);
	else
		act(p);
	look(p);
	while (waiting(p) < 20)
		one_more(p);
}

static void test_names_what_was_seen(void **state)
{
	static struct play p;

	(void)state;
	p.seed = 29;
	for (int game = 0; game < ROUNDS(240); game++) {
		begin(&p);
		for (int i = 0; i < 120; i++)
			round_of(&p);
		scene_fini(&p.s);
	}
	assert_true(p.decisions > ROUNDS(2000));
	assert_true(p.batches > ROUNDS(200));
	assert_true(p.groups > ROUNDS(300));
	assert_true(p.hidden > ROUNDS(5));
	assert_true(p.edits > ROUNDS(200));
	assert_true(p.changed > ROUNDS(500));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names_what_was_seen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
