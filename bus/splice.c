/* SPDX-License-Identifier: MIT */
/* From what came to what is journaled: one line, with the hub's own attributes. */
#include "base/clock.h"
#include "bus/codec.h"

bool event_has_breaks(struct str bytes)
{
	return memchr(bytes.p, '\n', bytes.n) != NULL ||
		memchr(bytes.p, '\r', bytes.n) != NULL;
}

/* In a string one is no white space but an error, and stays, for the reader to find. */
void event_one_line(char *bytes, size_t n)
{
	bool text = false;

	for (size_t i = 0; i < n; i++) {
		if (bytes[i] == '"')
			text = !text;
		else if (text && bytes[i] == '\\')
			i++;
		else if (!text && (bytes[i] == '\n' || bytes[i] == '\r'))
			bytes[i] = ' ';
	}
}

static bool is_ours(const struct json *j, uint32_t key)
{
	if (!j->node[key].escaped && json_raw(j, key).n < sizeof("\"hubsequence\"") - 1)
		return false;
	return json_string_is(j, key, "recordedtime") ||
		json_string_is(j, key, "hubsequence") ||
		json_string_is(j, key, "artifactdigest");
}

/* Where the comma before key node `key` stands: only white space is between. */
static size_t comma_before(const struct json *j, uint32_t key)
{
	size_t at = j->node[key].start - 1;

	while (j->text[at] != ',')
		at--;
	return at;
}

/* Members that stand together; `empty` is how long `out` was before the first. */
static void add_members(struct buf *out, size_t empty, const char *p, size_t n)
{
	if (n == 0)
		return;
	if (out->len > empty)
		buf_char(out, ',');
	buf_add(out, p, n);
}

/* Copies the members of the root object as they stand, but not ours. */
static void copy_members(struct buf *out, const struct json *j)
{
	uint32_t end = j->node[0].next, next;
	size_t from = j->node[0].start + 1, to = from, behind;
	size_t empty = out->len;

	for (uint32_t key = 1; key < end; key = next) {
		next = j->node[key + 1].next;
		behind = next < end ? comma_before(j, next) : j->node[0].end - 1u;
		if (!is_ours(j, key)) {
			to = behind;
			continue;
		}
		add_members(out, empty, j->text + from, to - from);
		from = to = behind + 1;
	}
	add_members(out, empty, j->text + from, to - from);
}

void event_splice(struct buf *out, const struct event *e, int64_t recorded,
	uint64_t hubsequence, bool with_digest)
{
	char time[TIME_TEXT], number[21], digest[DIGEST_TEXT];

	time_format(recorded, time);
	sequence_text(hubsequence, number);
	buf_room(out, e->raw.n + SPLICE_BYTES);
	buf_char(out, '{');
	copy_members(out, e->doc);
	buf_slice(out, STR(",\"recordedtime\":\""));
	buf_str(out, time);
	buf_slice(out, STR("\",\"hubsequence\":\""));
	buf_str(out, number);
	if (with_digest) {
		digest_text(&e->digest, digest);
		buf_slice(out, STR("\",\"artifactdigest\":\""));
		buf_str(out, digest);
	}
	buf_slice(out, STR("\"}"));
}
