/* SPDX-License-Identifier: MIT */
#include "bus/late.h"

#include <dlfcn.h>
#include <string.h>

bool late_load(const char *const *files, const struct late_symbol *symbols, size_t count,
	struct err *e)
{
	const char *file = files[0];
	void *lib = NULL;

	for (size_t i = 0; files[i] != NULL && lib == NULL; i++)
		lib = dlopen(files[i], RTLD_NOW);
	if (lib == NULL)
		return err_set(
			e, "cannot load %s: install its package (%s)", file, dlerror());
	for (size_t i = 0; i < count; i++) {
		void *found = dlsym(lib, symbols[i].name);

		if (found == NULL)
			return err_set(
				e, "%s is too old: it has no %s", file, symbols[i].name);
		memcpy(symbols[i].to, &found, sizeof(found));
	}
	return true;
}
