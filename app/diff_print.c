/* SPDX-License-Identifier: MIT */
#include "app/diff_print.h"

#include <stdio.h>

#include "app/print.h"
#include "base/json_out.h"

/* What a pair comes to, told in both ways. */
struct outcome {
	struct buf verdict, number;
	bool told; /* the version says what it breaks */
};

static const struct version *version_of(const struct contract *c)
{
	return c != NULL ? &c->version : NULL;
}

static struct outcome outcome_of(const struct diff_pair *p)
{
	struct outcome o = { .told = false };

	if (p->instead != NULL)
		buf_str(&o.verdict, p->instead);
	else
		diff_verdict_words(&o.verdict, p->d, version_of(p->was));
	if (p->was != NULL && p->is != NULL)
		o.told = diff_version_words(
			&o.number, p->d, p->was->version, p->is->version);
	return o;
}

/* --- for people --------------------------------------------------------------------- */

static void end_line(struct buf *line)
{
	print_clean(buf_view(line));
	putchar('\n');
	buf_reset(line);
}

static void print_words(const struct diff_pair *p, const struct outcome *o)
{
	const char *indent = p->many ? "  " : "";
	struct buf line = { 0 };

	if (p->many) {
		buf_fmt(&line, "%s%s%s", p->was != NULL ? p->was->id : "",
			p->was != NULL && p->is != NULL ? " -> " : "",
			p->is != NULL ? p->is->id : "");
		end_line(&line);
	}
	for (size_t i = 0; i < p->d->count; i++) {
		buf_fmt(&line, "%s%s  ", indent, diff_place(&p->d->list[i]));
		diff_change_words(&line, &p->d->list[i]);
		buf_str(&line, "  ");
		diff_who_words(&line, &p->d->list[i], version_of(p->was));
		end_line(&line);
	}
	buf_fmt(&line, "%s%s", indent, o->verdict.data);
	end_line(&line);
	if (o->number.len > 0) {
		buf_fmt(&line, "%s%s", indent, o->number.data);
		end_line(&line);
	}
	buf_fini(&line);
}

/* --- for programs ------------------------------------------------------------------- */

static void put(struct buf *b, const char *key, const char *value)
{
	out_key(b, key);
	if (value != NULL)
		out_text(b, value);
	else
		out_null(b);
}

static void put_flag(struct buf *b, const char *key, bool value)
{
	out_key(b, key);
	out_bool(b, value);
}

static void put_difference(struct buf *b, const struct difference *one)
{
	out_open(b, '{');
	put(b, one->in_artifact ? "at" : "member", one->at);
	put(b, "was", one->was);
	put(b, "is", one->is);
	put(b, "breaks", breaks_name(one->breaks));
	put_flag(b, "weaker", one->weaker);
	put(b, "note", one->note);
	out_close(b, '}');
}

static void print_json(const struct diff_pair *p, const struct outcome *o)
{
	struct buf b = { 0 }, ascii = { 0 };

	out_open(&b, '{');
	put(&b, "was", p->was != NULL ? p->was->id : NULL);
	put(&b, "is", p->is != NULL ? p->is->id : NULL);
	put_flag(&b, "compatible", p->d->breaks == 0);
	put(&b, "breaks", breaks_name(p->d->breaks));
	put_flag(&b, "weaker", p->d->weaker);
	put(&b, "verdict", o->verdict.data);
	put(&b, "version", o->number.len > 0 ? o->number.data : NULL);
	put_flag(&b, "told", o->told);
	out_key(&b, "differences");
	out_open(&b, '[');
	for (size_t i = 0; i < p->d->count; i++)
		put_difference(&b, &p->d->list[i]);
	out_close(&b, ']');
	out_key(&b, "left_out");
	out_uint(&b, p->d->left_out);
	out_close(&b, '}');
	out_ascii(&ascii, buf_view(&b));
	puts(ascii.data);
	buf_fini(&b);
	buf_fini(&ascii);
}

bool diff_print(const struct args *a, const struct diff_pair *p)
{
	struct outcome o = outcome_of(p);
	bool bad = p->d->breaks != 0 && !(o.told && given(a, OPT_ALLOW_MAJOR));

	if (given(a, OPT_JSON))
		print_json(p, &o);
	else
		print_words(p, &o);
	buf_fini(&o.verdict);
	buf_fini(&o.number);
	return bad;
}
