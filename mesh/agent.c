/* SPDX-License-Identifier: MIT */
/* Agents: who they say they are, and whether they are still heard. */
#include <stdlib.h>

#include "base/mem.h"
#include "mesh/own.h"

static const char *const states[] = {
	[AGENT_UNHEARD] = "unheard",
	[AGENT_UP] = "up",
	[AGENT_SILENT] = "silent",
	[AGENT_LEFT] = "left",
};

const char *agent_state_name(enum agent_state s)
{
	return states[s];
}

enum agent_state agent_state(const struct agent *a, int64_t now)
{
	if (a->heard == 0)
		return AGENT_UNHEARD;
	if (a->left)
		return AGENT_LEFT;
	if (a->heartbeat > 0 && now - a->heard > 3 * a->heartbeat)
		return AGENT_SILENT;
	return AGENT_UP;
}

void agent_take_list(char ***list, struct json *j, uint32_t object, const char *name)
{
	uint32_t array = json_member(j, object, name);
	char **new;
	size_t k = 0;

	if (!json_is(j, array, JSON_ARRAY))
		return;
	new = xcalloc(65, sizeof(*new));
	for (uint32_t i = array + 1; i < j->node[array].next && k < 64;
		i = j->node[i].next) {
		if (json_is(j, i, JSON_STRING))
			new[k++] = text_kept(json_str(j, i));
	}
	for (size_t i = 0; *list != NULL && (*list)[i] != NULL; i++)
		free((*list)[i]);
	free(*list);
	*list = new;
}

static bool is_other(const char *was, struct str is)
{
	return was != NULL && is.n > 0 && !str_is(is, was);
}

/* Another version or model than it said before: what it was is kept. */
static void note_change(struct agent *a, const struct event *e)
{
	if (!is_other(a->version, e->version) && !is_other(a->model, e->model))
		return;
	text_replace(&a->was_version,
		is_other(a->version, e->version) ? str_of(a->version)
						 : (struct str){ 0 });
	text_replace(&a->was_model,
		is_other(a->model, e->model) ? str_of(a->model) : (struct str){ 0 });
	a->renewed = e->recorded;
	a->renewals++;
}

static void fold_hello(struct mesh *m, const struct event *e, uint32_t unused)
{
	uint32_t i = agent_get(m, e->agent);
	struct agent *a = &m->agent[i];

	(void)unused;
	a->said_hello = true;
	a->heartbeat = e->heartbeat;
	note_change(a, e);
	text_replace(&a->version, e->version);
	text_replace(&a->model, e->model);
	agent_take_list(&a->sends, e->doc, e->data, "sends");
	agent_take_list(&a->accepts, e->doc, e->data, "accepts");
	a->hellos++;
}

static void fold_bye(struct mesh *m, const struct event *e, uint32_t unused)
{
	uint32_t i = agent_get(m, e->agent);

	(void)unused;
	m->agent[i].left = true;
}

fold_function *const agent_folds[EVENT_TYPES] = {
	[EV_HELLO] = fold_hello,
	[EV_BYE] = fold_bye,
};
