/* SPDX-License-Identifier: MIT */
#include "bus/prom_text.h"

#include <stdio.h>

void prom_family(struct buf *b, const char *name, const char *type, const char *help)
{
	buf_fmt(b, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, type);
}

void prom_plain(struct buf *b, const char *name, double value)
{
	buf_fmt(b, "%s %.15g\n", name, value);
}

void prom_name(struct buf *b, const char *name)
{
	buf_str(b, name);
	buf_char(b, '{');
}

/* The format escapes these three, and nothing else. */
void prom_label(struct buf *b, const char *label, const char *value)
{
	if (b->data[b->len - 1] != '{')
		buf_char(b, ',');
	buf_str(b, label);
	buf_str(b, "=\"");
	for (const char *p = value; *p != '\0'; p++) {
		if (*p == '\\' || *p == '"' || *p == '\n')
			buf_char(b, '\\');
		buf_char(b, *p == '\n' ? 'n' : *p);
	}
	buf_char(b, '"');
}

void prom_value(struct buf *b, double value)
{
	buf_fmt(b, "} %.15g\n", value);
}

void prom_sample(
	struct buf *b, const char *name, const char *label, const char *is, double value)
{
	prom_name(b, name);
	prom_label(b, label, is);
	prom_value(b, value);
}

void prom_histogram(struct buf *b, const char *name, const struct histogram *g)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < g->bounds; i++) {
		sum += g->count[i];
		buf_fmt(b, "%s_bucket{le=\"%g\"} %llu\n", name, g->bound[i],
			(unsigned long long)sum);
	}
	sum += g->count[g->bounds];
	buf_fmt(b, "%s_bucket{le=\"+Inf\"} %llu\n", name, (unsigned long long)sum);
	buf_fmt(b, "%s_sum %.15g\n%s_count %llu\n", name, g->sum, name,
		(unsigned long long)sum);
}
