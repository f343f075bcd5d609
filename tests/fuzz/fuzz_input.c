/* SPDX-License-Identifier: MIT */
/*
 * Any bytes from a terminal: the keys are the same however the bytes are cut into pieces,
 * each has a name that is its own, none is a control; what was pasted stands between its
 * marks and is text; and of a sequence that is complete no byte becomes a character.
 */
#include "tui/input.h"

#include "base/text.h"
#include "tests/fuzz/fuzz.h"
#include "tui/keys.h"

#define ROOM 4096

struct pressed {
	int key[ROOM * 2];
	size_t n;
};

static void take_keys(struct input *in, int64_t now, struct pressed *p)
{
	int key;

	while ((key = input_next(in, now)) != K_NONE) {
		if (p->n == sizeof(p->key) / sizeof(*p->key))
			complain("more keys than bytes");
		p->key[p->n++] = key;
	}
}

static void press(struct str bytes, size_t piece, bool mouse, struct pressed *p)
{
	struct input in = { .mouse = mouse };
	int row, col;

	p->n = 0;
	for (size_t at = 0; at < bytes.n; at += piece) {
		size_t n = bytes.n - at < piece ? bytes.n - at : piece;

		if (n > input_room(&in))
			complain("no room for what is read at once");
		input_feed(&in, bytes.p + at, n, 1000);
		take_keys(&in, 1000, p);
	}
	input_report(&in, &row, &col);
	input_mouse(&in, &row, &col);
	if (row < 0 || col < 0)
		complain("a place outside");
	/* long after it nothing is under way any more */
	take_keys(&in, 1000 + INPUT_SEQUENCE_US, p);
	take_keys(&in, 1000 + INPUT_PASTE_US, p);
	if (input_wait(&in, 1000 + INPUT_PASTE_US) != -1)
		complain("something is under way for ever");
}

static void check_keys(const struct pressed *p)
{
	bool pasting = false;

	for (size_t i = 0; i < p->n; i++) {
		char name[KEYS_NAME_MAX];
		int key = p->key[i];

		if (pasting && key != K_PASTE_END && key != K_ENTER && key != K_TAB &&
			!keys_is_text(key))
			complain("a key in the middle of what was pasted");
		if (!pasting && key == K_PASTE_END)
			complain("the end of what has not begun");
		pasting = key == K_PASTE_BEGIN || (pasting && key != K_PASTE_END);
		if (key < K_FIRST &&
			(!keys_is_text(key) || text_width_of((uint32_t)key) < 0))
			complain("a character that is none");
		if (keys_name(key, name)[0] == '\0')
			complain("a key without a name");
		if ((key < K_PASTE_BEGIN || key >= K_CTRL_BASE) &&
			keys_named(str_of(name)) != key)
			complain("a key with the name of another");
	}
	if (pasting)
		complain("a paste without an end");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const size_t pieces[] = { 1, 2, 3, 7, 64 };
	struct str bytes = { (const char *)data, size < ROOM ? size : ROOM };
	static struct pressed whole, cut;

	for (int mouse = 0; mouse < 2; mouse++) {
		press(bytes, ROOM, mouse, &whole);
		check_keys(&whole);
		for (size_t i = 0; i < sizeof(pieces) / sizeof(*pieces); i++) {
			press(bytes, pieces[i], mouse, &cut);
			if (cut.n != whole.n ||
				memcmp(cut.key, whole.key,
					whole.n * sizeof(*whole.key)) != 0)
				complain("other keys when they come in pieces");
		}
	}
	return 0;
}
