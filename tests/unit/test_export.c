/* SPDX-License-Identifier: MIT */
/*
 * The flow graph as a file, with names that try to leave their quotes: small
 * scanners of XML, DOT and Mermaid read what comes out. Those who really parse
 * them: tests/e2e/test_graph.py.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/text.h"
#include "tests/hostile.h"
#include "tests/mesh_feed.h"
#include "tui/surface_svg.h"
#include "views/flow_export.h"
#include "views/flow_own.h"

enum { NAMES = 240, ROOM = 600 };

/* Agents and meshes that are called so; the last one has no name at all. */
static const char *name[NAMES];
static int names;

static int find_names(void **state)
{
	size_t n;
	const struct hostile *all = hostile_cases(&n);

	(void)state;
	for (size_t i = 0; i < n && names < NAMES - 1; i++)
		if (!all[i].refused && strlen(all[i].bytes.p) == all[i].bytes.n &&
			all[i].bytes.n < ROOM)
			name[names++] = all[i].bytes.p;
	name[names++] = "";
	return names > 130 ? 0 : -1;
}

struct scene {
	struct feed feed;
	struct flow *flow;
	struct world w;
	struct replay_view replay;
	const char *from[NAMES], *to[NAMES];
	uint64_t offered[NAMES];
};

static void begin(struct scene *s)
{
	memset(s, 0, sizeof(*s));
	feed_init(&s->feed);
	s->flow = view_flow.open();
	for (int i = 0; i < names; i++) {
		s->from[i] = name[i];
		s->to[i] = name[(i + 1) % names];
	}
	s->replay = (struct replay_view){ .agent = name,
		.agents = names,
		.edge_from = s->from,
		.edge_to = s->to,
		.edge_offered = s->offered,
		.edges = names };
	s->w = (struct world){ .mesh = s->feed.mesh,
		.now = FEED_START,
		.tick = 100 * SECOND,
		.clock_rate = 1,
		.name = name[1],
		.link = { .state = LINK_REPLAY },
		.replay = &s->replay };
	for (int i = 0; i < 3; i++) {
		char id[8];

		snprintf(id, sizeof(id), "h%d", i);
		feed_offer(&s->feed, id, "giver", "taker");
		feed_refuse(&s->feed, id, "taker");
	}
}

static void end(struct scene *s)
{
	view_flow.close(s->flow);
	feed_fini(&s->feed);
}

static struct buf export_as(struct scene *s, enum flow_format format)
{
	struct buf out = { 0 };
	char why[ROW_TEXT] = "";

	assert_true(flow_export(s->flow, &s->w, format, &out, why));
	assert_true(utf8_valid(buf_view(&out)));
	for (size_t i = 0; i < out.len; i++)
		assert_true((unsigned char)out.data[i] >= ' ' || out.data[i] == '\n');
	return out;
}

/* --- XML --------------------------------------------------------------------------- */

/* Tags open and close in order, text has no bare '<' or '&'. */
static void check_xml(const char *p)
{
	char open[8][16];
	int depth = 0, elements = 0;

	assert_memory_equal(p, "<?xml ", 6);
	p = strstr(p, "?>") + 2;
	while (*p != '\0') {
		size_t n;

		if (*p == '&') {
			n = strcspn(p, ";");
			assert_true(n == 3 || n == 4 || n == 5);
			p += n;
			continue;
		}
		if (*p != '<') {
			assert_true(*p != '>' && (depth > 0 || *p == '\n'));
			p++;
			continue;
		}
		n = strspn(p + 1, "/abcdefghijklmnopqrstuvwxyz");
		assert_in_range(n, 1, 15);
		if (p[1] == '/') {
			assert_true(depth > 0);
			depth--;
			assert_int_equal(strlen(open[depth]), n - 1);
			assert_memory_equal(open[depth], p + 2, n - 1);
			p = strchr(p, '>') + 1;
			continue;
		}
		snprintf(open[depth], sizeof(open[0]), "%.*s", (int)n, p + 1);
		p += n + 1;
		while (*p == ' ') {
			p += 1 + strcspn(p + 1, "=\"<>");
			assert_memory_equal(p, "=\"", 2);
			p += 2 + strcspn(p + 2, "\"<>");
			assert_int_equal(*p++, '"');
		}
		elements++;
		if (*p == '/')
			p++;
		else
			depth++;
		assert_int_equal(*p++, '>');
		assert_true(depth < 8);
	}
	assert_int_equal(depth, 0);
	assert_true(elements > 10);
}

static void test_svg(void **state)
{
	struct scene s;
	struct buf out;

	(void)state;
	begin(&s);
	out = export_as(&s, FLOW_SVG);
	check_xml(out.data);
	assert_null(strstr(out.data, "<script"));
	assert_non_null(strstr(out.data, "&lt;scr"));
	buf_fini(&out);
	end(&s);
}

/* --- DOT --------------------------------------------------------------------------- */

/* The text with each quoted string replaced by one '"'. */
static void without_strings(const char *p, struct buf *out)
{
	while (*p != '\0') {
		buf_char(out, *p);
		if (*p++ != '"')
			continue;
		while (*p != '"') {
			assert_true(*p != '\0' && *p != '\n');
			p += *p == '\\' ? 2 : 1;
		}
		p++;
	}
}

static void test_dot(void **state)
{
	struct scene s;
	struct buf out, bare = { 0 };
	int nodes = 0, edges = 0;

	(void)state;
	begin(&s);
	out = export_as(&s, FLOW_DOT);
	without_strings(out.data, &bare);
	for (char *line = strtok(bare.data, "\n"); line != NULL;
		line = strtok(NULL, "\n")) {
		int from, to, end_at = 0;

		if (sscanf(line, " n%d -> n%d [", &from, &to) == 2) {
			assert_in_range(from, 0, names + 1);
			assert_in_range(to, 0, names + 1);
			edges++;
		} else if (sscanf(line, " n%d [label=\"%n", &from, &end_at) == 1 &&
			end_at > 0) {
			assert_int_equal(from, nodes++);
		} else {
			assert_true(strncmp(line, "digraph \" {", 11) == 0 ||
				strcmp(line, "}") == 0 ||
				strncmp(line, "  graph [", 9) == 0 ||
				strncmp(line, "  node [", 8) == 0 ||
				strncmp(line, "  edge [", 8) == 0);
		}
	}
	assert_int_equal(nodes, names + 2);
	assert_int_equal(edges, names + 1);
	assert_non_null(strstr(out.data, "BROKEN 3 of 3 refused"));
	buf_fini(&bare);
	buf_fini(&out);
	end(&s);
}

/* --- Mermaid ----------------------------------------------------------------------- */

static bool in_quotes(const char *p)
{
	size_t n = strcspn(p, "\"`{}%\\");

	return p[n] == '"';
}

static void test_mermaid(void **state)
{
	struct scene s;
	struct buf out;
	char *body;
	int nodes = 0, edges = 0;

	(void)state;
	begin(&s);
	out = export_as(&s, FLOW_MMD);
	body = strstr(out.data, "flowchart LR\n");
	assert_non_null(body);
	for (char *line = strtok(body, "\n"); line != NULL; line = strtok(NULL, "\n")) {
		int from, to, at = 0;

		if (sscanf(line, " n%d[\"%n", &from, &at) == 1 && at > 0) {
			assert_int_equal(from, nodes++);
			assert_true(in_quotes(line + at));
			line = strchr(line + at, '"');
			assert_memory_equal(line, "\"]", 2);
		} else if (sscanf(line, " n%d --> n%d", &from, &to) == 2 ||
			sscanf(line, " n%d ==>|\"%n", &from, &at) == 1) {
			assert_true(at == 0 || in_quotes(line + at));
			edges++;
		} else {
			line += strspn(line, " ");
			assert_true(strncmp(line, "%% ", 3) == 0 ||
				strncmp(line, "linkStyle ", 10) == 0 ||
				strncmp(line, "classDef ", 9) == 0 ||
				strcmp(line, "flowchart LR") == 0);
		}
	}
	assert_int_equal(nodes, names + 2);
	assert_int_equal(edges, names + 1);
	buf_fini(&out);
	end(&s);
}

/* --- text -------------------------------------------------------------------------- */

static void test_text(void **state)
{
	struct scene s;
	struct buf out, again;

	(void)state;
	begin(&s);
	out = export_as(&s, FLOW_TXT);
	assert_non_null(strstr(out.data, "TROUBLE  1 edge"));
	assert_non_null(strstr(out.data, "a giver>taker"));
	again = export_as(&s, FLOW_TXT);
	assert_string_equal(out.data, again.data);
	buf_fini(&out);
	buf_fini(&again);
	end(&s);
}

/* What is exported is no look at the screen: it is afterwards as it was. */
static void test_screen_stays(void **state)
{
	struct scene s;
	struct surface before = { 0 }, after = { 0 };
	struct buf a = { 0 }, b = { 0 };

	(void)state;
	begin(&s);
	surface_init(&before, 24, 100);
	surface_init(&after, 24, 100);
	view_flow.draw(s.flow, &s.w, &before);
	for (int format = 0; format < FLOW_FORMATS; format++) {
		struct buf out = export_as(&s, (enum flow_format)format);

		buf_fini(&out);
	}
	view_flow.draw(s.flow, &s.w, &after);
	surface_dump(&before, GLYPHS_UTF8, &a);
	surface_dump(&after, GLYPHS_UTF8, &b);
	assert_string_equal(a.data, b.data);
	buf_fini(&a);
	buf_fini(&b);
	surface_fini(&before);
	surface_fini(&after);
	end(&s);
}

static void test_nothing_to_draw(void **state)
{
	struct scene s;
	struct buf out = { 0 };
	char why[ROW_TEXT] = "";

	(void)state;
	begin(&s);
	s.w.replay = NULL;
	s.w.mesh = mesh_new();
	assert_false(flow_export(s.flow, &s.w, FLOW_SVG, &out, why));
	assert_non_null(strstr(why, "handed"));
	assert_int_equal(out.len, 0);
	mesh_free((struct mesh *)s.w.mesh);
	end(&s);
}

/* Any character in any style, with what is selected. */
static void test_any_surface(void **state)
{
	struct surface s = { 0 };
	struct buf out = { 0 };
	uint32_t c = 1;

	(void)state;
	surface_init(&s, 40, 90);
	for (int row = 0; row < 40; row++) {
		for (int col = 0; col < 90; col++) {
			c = c * 1664525u + 1013904223u;
			surface_put(&s, row, col, (enum style)(c >> 8 & 15),
				c >> 12 & 1 ? 0x2500 + (c >> 16 & 0xff)
					    : (c >> 16 & 0x7fff));
			surface_select(&s, row, col, 1, (c >> 13 & 7) == 0);
		}
	}
	surface_svg(&s, STR("<&\">"), &out);
	check_xml(out.data);
	assert_true(utf8_valid(buf_view(&out)));
	buf_fini(&out);
	surface_fini(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_svg),
		cmocka_unit_test(test_dot),
		cmocka_unit_test(test_mermaid),
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_screen_stays),
		cmocka_unit_test(test_nothing_to_draw),
		cmocka_unit_test(test_any_surface),
	};

	return cmocka_run_group_tests(tests, find_names, NULL);
}
