/* SPDX-License-Identifier: MIT */
/*
 * A console and what happens to it, a line each, the first byte says what: keys as a
 * terminal sends them, a command, a file of its own (^ stands for a line end), an event,
 * another size, time. After each it is drawn, and all cells are text; what it wants to
 * send names a handoff as the mesh has it, and only a capital and what confirms it have
 * come to that.
 */
#include "tests/fuzz/fuzz.h"

#include "base/text.h"
#include "tests/scene.h"
#include "tui/input.h"

#define LINES 60

struct stage {
	struct scene scene;
	struct input input;
	struct surface out;
	struct json doc;
	int64_t capital; /* tick of the last one */
	bool acted, asked;
};

static void check_cells(const struct surface *s)
{
	for (int row = 0; row < s->rows; row++) {
		for (int col = 0; col < s->cols; col++) {
			const struct cell *c = surface_cell(s, row, col);

			if (c->ch[0] != 0 && text_width_of(c->ch[0]) < 1)
				complain("a cell that is no text");
		}
	}
}

static void draw(struct stage *g)
{
	surface_clear(&g->out);
	shell_tick(g->scene.shell, &g->scene.world);
	shell_draw(g->scene.shell, &g->scene.world, &g->out);
	check_cells(&g->out);
}

/* A capital, a command that acts, or the editor has opened every sheet that sends. */
static void check_decision(struct stage *g, const struct wish *w)
{
	uint32_t place = mesh_find_handoff(g->scene.mesh, str_of(w->handoff));

	if (place == NONE)
		complain("a decision of nothing");
	if (!g->acted)
		complain("a decision that nobody opened");
	if (!g->asked)
		complain("a decision that nobody confirmed");
}

static void look_at_wishes(struct stage *g)
{
	struct wish w;

	while (shell_wish(g->scene.shell, &w)) {
		if (w.kind == WISH_DECIDE)
			check_decision(g, &w);
		else if (w.kind == WISH_KEEP && w.sync)
			shell_kept(g->scene.shell, &g->scene.world, true, "/x");
		else if (w.kind == WISH_FILTERS)
			shell_load_filters(g->scene.shell, w.line);
		else if (w.kind == WISH_WORKSPACES)
			shell_load_workspaces(g->scene.shell, w.line);
	}
}

static void press(struct stage *g, int key)
{
	int row, col;

	g->acted |= key >= 'A' && key <= 'Z';
	g->asked |=
		g->acted && ((key >= '0' && key <= '9') || key == 'y' || key == K_ENTER);
	if (key == K_CLICK || key == K_WHEEL_UP || key == K_WHEEL_DOWN) {
		input_mouse(&g->input, &row, &col);
		shell_mouse(g->scene.shell, &g->scene.world, key, row, col);
	} else {
		shell_key(g->scene.shell, &g->scene.world, key);
	}
	scene_pass(&g->scene, 300 * 1000);
}

static void type(struct stage *g, struct str bytes)
{
	int key;

	while (bytes.n > 0) {
		size_t n = bytes.n < 200 ? bytes.n : 200;

		input_feed(&g->input, bytes.p, n, g->scene.world.tick);
		while ((key = input_next(&g->input, g->scene.world.tick)) != K_NONE)
			press(g, key);
		bytes = str_skip(bytes, n);
	}
}

static void fold(struct stage *g, struct str text)
{
	struct event e;
	struct err err;

	if (!event_read(&g->doc, text, text, FROM_RECORDING, &e, NULL, &err))
		return;
	mesh_apply(g->scene.mesh, &e);
	g->scene.world.link.as_of = g->scene.mesh->now;
}

static void resize(struct stage *g, struct str text)
{
	unsigned rows = text.n > 0 ? (unsigned char)text.p[0] : 0;
	unsigned cols = text.n > 1 ? (unsigned char)text.p[1] : 0;

	surface_resize(&g->out, (int)(rows % 70), (int)cols);
}

static void read_file(struct stage *g, char what, struct str text)
{
	struct shell *s = g->scene.shell;
	struct buf told = { 0 };

	if (what == 's')
		shell_source(s, &g->scene.world, "file", text, &told);
	else if (what == 'f')
		shell_load_filters(s, text);
	else if (what == 'w')
		shell_load_workspaces(s, text);
	else if (what == 'o')
		shell_ops_load(s, text);
	else if (what == 'd')
		shell_copy(s, "20261121-031241", text);
	else if (what == 'l')
		shell_layout(s, text);
	else
		shell_recall(s, text);
	buf_fini(&told);
}

static void edited(struct stage *g, struct str text)
{
	struct edited e = { .text = text, .path = "/x" };

	g->acted = true;
	shell_edited(g->scene.shell, &g->scene.world, &e);
}

static void take(struct stage *g, struct str line)
{
	char what = line.p[0];
	struct str text = str_skip(line, 1);

	if (what == ':') {
		g->acted = g->acted || text.n > 0;
		shell_command(g->scene.shell, &g->scene.world, text);
	} else if (what == 'k') {
		type(g, text);
	} else if (what == 'e') {
		fold(g, text);
	} else if (what == 'r') {
		resize(g, text);
	} else if (what == 't') {
		scene_pass(&g->scene, (text.n > 0 ? text.p[0] & 127 : 1) * SECOND / 4);
	} else if (what == 'E') {
		edited(g, text);
	} else if (strchr("sfwodlh", what) != NULL && what != '\0') {
		for (size_t i = 0; i < text.n; i++)
			if (text.p[i] == '^')
				((char *)(uintptr_t)text.p)[i] = '\n';
		read_file(g, what, text);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str rest = { (const char *)data, size };
	struct stage g = { .input = { .mouse = true } };

	scene_init(&g.scene);
	scene_usual(&g.scene);
	shell_set_mouse(g.scene.shell, true);
	surface_init(&g.out, 24, 80);
	draw(&g);
	for (int i = 0; i < LINES && rest.n > 0; i++) {
		struct str line = line_of(&rest);

		if (line.n > 0) {
			take(&g, line);
			draw(&g);
			look_at_wishes(&g);
		}
		line_free(line);
	}
	surface_fini(&g.out);
	json_fini(&g.doc);
	scene_fini(&g.scene);
	return 0;
}
