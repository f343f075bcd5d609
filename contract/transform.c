/* SPDX-License-Identifier: MIT */
/*
 * A step changes the text between two places and nothing else, so what it does not name
 * keeps its bytes. Each step reads the text anew: they are few, and artifacts are small.
 */
#include "contract/transform.h"

#include <stdlib.h>

/* --- reading the lines ------------------------------------------------------- */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static struct str trim(struct str s)
{
	while (s.n > 0 && is_blank(s.p[0]))
		s = str_skip(s, 1);
	while (s.n > 0 && is_blank(s.p[s.n - 1]))
		s.n--;
	return s;
}

/* The first word, which may stand in quotes; `rest` is what follows it. */
static struct str next_word(struct str s, struct str *rest)
{
	size_t n = 0;

	s = trim(s);
	if (s.n > 0 && s.p[0] == '"') {
		for (n = 1; n < s.n && s.p[n] != '"'; n++)
			n += s.p[n] == '\\' && n + 1 < s.n;
		n += n < s.n;
	}
	while (n < s.n && !is_blank(s.p[n]))
		n++;
	*rest = trim(str_skip(s, n));
	return (struct str){ s.p, n };
}

/* What a word stands for, kept in `t->text`; a quoted one is unescaped. */
static bool keep_word(struct transform *t, struct str word, struct str *out)
{
	size_t from = t->text.len;
	struct json j = { 0 };
	bool ok = true;

	if (word.n > 0 && word.p[0] == '"') {
		ok = json_read(&j, word.p, word.n, 1, NULL) &&
			json_is(&j, 0, JSON_STRING);
		if (ok)
			buf_slice(&t->text, json_str(&j, 0));
	} else {
		buf_slice(&t->text, word);
	}
	json_fini(&j);
	*out = (struct str){ t->text.data + from, t->text.len - from };
	return ok;
}

/* RFC 6901: empty, or steps with a slash before each; ~ only as ~0 and ~1. */
static bool is_pointer(struct str s)
{
	if (s.n > 0 && s.p[0] != '/')
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '~' &&
			(i + 1 == s.n || (s.p[i + 1] != '0' && s.p[i + 1] != '1')))
			return false;
	return true;
}

static const struct {
	const char *name;
	const char *usage;
	bool takes_two;
} verbs[] = {
	[TRANSFORM_MOVE] = { "move", "move /from /to", true },
	[TRANSFORM_RENAME] = { "rename", "rename /member name", true },
	[TRANSFORM_SET] = { "set", "set /member JSON", true },
	[TRANSFORM_DROP] = { "drop", "drop /member", false },
};

#define VERBS (sizeof(verbs) / sizeof(*verbs))

static bool read_value(
	struct transform *t, struct str rest, struct str *out, struct err *e)
{
	struct json j = { 0 };
	size_t from = t->text.len;
	bool ok = json_read(&j, rest.p, rest.n, TRANSFORM_DEPTH, e);

	if (ok)
		json_compact(&t->text, &j, 0);
	*out = (struct str){ t->text.data + from, t->text.len - from };
	json_fini(&j);
	return ok;
}

static bool read_operands(
	struct transform *t, struct transform_step *s, struct str rest, struct err *e)
{
	struct str word = next_word(rest, &rest);

	if (word.n == 0 || !keep_word(t, word, &s->at))
		return err_set(e, "%s", verbs[s->verb].usage);
	if (!is_pointer(s->at))
		return err_set(e, "that is no JSON Pointer: %s", verbs[s->verb].usage);
	if (s->at.n == 0 && s->verb != TRANSFORM_SET)
		return err_set(e, "the whole artifact can only be set");
	if (s->verb == TRANSFORM_SET)
		return read_value(t, rest, &s->more, e);
	if (verbs[s->verb].takes_two) {
		word = next_word(rest, &rest);
		if (word.n == 0 || !keep_word(t, word, &s->more))
			return err_set(e, "%s", verbs[s->verb].usage);
	}
	if (s->verb == TRANSFORM_MOVE && (s->more.n == 0 || !is_pointer(s->more)))
		return err_set(e, "%s", verbs[s->verb].usage);
	if (s->verb == TRANSFORM_RENAME && s->more.n > 0 && s->more.p[0] == '/')
		return err_set(e, "rename takes a name, not a pointer: move does that");
	if (rest.n > 0)
		return err_set(e, "too much behind it: %s", verbs[s->verb].usage);
	return true;
}

static bool read_line(struct transform *t, struct str line, unsigned n, struct err *e)
{
	struct transform_step *s = &t->step[t->n];
	struct str rest, word = next_word(line, &rest);

	if (word.n == 0 || word.p[0] == '#')
		return true;
	if (t->n == TRANSFORM_STEPS)
		return err_set(e, "line %u: at most %d", n, TRANSFORM_STEPS);
	for (size_t v = 0; v < VERBS; v++) {
		struct err why;

		if (!str_is(word, verbs[v].name))
			continue;
		*s = (struct transform_step){ .verb = (enum transform_verb)v, .line = n };
		if (!read_operands(t, s, rest, &why))
			return err_set(e, "line %u: %s", n, why.text);
		t->n++;
		return true;
	}
	return err_set(e, "line %u: a line is move, rename, set or drop", n);
}

bool transform_read(struct str lines, struct transform *out, struct err *e)
{
	unsigned n = 0;
	bool ok = true;

	*out = (struct transform){ 0 };
	if (lines.n > TRANSFORM_BYTES)
		return err_set(e, "more than %d bytes", TRANSFORM_BYTES);
	buf_room(&out->text, lines.n * 6 + 1); /* slices of it stay */
	while (ok && lines.n > 0) {
		const char *end = memchr(lines.p, '\n', lines.n);
		size_t len = end != NULL ? (size_t)(end - lines.p) : lines.n;

		ok = read_line(out, (struct str){ lines.p, len }, ++n, e);
		lines = str_skip(lines, len + (end != NULL));
	}
	if (!ok)
		transform_fini(out);
	return ok;
}

void transform_fini(struct transform *t)
{
	buf_fini(&t->text);
	t->n = 0;
}

/* --- where a pointer leads ------------------------------------------------------ */

/* What a pointer names, there or not. */
struct place {
	uint32_t parent; /* JSON_NONE: that is not there, or nothing may be in it */
	uint32_t node;   /* JSON_NONE: not there */
	uint32_t before; /* the value in front of it in the parent, JSON_NONE */
	struct buf name; /* the last step, unescaped */
	bool append;     /* of an array: one behind its last */
};

static void unescape(struct buf *out, struct str token)
{
	buf_room(out, token.n);
	for (size_t i = 0; i < token.n; i++) {
		if (token.p[i] == '~' && i + 1 < token.n)
			buf_char(out, token.p[++i] == '1' ? '/' : '~');
		else
			buf_char(out, token.p[i]);
	}
}

/* An index as RFC 6901 has it: no sign, no zero in front. */
static bool read_index(struct str s, uint32_t *out)
{
	uint64_t n = 0;

	if (s.n == 0 || s.n > 9 || (s.n > 1 && s.p[0] == '0'))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		n = n * 10 + (uint64_t)(s.p[i] - '0');
	}
	*out = (uint32_t)n;
	return true;
}

/* The member or element, and the value in front of it; at the end the last one. */
static void find_in(struct json *j, struct place *p, uint32_t index, bool object)
{
	uint32_t i = p->parent + 1, end = j->node[p->parent].next;

	for (uint32_t n = 0; i < end; n++) {
		uint32_t value = object ? i + 1 : i;
		bool is =
			object ? str_eq(json_str(j, i), buf_view(&p->name)) : n == index;

		if (is) {
			p->node = value;
			return;
		}
		p->before = value;
		i = j->node[value].next;
	}
}

static struct place find(struct json *j, struct str pointer)
{
	struct place p = { .parent = JSON_NONE, .node = JSON_NONE, .before = JSON_NONE };
	size_t slash = pointer.n;
	uint32_t index = 0;
	bool object;

	if (pointer.n == 0) {
		p.node = 0;
		return p;
	}
	while (pointer.p[slash - 1] != '/')
		slash--;
	unescape(&p.name, str_skip(pointer, slash));
	p.parent = json_pointer(j, 0, (struct str){ pointer.p, slash - 1 });
	object = json_is(j, p.parent, JSON_OBJECT);
	if (!object && !json_is(j, p.parent, JSON_ARRAY)) {
		p.parent = JSON_NONE;
		return p;
	}
	if (!object) {
		uint32_t count = j->node[p.parent].count;

		p.append = str_is(buf_view(&p.name), "-");
		if (!p.append &&
			(!read_index(buf_view(&p.name), &index) || index > count)) {
			p.parent = JSON_NONE;
			return p;
		}
		p.append |= index == count;
		index = p.append ? count : index;
	}
	find_in(j, &p, index, object);
	return p;
}

/* --- changing the text ------------------------------------------------------------ */

/* What stands from `from` to `to` becomes `with`. */
static void splice(struct buf *text, size_t from, size_t to, struct str with)
{
	struct buf new = { 0 };

	buf_room(&new, text->len + with.n);
	buf_add(&new, text->data, from);
	buf_slice(&new, with);
	buf_add(&new, text->data + to, text->len - to);
	buf_fini(text);
	*text = new;
}

/* A key as it stands in the text: no byte of it changes that need not. */
static void add_key(struct buf *out, struct str name)
{
	buf_char(out, '"');
	for (size_t i = 0; i < name.n; i++) {
		unsigned char c = (unsigned char)name.p[i];

		if (c == '"' || c == '\\')
			buf_char(out, '\\');
		if (c < 0x20)
			buf_fmt(out, "\\u%04x", c);
		else
			buf_char(out, (char)c);
	}
	buf_char(out, '"');
}

static void take_out(struct json *j, const struct place *p, struct buf *text)
{
	bool object = json_is(j, p->parent, JSON_OBJECT);
	uint32_t first = object ? p->node - 1 : p->node, next = j->node[p->node].next;
	size_t from = j->node[first].start, to = j->node[p->node].end;

	if (p->before != JSON_NONE)
		from = j->node[p->before].end; /* with the comma in front of it */
	else if (next < j->node[p->parent].next)
		to = j->node[next].start;
	splice(text, from, to, (struct str){ 0 });
}

/* A new one: behind the value in front of it. */
static void put_in(
	struct json *j, const struct place *p, struct str value, struct buf *text)
{
	bool first = p->before == JSON_NONE, last = p->node == JSON_NONE;
	size_t at = first ? j->node[p->parent].start + 1u : j->node[p->before].end;
	struct buf new = { 0 };

	if (!first)
		buf_char(&new, ',');
	if (json_is(j, p->parent, JSON_OBJECT)) {
		add_key(&new, buf_view(&p->name));
		buf_char(&new, ':');
	}
	buf_slice(&new, value);
	if (first && !last)
		buf_char(&new, ',');
	splice(text, at, at, buf_view(&new));
	buf_fini(&new);
}

static bool fails(
	const struct transform_step *s, struct str at, const char *why, struct err *e)
{
	return err_set(e, "%.*s: %s (line %u)", (int)(at.n < 100 ? at.n : 100), at.p, why,
		s->line);
}

static bool set(const struct transform_step *s, struct json *j, const struct place *p,
	struct buf *text, struct err *e)
{
	if (p->node != JSON_NONE)
		splice(text, j->node[p->node].start, j->node[p->node].end, s->more);
	else if (p->parent != JSON_NONE)
		put_in(j, p, s->more, text);
	else
		return fails(s, s->at, "what it would be in is not there", e);
	return true;
}

static bool rename_member(const struct transform_step *s, struct json *j,
	const struct place *p, struct buf *text, struct err *e)
{
	struct buf key = { 0 };

	if (p->node == JSON_NONE)
		return fails(s, s->at, "not there", e);
	if (!json_is(j, p->parent, JSON_OBJECT))
		return fails(s, s->at, "no member: only those have names", e);
	if (json_find(j, p->parent, s->more) != JSON_NONE &&
		!str_eq(buf_view(&p->name), s->more))
		return fails(s, s->more, "there already", e);
	add_key(&key, s->more);
	splice(text, j->node[p->node - 1].start, j->node[p->node - 1].end,
		buf_view(&key));
	buf_fini(&key);
	return true;
}

static bool move_value(const struct transform_step *s, struct json *j,
	const struct place *p, struct buf *text, struct err *e)
{
	struct buf value = { 0 };
	struct place to = { 0 };
	bool ok = false;

	if (p->node == JSON_NONE)
		return fails(s, s->at, "not there", e);
	buf_slice(&value, json_raw(j, p->node));
	take_out(j, p, text);
	if (json_read(j, text->data, text->len, TRANSFORM_DEPTH, e))
		to = find(j, s->more);
	if (to.parent == JSON_NONE)
		fails(s, s->more, "what it would be in is not there", e);
	else if (to.node != JSON_NONE && json_is(j, to.parent, JSON_OBJECT))
		fails(s, s->more, "there already", e);
	else
		ok = true;
	if (ok)
		put_in(j, &to, buf_view(&value), text);
	buf_fini(&to.name);
	buf_fini(&value);
	return ok;
}

static bool do_step(
	const struct transform_step *s, struct json *j, struct buf *text, struct err *e)
{
	struct place p = find(j, s->at);
	bool ok = true;

	if (s->verb == TRANSFORM_SET)
		ok = set(s, j, &p, text, e);
	else if (s->verb == TRANSFORM_RENAME)
		ok = rename_member(s, j, &p, text, e);
	else if (s->verb == TRANSFORM_MOVE)
		ok = move_value(s, j, &p, text, e);
	else if (p.node != JSON_NONE)
		take_out(j, &p, text);
	buf_fini(&p.name);
	return ok;
}

bool transform_apply(const struct transform *t, struct str artifact, size_t most,
	struct buf *out, struct err *e)
{
	struct buf text = { 0 };
	struct json j = { 0 };
	bool ok = true;

	buf_slice(&text, artifact);
	for (size_t i = 0; ok && i < t->n; i++)
		ok = json_read(&j, text.data, text.len, TRANSFORM_DEPTH, e) &&
			do_step(&t->step[i], &j, &text, e);
	ok = ok && json_read(&j, text.data, text.len, TRANSFORM_DEPTH, e);
	if (ok && text.len > most)
		ok = err_set(e, "more than %zu bytes", most);
	if (ok)
		buf_slice(out, buf_view(&text));
	json_fini(&j);
	buf_fini(&text);
	return ok;
}
