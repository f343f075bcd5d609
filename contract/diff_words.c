/* SPDX-License-Identifier: MIT */
#include "contract/diff_words.h"

#include <stdio.h>

#include "contract/range.h"

static const struct {
	const char *name, *words;
} names[] = {
	[BREAKS_NOBODY] = { "nobody", "harmless" },
	[BREAKS_TAKER] = { "taker", "breaks a taker" },
	[BREAKS_SENDER] = { "sender", "breaks a sender" },
	[BREAKS_BOTH] = { "both", "breaks takers and senders" },
};

const char *breaks_name(unsigned breaks)
{
	return names[breaks & BREAKS_BOTH].name;
}

const char *diff_place(const struct difference *one)
{
	return one->in_artifact && one->at[0] == '\0' ? "the artifact" : one->at;
}

void diff_change_words(struct buf *out, const struct difference *one)
{
	buf_fmt(out, "%s -> %s", one->was, one->is);
}

/* "3"; of 0.x, where each minor is another, "0.3". */
static void line_words(struct buf *out, struct version v)
{
	if (v.major > 0)
		buf_fmt(out, "%u", v.major);
	else
		buf_fmt(out, "0.%u", v.minor);
}

void diff_who_words(
	struct buf *out, const struct difference *one, const struct version *of)
{
	if (one->breaks == 0 && one->weaker)
		buf_str(out, "a weaker check");
	else
		buf_str(out, names[one->breaks & BREAKS_BOTH].words);
	if (one->breaks != 0 && of != NULL) {
		buf_str(out, " of @");
		line_words(out, *of);
	}
	if (one->note[0] != '\0')
		buf_fmt(out, ": %s", one->note);
}

static size_t count(const struct diff *d, unsigned bit)
{
	size_t n = 0;

	for (size_t i = 0; i < d->count; i++)
		n += (d->list[i].breaks & bit) != 0;
	return n;
}

static void weaker_words(struct buf *out, const struct diff *d)
{
	const char *between = ": ";

	buf_str(out, "a weaker check");
	for (size_t i = 0; i < d->count; i++) {
		if (!d->list[i].weaker)
			continue;
		buf_fmt(out, "%s%s", between, diff_place(&d->list[i]));
		between = ", ";
	}
}

void diff_verdict_words(struct buf *out, const struct diff *d, const struct version *of)
{
	size_t takers = count(d, BREAKS_TAKER), senders = count(d, BREAKS_SENDER);
	char text[VERSION_TEXT];

	if (d->breaks == 0) {
		buf_str(out, d->count == 0 ? "compatible: the same" : "compatible");
		if (d->weaker) {
			buf_str(out, ", but ");
			weaker_words(out, d);
		}
		return;
	}
	buf_str(out, "not compatible:");
	if (takers > 0)
		buf_fmt(out, " %zu break%s a taker", takers, takers == 1 ? "s" : "");
	if (takers > 0 && senders > 0)
		buf_str(out, ",");
	if (senders > 0)
		buf_fmt(out, " %zu break%s a sender", senders, senders == 1 ? "s" : "");
	if (of != NULL)
		buf_fmt(out, " of %s", version_text(*of, text));
	if (d->left_out > 0)
		buf_fmt(out, "; %zu more are not shown", d->left_out);
	if (d->weaker) {
		buf_str(out, "; and ");
		weaker_words(out, d);
	}
}

static bool caret_takes(struct version was, struct version is)
{
	char caret[VERSION_TEXT + 1] = "^";
	struct range r;

	version_text(was, caret + 1);
	return range_read(str_of(caret), &r, NULL) && range_takes(&r, is);
}

static struct version next_line(struct version v)
{
	if (v.major > 0)
		return (struct version){ v.major + 1, 0, 0 };
	return (struct version){ 0, v.minor + 1, 0 };
}

/* "only a minor number" */
static void told_words(
	struct buf *out, struct version was, struct version is, const char *next)
{
	char old[VERSION_TEXT], new[VERSION_TEXT];

	buf_fmt(out, "breaking, but only a %s number: ^%s takes %s. It must be %s",
		is.minor != was.minor ? "minor" : "patch", version_text(was, old),
		version_text(is, new), next);
}

bool diff_version_words(
	struct buf *out, const struct diff *d, struct version was, struct version is)
{
	char old[VERSION_TEXT], new[VERSION_TEXT], next[VERSION_TEXT];
	bool taken = caret_takes(was, is);

	version_text(was, old);
	version_text(is, new);
	version_text(next_line(was), next);
	if (d->count == 0)
		return true;
	if (version_cmp(is, was) <= 0) {
		buf_fmt(out, "%s is not above %s", new, old);
		return false;
	}
	if (d->breaks != 0 && taken) {
		told_words(out, was, is, next);
		return false;
	}
	if (d->breaks != 0) {
		buf_str(out, "breaking, and the version says so (");
		line_words(out, was);
		buf_str(out, " -> ");
		line_words(out, is);
		buf_char(out, ')');
	} else if (!taken) {
		buf_fmt(out, "nothing breaks, and who takes ^%s does not take %s", old,
			new);
	}
	return true;
}
