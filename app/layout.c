/* SPDX-License-Identifier: MIT */
#include "app/layout.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/paths.h"
#include "base/json.h"
#include "bus/files.h"
#include "views/flow_saved.h"

#define DEPTH 8

/* "layout-prod-eu-1.json": what may not be in the name of a file is '_'. */
static char *path_of(const char *mesh)
{
	char name[100];
	size_t n = (size_t)snprintf(name, sizeof(name), "layout-%.80s.json", mesh);

	for (size_t i = 0; i < n && i < sizeof(name); i++)
		if (!isalnum((unsigned char)name[i]) && strchr("-._", name[i]) == NULL)
			name[i] = '_';
	return state_path(name);
}

/* Two meshes may have one file; it is of the one that it names. */
static bool is_of(const char *mesh, struct str text)
{
	struct json j = { 0 };
	bool is = json_read(&j, text.p, text.n, DEPTH, NULL) &&
		json_string_is(&j, json_member(&j, 0, "mesh"), mesh);

	json_fini(&j);
	return is;
}

bool layout_load(const char *mesh, struct buf *out)
{
	char *path = path_of(mesh);
	struct err e;
	bool ok = access(path, R_OK) == 0 && file_read(path, FLOW_SAVED_MAX, out, &e) &&
		out->len > 0 && is_of(mesh, buf_view(out));

	free(path);
	return ok;
}

void layout_save(const char *mesh, struct str text)
{
	char *path = path_of(mesh);

	write_whole(path, text, false);
	free(path);
}
