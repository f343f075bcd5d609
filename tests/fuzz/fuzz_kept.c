/* SPDX-License-Identifier: MIT */
/*
 * What a console finds in its own files, whoever wrote them: filters and workspaces are
 * written as they are read, an operation adds up, a map of keys is made again by its own
 * lines. The first byte says which; a layout and a copy are read and shown by
 * fuzz_console.
 */
#include "base/text.h"
#include "tests/fuzz/fuzz.h"
#include "views/saved.h"
#include "views/shell_own.h"
#include "views/workspace.h"

static void check_same(const struct buf *once, const struct buf *twice)
{
	if (!str_eq(buf_view(once), buf_view(twice)))
		complain("not what was written");
}

static void check_filters(struct str text)
{
	static struct saved s, again;
	struct buf once = { 0 }, twice = { 0 };

	s = again = (struct saved){ .open = false };
	saved_read(&s, text);
	saved_write(&s, &once);
	saved_read(&again, buf_view(&once));
	saved_write(&again, &twice);
	check_same(&once, &twice);
	for (size_t i = 0; i < s.n; i++)
		if (saved_find(&s, str_of(s.filter[i].name)) != s.filter[i].text)
			complain("saved twice under one name");
	buf_reset(&once);
	saved_expand(&s, text, &once);
	buf_fini(&once);
	buf_fini(&twice);
}

static void check_workspaces(struct str text)
{
	static struct workspaces all, again;
	struct buf once = { 0 }, twice = { 0 };

	all.n = again.n = 0;
	workspaces_read(&all, text);
	workspaces_write(&all, &once);
	workspaces_read(&again, buf_view(&once));
	workspaces_write(&again, &twice);
	check_same(&once, &twice);
	if (again.n != all.n)
		complain("a workspace that is written and not read");
	for (size_t i = 0; i < all.n; i++) {
		const struct workspace_half *h = &all.one[i].half[0];
		void *state = shell_views[h->screen]->open();
		struct workspace_half taken;

		workspace_give(h, state);
		workspace_take(&taken, h->screen, state);
		workspace_give(&taken, state);
		shell_views[h->screen]->close(state);
	}
	buf_fini(&once);
	buf_fini(&twice);
}

static void check_op(struct op *op)
{
	size_t all = 0;

	for (int f = 0; f < ITEM_FATES; f++)
		all += op->count[f];
	if (all != op->n || op->next > op->n || op->saved_next > op->next)
		complain("an operation that does not add up");
	if (op->state == OP_RUNNING || op->state == OP_PENDING)
		complain("an operation that goes on by itself");
}

static void check_ops(struct str text)
{
	struct mesh *mesh = mesh_new();
	struct world w = {
		.mesh = mesh, .tick = SECOND, .name = "x", .link.state = LINK_LIVE
	};
	struct surface out = { 0 };
	struct ops_page page = { .open = false };
	struct ops s = { 0 };
	struct wish wish;

	ops_init(&s);
	surface_init(&out, 12, 60);
	if (ops_load(&s, text)) {
		check_op(&s.op[0]);
		if (ops_load(&s, text))
			complain("one operation twice");
		ops_page_open(&page, "");
		ops_page_draw(&page, &s, &w, &out);
		ops_resume(&s, &w, &s.op[0]);
		for (int i = 0; i < 20; i++, w.tick += SECOND) {
			ops_tick(&s, &w);
			for (int k = 0; k < 20 && ops_wish(&s, &w, &wish); k++)
				continue;
		}
		snprintf(page.id, sizeof(page.id), "%s", s.op[0].id);
		ops_page_draw(&page, &s, &w, &out);
	}
	ops_page_fini(&page);
	surface_fini(&out);
	ops_fini(&s);
	mesh_free(mesh);
}

static void check_keys(struct str text)
{
	static struct keymap map, again;
	struct buf once = { 0 };
	struct str rest = text;
	char why[ROW_TEXT];

	map.n = again.n = 0;
	while (rest.n > 0) {
		const char *end = memchr(rest.p, '\n', rest.n);
		size_t n = end != NULL ? (size_t)(end - rest.p) : rest.n;
		struct str line = { rest.p, n };

		if (!text_has_controls(line) && utf8_valid(line) &&
			!keymap_take(&map, shell_views, line, why) && why[0] == '\0')
			complain("no key, and no reason");
		rest = str_skip(rest, n + (end != NULL));
	}
	for (size_t i = 0; i < map.n; i++) {
		const struct keymap_row *r = &map.row[i];

		if (r->action != ACTION_NONE && action_rows[r->action].acts &&
			(r->key < 'A' || r->key > 'Z'))
			complain("an act on what is no capital");
	}
	keymap_write(&map, shell_views, &once);
	buf_fini(&once);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static void (*const checks[])(
		struct str) = { check_filters, check_workspaces, check_ops, check_keys };
	char *own;
	struct str text;

	if (size == 0)
		return 0;
	own = xmalloc(size);
	memcpy(own, data + 1, size - 1);
	text = (struct str){ own, size - 1 };
	checks[data[0] % (sizeof(checks) / sizeof(*checks))](text);
	free(own);
	return 0;
}
