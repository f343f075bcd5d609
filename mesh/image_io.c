/* SPDX-License-Identifier: MIT */
#include "mesh/image_io.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/mem.h"

#define TEXT_MOST ((size_t)16 << 20)
#define LIST_MOST 4096

/* --- out ------------------------------------------------------------------- */

bool out_flush(struct image_out *o)
{
	if (!o->stopped && o->buf.len > 0)
		o->stopped = !o->sink(o->user, buf_view(&o->buf));
	buf_reset(&o->buf);
	return !o->stopped;
}

static void make_room(struct image_out *o)
{
	if (o->sink != NULL && o->buf.len >= IMAGE_CHUNK)
		out_flush(o);
}

void out_number(struct image_out *o, uint64_t n)
{
	unsigned char *to = (unsigned char *)buf_room(&o->buf, 10);
	size_t k = 0;

	for (; n >= 0x80; n >>= 7)
		to[k++] = (unsigned char)(n | 0x80);
	to[k++] = (unsigned char)n;
	o->buf.len += k;
	make_room(o);
}

void out_bytes(struct image_out *o, const void *bytes, size_t n)
{
	buf_add(&o->buf, bytes, n);
	make_room(o);
}

void out_string(struct image_out *o, struct str s)
{
	out_number(o, s.p == NULL ? 0 : s.n + 1);
	if (s.n > 0)
		out_bytes(o, s.p, s.n);
}

static void out_list(struct image_out *o, char **list)
{
	size_t n = 0;

	if (list == NULL) {
		out_number(o, 0);
		return;
	}
	while (list[n] != NULL)
		n++;
	out_number(o, n + 1);
	for (size_t i = 0; i < n; i++)
		out_string(o, str_of(list[i]));
}

static uint64_t uint_at(const void *p, size_t size)
{
	switch (size) {
	case 1:
		return *(const uint8_t *)p;
	case 2:
		return *(const uint16_t *)p;
	case 4:
		return *(const uint32_t *)p;
	default:
		return *(const uint64_t *)p;
	}
}

static void out_field(struct image_out *o, const struct field *f, const void *p)
{
	int64_t i;

	switch (f->kind) {
	case FIELD_FLAG:
	case FIELD_UINT:
		out_number(o, uint_at(p, f->size));
		break;
	case FIELD_INT:
		i = *(const int64_t *)p;
		out_number(o, (uint64_t)i << 1 ^ (i < 0 ? UINT64_MAX : 0));
		break;
	case FIELD_PLACE:
		out_number(o, *(const uint32_t *)p + 1u); /* NONE becomes 0 */
		break;
	case FIELD_TEXT:
	case FIELD_SHARED:
		out_string(o, str_of(*(char *const *)p));
		break;
	case FIELD_LIST:
		out_list(o, *(char **const *)p);
		break;
	case FIELD_SLICE:
		out_string(o, *(const struct str *)p);
		break;
	case FIELD_REAL:
	case FIELD_DIGEST:
	case FIELD_BYTES:
		out_bytes(o, p, f->size);
		break;
	}
}

void out_fields(struct image_out *o, const struct field_table *t, const void *item)
{
	for (size_t i = 0; i < t->count; i++)
		out_field(o, &t->field[i], (const char *)item + t->field[i].offset);
}

/* --- in -------------------------------------------------------------------- */

/* More bytes behind what is still to be read; none: the image is cut short. */
static bool refill(struct image_in *in)
{
	size_t rest = in->n - in->at, got;

	if (in->source == NULL)
		return false;
	if (in->chunk == NULL)
		in->chunk = xmalloc(IMAGE_CHUNK);
	memmove(in->chunk, in->chunk + in->at, rest);
	in->at = 0;
	in->n = rest;
	got = in->source(in->user, in->chunk + rest, IMAGE_CHUNK - rest);
	in->n += got;
	return got > 0;
}

static unsigned next_byte(struct image_in *in)
{
	if (in->at == in->n && (in->bad || !refill(in))) {
		in->bad = true;
		return 0;
	}
	return in->chunk[in->at++];
}

uint64_t in_number(struct image_in *in)
{
	uint64_t n = 0;

	if (in->at < in->n && in->chunk[in->at] < 0x80)
		return in->chunk[in->at++]; /* what most are */
	for (unsigned shift = 0; shift < 70; shift += 7) {
		unsigned b = next_byte(in);

		n |= (uint64_t)(b & 0x7f) << (shift & 63);
		if (b < 0x80)
			return in->bad ? 0 : n;
	}
	in->bad = true;
	return 0;
}

uint64_t in_below(struct image_in *in, uint64_t limit)
{
	uint64_t n = in_number(in);

	if (n < limit)
		return n;
	in->bad = true;
	return 0;
}

void in_bytes(struct image_in *in, void *to, size_t n)
{
	char *at = to;

	while (n > 0) {
		size_t part = in->n - in->at < n ? in->n - in->at : n;

		if (part == 0 && (in->bad || !refill(in))) {
			in->bad = true;
			memset(at, 0, n);
			return;
		}
		memcpy(at, in->chunk + in->at, part);
		in->at += part;
		at += part;
		n -= part;
	}
}

char *in_string(struct image_in *in, size_t most, size_t *length)
{
	uint64_t n = in_below(in, most + 2);
	char *s;

	*length = 0;
	if (n == 0)
		return NULL;
	*length = (size_t)n - 1;
	s = xmalloc((size_t)n);
	in_bytes(in, s, (size_t)n - 1);
	s[n - 1] = '\0';
	return s;
}

static char **in_list(struct image_in *in)
{
	uint64_t n = in_below(in, LIST_MOST);
	char **list;
	size_t length;

	if (n == 0)
		return NULL;
	list = xcalloc((size_t)n, sizeof(*list));
	for (uint64_t i = 0; i + 1 < n && !in->bad; i++) {
		list[i] = in_string(in, TEXT_MOST, &length);
		in->bad |= list[i] == NULL;
	}
	return list;
}

static void put_uint(void *p, size_t size, uint64_t n)
{
	switch (size) {
	case 1:
		*(uint8_t *)p = (uint8_t)n;
		break;
	case 2:
		*(uint16_t *)p = (uint16_t)n;
		break;
	case 4:
		*(uint32_t *)p = (uint32_t)n;
		break;
	default:
		*(uint64_t *)p = n;
	}
}

static void in_shared(struct image_in *in, char **to)
{
	size_t length;
	char *s = in_string(in, TEXT_MOST, &length);

	*to = words_share(in->words, (struct str){ s, length });
	free(s);
}

static void in_field(struct image_in *in, const struct field *f, void *p)
{
	uint64_t n;
	size_t length;

	switch (f->kind) {
	case FIELD_FLAG:
		*(bool *)p = in_below(in, 2) != 0;
		break;
	case FIELD_UINT:
		n = in_number(in);
		in->bad |= f->size < 8 && n >> 8 * (f->size & 7) != 0;
		put_uint(p, f->size, n);
		break;
	case FIELD_INT:
		n = in_number(in);
		*(int64_t *)p = (int64_t)(n >> 1 ^ (~(n & 1) + 1));
		break;
	case FIELD_PLACE:
		*(uint32_t *)p = (uint32_t)in_below(in, UINT64_C(1) << 32) - 1u;
		break;
	case FIELD_TEXT:
		*(char **)p = in_string(in, TEXT_MOST, &length);
		break;
	case FIELD_SHARED:
		in_shared(in, p);
		break;
	case FIELD_LIST:
		*(char ***)p = in_list(in);
		break;
	case FIELD_SLICE:
		((struct str *)p)->p = in_string(in, TEXT_MOST, &((struct str *)p)->n);
		break;
	case FIELD_REAL:
	case FIELD_DIGEST:
	case FIELD_BYTES:
		in_bytes(in, p, f->size);
		break;
	}
}

void in_fields(struct image_in *in, const struct field_table *t, void *item)
{
	for (size_t i = 0; i < t->count; i++)
		in_field(in, &t->field[i], (char *)item + t->field[i].offset);
}

void free_slices(const struct field_table *t, void *item)
{
	for (size_t i = 0; i < t->count; i++) {
		struct str *s = (void *)((char *)item + t->field[i].offset);

		if (t->field[i].kind == FIELD_SLICE)
			free((char *)s->p);
	}
}
