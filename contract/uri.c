/* SPDX-License-Identifier: MIT */
#include "contract/uri.h"

#include <stddef.h>

/* The five parts; {NULL, 0} is undefined, which is not the same as empty. */
struct parts {
	struct str scheme, authority, path, query, fragment;
};

static bool is_scheme(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
		bool other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';

		if (!letter && (i == 0 || !other))
			return false;
	}
	return s.n > 0;
}

/* What of `s` is before the first character of `stop`. */
static struct str before(struct str s, const char *stop)
{
	for (size_t i = 0; i < s.n; i++) {
		if (strchr(stop, s.p[i]) != NULL && s.p[i] != '\0')
			return (struct str){ s.p, i };
	}
	return s;
}

static struct parts split(struct str s)
{
	struct parts u = { 0 };
	struct str scheme = before(s, ":/?#");

	if (scheme.n < s.n && s.p[scheme.n] == ':' && is_scheme(scheme)) {
		u.scheme = scheme;
		s = str_skip(s, scheme.n + 1);
	}
	if (s.n >= 2 && s.p[0] == '/' && s.p[1] == '/') {
		u.authority = before(str_skip(s, 2), "/?#");
		s = str_skip(s, 2 + u.authority.n);
	}
	u.path = before(s, "?#");
	s = str_skip(s, u.path.n);
	if (s.n > 0 && s.p[0] == '?') {
		u.query = before(str_skip(s, 1), "#");
		s = str_skip(s, 1 + u.query.n);
	}
	if (s.n > 0)
		u.fragment = str_skip(s, 1);
	return u;
}

static void drop_segment(struct buf *out, size_t start)
{
	while (out->len > start && out->data[out->len - 1] != '/')
		out->len--;
	if (out->len > start)
		out->len--;
}

/* 5.2.4: "." and ".." are walked. Behind `start` of `out` stands nothing but the path. */
static void add_path(struct buf *out, struct str path)
{
	size_t start = out->len;

	while (path.n > 0) {
		struct str rest = path.p[0] == '/' ? str_skip(path, 1) : path;
		struct str segment = before(rest, "/");
		bool last = segment.n == rest.n, slash = path.p[0] == '/';

		if (str_is(segment, ".") || str_is(segment, "..")) {
			if (segment.n == 2)
				drop_segment(out, start);
			if (last)
				buf_char(out, '/');
		} else {
			if (slash)
				buf_char(out, '/');
			buf_slice(out, segment);
		}
		path = str_skip(rest, segment.n);
	}
}

/* 5.2.3 */
static void merge(struct buf *out, const struct parts *base, struct str path)
{
	size_t n = base->path.n;

	if (base->authority.p != NULL && n == 0) {
		buf_char(out, '/');
	} else {
		while (n > 0 && base->path.p[n - 1] != '/')
			n--;
		buf_add(out, base->path.p, n);
	}
	buf_slice(out, path);
}

static void add_target_path(
	struct buf *out, const struct parts *base, const struct parts *ref)
{
	struct buf merged = { 0 };

	if (ref->path.n > 0 && ref->path.p[0] == '/') {
		add_path(out, ref->path);
		return;
	}
	merge(&merged, base, ref->path);
	add_path(out, buf_view(&merged));
	buf_fini(&merged);
}

static void add_part(struct buf *out, const char *lead, struct str part, const char *end)
{
	if (part.p == NULL)
		return;
	buf_str(out, lead);
	buf_slice(out, part);
	buf_str(out, end);
}

void uri_resolve(struct buf *out, struct str base, struct str ref)
{
	struct parts r = split(ref), b = split(base);
	bool own = r.scheme.p != NULL, here = own || r.authority.p != NULL;

	add_part(out, "", own ? r.scheme : b.scheme, ":");
	add_part(out, "//", here ? r.authority : b.authority, "");
	if (here) {
		add_path(out, r.path);
	} else if (r.path.n == 0) {
		buf_slice(out, b.path);
		if (r.query.p == NULL)
			r.query = b.query;
	} else {
		add_target_path(out, &b, &r);
	}
	add_part(out, "?", r.query, "");
	add_part(out, "#", r.fragment, "");
}

struct str uri_take_fragment(struct str *uri)
{
	const char *hash = uri->n > 0 ? memchr(uri->p, '#', uri->n) : NULL;
	struct str fragment = { 0 };

	if (hash != NULL) {
		fragment = str_skip(*uri, (size_t)(hash - uri->p) + 1);
		uri->n = (size_t)(hash - uri->p);
	}
	return fragment;
}

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool uri_decode(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		int high, low;

		if (s.p[i] != '%') {
			buf_char(out, s.p[i]);
			continue;
		}
		if (i + 2 >= s.n || (high = hex(s.p[i + 1])) < 0 ||
			(low = hex(s.p[i + 2])) < 0)
			return false;
		buf_char(out, (char)(high << 4 | low));
		i += 2;
	}
	return true;
}
