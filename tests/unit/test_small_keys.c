/* SPDX-License-Identifier: MIT */
/*
 * Nothing small sends: from every screen, page and prompt, live and in a recording, with
 * one screen or two, whatever keys were mapped to what, no sequence of lower-case keys,
 * digits, Enter, arrows, commands, pastes and clicks decides anything.
 */
#include "tests/everywhere.h"
#include "tests/rounds.h"
#include "views/actions.h"
#include "views/shell_own.h"

#define KEYS 60 /* of a sequence */

struct play {
	struct stage s;
	unsigned seed;
	bool replay;
	int capitals; /* that opened a sheet on the way to where a sequence begins */
	int stopped, paged, prompted, halved, mapped; /* sequences that began so */
	char last[40];                                /* what has gone out */
};

static unsigned dice(struct play *p, unsigned sides)
{
	return next_random(&p->seed) % sides;
}

/* --- the world -------------------------------------------------------------- */

static const char *const recordings[] = { "night.jsonl", "breach.jsonl", "hundred.jsonl",
	"incident.jsonl", "versions.jsonl", "hostile.jsonl", "agents25.jsonl",
	"night.jsonl" };

static void draw(struct play *p)
{
	static const int sizes[][2] = { { 80, 24 }, { 120, 36 }, { 60, 20 }, { 40, 14 } };
	const int *size = sizes[dice(p, 4)];

	if (dice(p, 6) == 0)
		surface_resize(&p->s.surface, size[1], size[0]);
	stage_draw(&p->s);
}

static void key(struct play *p, int k)
{
	shell_key(p->s.shell, &p->s.world, k);
}

static void type(struct play *p, const char *text)
{
	for (; *text != '\0'; text++)
		key(p, *text == '\r' ? K_ENTER : *text);
}

static void pass(struct play *p, int64_t usec)
{
	p->s.ahead += usec;
	p->s.world.tick += usec;
	stage_set_time(&p->s);
	shell_tick(p->s.shell, &p->s.world);
}

static void command(struct play *p, const char *line)
{
	shell_command(p->s.shell, &p->s.world, str_of(line));
}

/* What waits waits again, whatever time has passed. */
static void begin(struct play *p)
{
	struct stage *s = &p->s;

	shell_free(s->shell);
	s->shell = shell_new();
	shell_names(s->shell, stage_name, s);
	s->ahead = 0;
	s->world.tick += MINUTE;
	stage_set_time(s);
	s->world.replay = p->replay ? &s->replay : NULL;
	s->world.read_only = p->replay;
	s->world.link = (struct link_view){ .state = p->replay ? LINK_REPLAY : LINK_LIVE,
		.age = 400000,
		.as_of = s->mesh->now };
	draw(p);
	pass(p, 2 * SECOND);
}

/* Whether it is one that goes out and decides; a claim only says who looks. */
static bool sends(const struct wish *w)
{
	if (w->kind == WISH_ASK)
		return strstr(w->text, "\"decide\"") != NULL;
	return w->kind == WISH_DECIDE || w->kind == WISH_RECORD || w->kind == WISH_KEEP;
}

/* How many of them; all are answered as a good world does. */
static int sent(struct play *p)
{
	static struct wish w;
	struct stage *s = &p->s;
	int n = 0;

	while (shell_wish(s->shell, &w)) {
		if (sends(&w)) {
			snprintf(p->last, sizeof(p->last), "%d %.15s %.15s", (int)w.kind,
				w.action, w.handoff);
			n++;
		}
		if (w.kind == WISH_KEEP && w.sync)
			shell_kept(s->shell, &s->world, true, w.text);
		if (w.kind == WISH_DECIDE)
			shell_answer(s->shell, &s->world,
				&(struct answer){ .decision = w.decision, .ok = true });
		if (w.kind == WISH_EDIT)
			shell_edited(s->shell, &s->world,
				&(struct edited){
					.text = STR("{\"amount\":1}"), .path = "x" });
	}
	return n;
}

/* --- where a sequence begins --------------------------------------------------- */

/* Acts that were begun and given up, and what of them stays: notes, drafts, pages. */
static const char *const acts[] = { "3A", "3R", "3E", "3H", "4B", "4X", "4E", "1A",
	"5\rA", "4\rB", "3 jA", "4 X", "3*A", "3*R", "4*B", "bH", "3bH" };

static void begin_an_act(struct play *p)
{
	type(p, acts[dice(p, LEN(acts))]);
	p->capitals += p->s.shell->sheet.phase != SHEET_CLOSED;
	pass(p, SECOND);
	if (dice(p, 2))
		type(p, "why");
	key(p, K_ESC);
	for (int i = 0; i < 4 && p->s.shell->sheet.phase != SHEET_CLOSED; i++)
		key(p, K_ESC);
	pass(p, 2 * SECOND);
}

/* An operation that was confirmed and then stopped: only B may go on with it. */
static void stop_an_operation(struct play *p)
{
	char n[12];

	if (p->replay)
		return;
	command(p, "set undo 0");
	type(p, "4gB");
	pass(p, SECOND);
	snprintf(n, sizeof(n), "%zu", p->s.shell->sheet.n);
	type(p, "c");
	type(p, n);
	type(p, "y");
	sent(p);
	pass(p, SECOND);
	command(p, "ops");
	type(p, "s");
	pass(p, SECOND);
	sent(p);
	if (ops_running(&p->s.shell->ops) != NULL) /* other keys may be mapped */
		ops_stop(&p->s.shell->ops, &p->s.shell->ops.op[p->s.shell->ops.n - 1],
			"by hand");
	p->stopped += p->s.shell->ops.n > 0;
}

static const char *const ways[] = { "1", "2", "2v", "2vv", "2e", "2f", "2z", "3", "3 ",
	"3  ", "3*", "3v", "3s", "3\r", "3\r]", "3\r]]", "3\r]]]", "3/kyc\r", "3/", "4",
	"4\r", "4l", "4l ", "4*", "4s", "4g\r\r", "5", "5\r", "5\rj\r", "5Z", "6", "6\t",
	"6\r", "6d", "7", "7\r", "7/refused\r", "7G", "?", "?/act", ":", ":set ", "c",
	"b", "o", "p", "z", "w", "t", "4e", "4ej", "4ger", "3e", "n", "m" };

static const char *const pages[] = { "ops", "restore", "why", "sent", "filters",
	"workspaces", "help", "help acts", "signs", "mesh", "radius h-9107",
	"split review", "split dead", "vsplit flow", "vsplit dead", "split", "vsplit",
	"split now", "open h-91c2", "transform", "review conf<.7", "dead reason:version",
	"log refused", "incidents kyc", "goto 03:04", "set mouse on", "set undo 0",
	"note of it", "tag x", "save mine", "workspace save night", "export flow.txt" };

/* Any key for anything; what the map does not take it refuses. */
static void map_some(struct play *p)
{
	static const char *const keys[] = { "x", "y", "j", "a", "1", "2", "Enter", "F5",
		"Down", "Space", "Q", "W", "C-a", "Tab", "Z", "A", "R", "e" };
	static const char *const where[] = { "all", "review", "dead", "now" };
	char line[120];

	for (unsigned n = dice(p, 20); n > 0; n--) {
		const char *k = keys[dice(p, LEN(keys))];
		const char *at = where[dice(p, LEN(where))];
		const struct action_row *row = &action_rows[dice(p, ACTIONS)];

		if (dice(p, 2)) {
			snprintf(line, sizeof(line), "unmap %s %s", at, k);
			command(p, line);
		}
		if (row->name == NULL)
			continue;
		snprintf(line, sizeof(line), "map %s %s %s", at, k,
			dice(p, 3) ? row->name : "approve");
		command(p, line);
	}
}

static void anywhere(struct play *p)
{
	if (dice(p, 3) == 0)
		map_some(p);
	if (dice(p, 3) == 0)
		begin_an_act(p);
	else if (dice(p, 6) == 0)
		stop_an_operation(p);
	if (dice(p, 3) == 0)
		command(p, pages[dice(p, LEN(pages))]);
	if (dice(p, 3) != 0)
		type(p, ways[dice(p, LEN(ways))]);
	draw(p);
	if (dice(p, 2))
		pass(p, SECOND);
	for (int i = 0; i < 5 && p->s.shell->sheet.phase != SHEET_CLOSED; i++)
		key(p, K_ESC);
	p->paged += p->s.shell->ops_page.open || p->s.shell->restore.open ||
		p->s.shell->transform.open || p->s.shell->help.open;
	p->prompted += p->s.shell->input != INPUT_NONE;
	p->halved += p->s.shell->split.open;
	p->mapped += p->s.shell->map.n > 0;
	while (sent(p) > 0)
		pass(p, 10 * SECOND); /* all that was meant is out */
}

/* --- what is small ------------------------------------------------------------ */

static void paste(struct play *p)
{
	static const char *const what[] = { "Ay", "3AyyAy1yyy", "4Bc38y", "approve\r",
		":approve h-91c2\ry", "R\tno\ry", "X\twhy\r38y", "E1y", "BHHy\r2y",
		"A2" };

	key(p, K_PASTE_BEGIN);
	type(p, what[dice(p, LEN(what))]);
	if (dice(p, 4) == 0)
		pass(p, SECOND);
	type(p, what[dice(p, LEN(what))]);
	key(p, K_PASTE_END);
}

/* A command that there is, with something behind it. */
static void say_command(struct play *p)
{
	static const char *const behind[] = { "", " h-91c2", " 1", " all", " y", " now",
		" kyc", " x=y", " conf<.7", " 38" };
	const char *name = action_rows[dice(p, ACTIONS)].name;

	if (name == NULL || strcmp(name, "map") == 0 || strcmp(name, "unmap") == 0)
		return; /* capitals may be mapped: that is no small key */
	key(p, ':');
	type(p, name);
	type(p, behind[dice(p, LEN(behind))]);
	key(p, K_ENTER);
}

static void small_key(struct play *p)
{
	static const int others[] = { K_ENTER, K_UP, K_DOWN, K_LEFT, K_RIGHT, K_HOME,
		K_END, K_PGUP, K_PGDN, K_TAB, K_BACKTAB, K_ESC, K_BACKSPACE, K_DELETE,
		K_INSERT, K_F(1), K_F(2), K_F(5), K_F(12), K_CTRL('r'), K_CTRL('l'),
		K_CTRL('u'), K_CTRL('d'), K_CTRL('w'), K_CTRL('w'), K_CTRL('o'),
		K_CTRL('a'), K_CTRL('z'), K_RESIZE, ' ', '/', ':', '?', '*', '[', ']',
		'<', '>', '(', ')', '{', '}', '#', ',', '.', '+', '-', '=', '!' };
	unsigned n = dice(p, 120);

	if (n < 36)
		key(p, 'a' + (int)(n % 26));
	else if (n < 60)
		key(p, 'y' - (n % 2 ? 'y' - '1' : 0));
	else if (n < 76)
		key(p, '0' + (int)n % 10);
	else if (n < 80)
		paste(p);
	else if (n < 84)
		say_command(p);
	else if (n < 88)
		shell_mouse(p->s.shell, &p->s.world, K_CLICK + (int)dice(p, 3),
			(int)dice(p, 40) - 2, (int)dice(p, 130) - 2);
	else
		key(p, others[dice(p, LEN(others))]);
}

static void sequence(struct play *p, int number)
{
	int n = 0;

	begin(p);
	anywhere(p);
	for (int i = 0; i < KEYS; i++) {
		small_key(p);
		if (dice(p, 4) == 0)
			pass(p, (int64_t)dice(p, 900) * 1000);
		if (dice(p, 12) == 0)
			draw(p);
		if (i % 8 == 7)
			n += sent(p);
	}
	pass(p, 20 * SECOND);
	n += sent(p);
	if (n != 0)
		fail_msg("sequence %d has sent %d: %s", number, n, p->last);
}

static void play(bool replay, int sequences, unsigned seed)
{
	struct play p = { .seed = seed, .replay = replay };
	int each = sequences / (int)LEN(recordings);

	for (size_t r = 0; r < LEN(recordings); r++) {
		open_stage(&p.s, recordings[r]);
		for (int i = 0; i < each; i++)
			sequence(&p, (int)r * each + i);
		stage_fini(&p.s);
	}
	assert_true(p.paged > sequences / 40);
	assert_true(p.prompted > sequences / 60);
	assert_true(p.halved > sequences / 160);
	assert_true(p.mapped > sequences / 10);
	assert_true(replay || p.capitals > sequences / 60);
	assert_true(replay || p.stopped > sequences / 60);
}

static void test_live(void **state)
{
	(void)state;
	play(false, ROUNDS(6000), 17);
}

static void test_recording(void **state)
{
	(void)state;
	play(true, ROUNDS(2000), 19);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_live),
		cmocka_unit_test(test_recording),
	};

	digest_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
