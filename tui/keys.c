/* SPDX-License-Identifier: MIT */
#include "tui/keys.h"

#include <stdint.h>
#include <stdio.h>

#include "base/text.h"

#define CTRL_PREFIX "C-"

static const struct {
	int key;
	const char *name;
} table[] = {
	{ ' ', "Space" },
	{ K_UP, "Up" },
	{ K_DOWN, "Down" },
	{ K_LEFT, "Left" },
	{ K_RIGHT, "Right" },
	{ K_HOME, "Home" },
	{ K_END, "End" },
	{ K_PGUP, "PgUp" },
	{ K_PGDN, "PgDn" },
	{ K_TAB, "Tab" },
	{ K_BACKTAB, "S-Tab" },
	{ K_ENTER, "Enter" },
	{ K_ESC, "Esc" },
	{ K_BACKSPACE, "Backspace" },
	{ K_DELETE, "Delete" },
	{ K_INSERT, "Insert" },
	{ K_F(1), "F1" },
	{ K_F(2), "F2" },
	{ K_F(3), "F3" },
	{ K_F(4), "F4" },
	{ K_F(5), "F5" },
	{ K_F(6), "F6" },
	{ K_F(7), "F7" },
	{ K_F(8), "F8" },
	{ K_F(9), "F9" },
	{ K_F(10), "F10" },
	{ K_F(11), "F11" },
	{ K_F(12), "F12" },
	{ K_PASTE_BEGIN, "PasteBegin" },
	{ K_PASTE_END, "PasteEnd" },
	{ K_RESIZE, "Resize" },
	{ K_REDRAW, "Redraw" },
	{ K_HANGUP, "Hangup" },
	{ K_CTRL('@'), "C-Space" },
};

#define TABLE_LEN (sizeof(table) / sizeof(*table))

static bool is_ctrl_char(int c)
{
	return (c >= 'a' && c <= 'z' && c != 'h' && c != 'i' && c != 'm') ||
		(c > 0 && c < 0x7f && strchr("@\\]^_", c) != NULL);
}

bool keys_is_text(int key)
{
	return key > 0 && key < K_FIRST && text_width_of((uint32_t)key) >= 0;
}

const char *keys_name(int key, char out[KEYS_NAME_MAX])
{
	out[0] = '\0';
	for (size_t i = 0; i < TABLE_LEN; i++) {
		if (table[i].key == key) {
			snprintf(out, KEYS_NAME_MAX, "%s", table[i].name);
			return out;
		}
	}
	if (is_ctrl_char(key - K_CTRL_BASE))
		snprintf(out, KEYS_NAME_MAX, CTRL_PREFIX "%c", key - K_CTRL_BASE);
	else if (keys_is_text(key))
		out[utf8_encode((uint32_t)key, out)] = '\0';
	else if (key != K_NONE)
		snprintf(out, KEYS_NAME_MAX, "Unknown");
	return out;
}

int keys_named(struct str name)
{
	uint32_t c;

	for (size_t i = 0; i < TABLE_LEN; i++)
		if (str_is(name, table[i].name))
			return table[i].key;
	if (name.n == 3 && str_starts(name, CTRL_PREFIX) && is_ctrl_char(name.p[2]))
		return K_CTRL(name.p[2]);
	if (name.n > 0 && utf8_decode(name.p, name.n, &c) == name.n &&
		keys_is_text((int)c) && c != ' ')
		return (int)c;
	return K_NONE;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

int keys_next(struct str *script, struct str *name)
{
	struct str word;
	int key;

	while (script->n > 0 && is_blank(*script->p))
		*script = str_skip(*script, 1);
	word = (struct str){ script->p, 0 };
	while (script->n > 0 && !is_blank(*script->p)) {
		*script = str_skip(*script, 1);
		word.n++;
	}
	if (name != NULL)
		*name = word;
	if (word.n == 0)
		return K_NONE;
	key = keys_named(word);
	return key != K_NONE ? key : K_UNKNOWN;
}
