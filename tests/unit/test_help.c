/* SPDX-License-Identifier: MIT */
/*
 * What help names works, and what works is named by help: on every screen, live
 * and in a recording, every key that a terminal sends.
 */
#include "tests/scene.h"
#include "views/shell_own.h"

#define ROWS 700
#define COLS 120

struct place {
	enum screen screen;
	bool replay;
};

static struct replay_view recording = {
	.name = "x", .speed = 1, .last = SECOND, .events = 9
};

static void begin(struct scene *s, const struct place *at)
{
	static const char *const digits[SCREENS] = { "2 1", "2", "3", "4", "5", "6",
		"7" };

	scene_init(s);
	scene_usual(s);
	if (at->replay) {
		s->world.replay = &recording;
		s->world.read_only = true;
		s->world.link.state = LINK_REPLAY;
	}
	scene_keys(s, digits[at->screen]);
	scene_pass(s, 20 * SECOND);
}

static char *picture(struct scene *s, int rows)
{
	struct surface f = { 0 };
	struct buf b = { 0 };

	surface_init(&f, rows, COLS);
	shell_draw(s->shell, &s->world, &f);
	surface_dump(&f, GLYPHS_ASCII, &b);
	surface_dump_styles(&f, &b);
	surface_fini(&f);
	return buf_steal(&b);
}

/* --- what help says ------------------------------------------------------------- */

/* Whether what stands below this head is for where one is. */
static bool is_here(const char *line, bool replay)
{
	return (strncmp(line, " On ", 4) == 0 && strncmp(line, " On other", 9) != 0) ||
		strncmp(line, " Everywhere", 11) == 0 ||
		(replay && strncmp(line, " In a recording", 15) == 0);
}

/* " j Down k ", with a blank at either side of each. */
static void named(const struct place *at, struct buf *out)
{
	struct scene s;
	char *page, *line, *rest;
	bool here = false;

	begin(&s, at);
	scene_keys(&s, "?");
	page = picture(&s, ROWS);
	buf_char(out, ' ');
	for (line = strtok_r(page, "\n", &rest); line != NULL;
		line = strtok_r(NULL, "\n", &rest)) {
		if (line[0] == ' ' && line[1] != ' ')
			here = is_here(line, at->replay);
		else if (here && strlen(line) > 16 && line[2] != ' ')
			buf_fmt(out, "%.13s ", line + 2);
	}
	free(page);
	scene_fini(&s);
}

static bool names(const struct buf *all, const char *key)
{
	char word[KEYS_NAME_MAX + 2];

	snprintf(word, sizeof(word), " %s ", key);
	return strstr(all->data, word) != NULL;
}

/* --- what keys do ----------------------------------------------------------------- */

enum did { STOOD, WORKED, DECLINED };

/* The answer line says that it is for elsewhere, or for nothing, or which it would be. */
static bool declines(const char *page, const char *key)
{
	static const char *const others[] = { "approve is A", "reject is R",
		"put back is B", "discard is X", " is off: this is a recording" };
	char begins[KEYS_NAME_MAX + 24];
	const char *at;

	snprintf(begins, sizeof(begins), "\n %s does nothing here", key);
	if (strstr(page, begins) != NULL)
		return true;
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		if (strstr(page, others[i]) != NULL)
			return true;
	}
	snprintf(begins, sizeof(begins), "\n %s (", key);
	at = strstr(page, begins);
	return at != NULL &&
		(memmem(at, strcspn(at + 1, "\n") + 1, ") is for ", 9) != NULL ||
			memmem(at, strcspn(at + 1, "\n") + 1, ") has nothing to do here",
				24) != NULL);
}

static enum did press(const struct place *at, int key, const char *name)
{
	struct scene s;
	struct wish w;
	char *before, *after;
	enum did did = STOOD;

	begin(&s, at);
	before = picture(&s, 36);
	while (shell_wish(s.shell, &w))
		;
	shell_key(s.shell, &s.world, key);
	after = picture(&s, 36);
	if (declines(after, name))
		did = DECLINED;
	else if (strcmp(before, after) != 0 || shell_wish(s.shell, &w))
		did = WORKED;
	free(before);
	free(after);
	scene_fini(&s);
	return did;
}

static void check(const struct place *at, const struct buf *all, int key)
{
	char name[KEYS_NAME_MAX];
	bool is_named;
	enum did did;

	keys_name(key, name);
	if (key == K_CTRL('c')) /* it stands with :quit, and works in all programs */
		return;
	is_named = names(all, name);
	did = press(at, key, name);
	if (is_named && did == DECLINED)
		fail_msg("help names %s on %s%s, where it does nothing", name,
			shell_views[at->screen]->title, at->replay ? ", replay" : "");
	if (!is_named && did != DECLINED)
		fail_msg("%s %s on %s%s, and help does not name it", name,
			did == STOOD ? "is silent" : "works",
			shell_views[at->screen]->title, at->replay ? ", replay" : "");
}

static void test_help_is_true(void **state)
{
	static const int others[] = { K_UP, K_DOWN, K_LEFT, K_RIGHT, K_HOME, K_END,
		K_PGUP, K_PGDN, K_TAB, K_BACKTAB, K_ENTER, K_ESC, K_BACKSPACE, K_DELETE };

	(void)state;
	for (int i = 0; i < SCREENS * 2; i++) {
		struct place at = { (enum screen)(i / 2), i & 1 };
		struct buf all = { 0 };

		named(&at, &all);
		for (int key = ' '; key < 0x7f; key++)
			check(&at, &all, key);
		for (int key = 'a'; key <= 'z'; key++) {
			if (key != 'i' && key != 'm' && key != 'j' && key != 'h')
				check(&at, &all, K_CTRL(key));
		}
		for (int key = 1; key <= 12; key++)
			check(&at, &all, K_F(key));
		for (size_t k = 0; k < sizeof(others) / sizeof(*others); k++)
			check(&at, &all, others[k]);
		buf_fini(&all);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_help_is_true) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
