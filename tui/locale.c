/* SPDX-License-Identifier: MIT */
#include "tui/locale.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

static bool names_utf8(const char *locale)
{
	return strcasestr(locale, "utf-8") != NULL || strcasestr(locale, "utf8") != NULL;
}

/* A locale that came by ssh and is not on this machine still says what the terminal is.
 */
bool locale_set(void)
{
	static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };
	const char *wanted = NULL;

	if (setlocale(LC_CTYPE, "") == NULL) {
		for (size_t i = 0; i < 3 && (wanted == NULL || *wanted == '\0'); i++)
			wanted = getenv(names[i]);
		if (wanted != NULL && names_utf8(wanted))
			setlocale(LC_CTYPE, "C.UTF-8");
	}
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}
