/* SPDX-License-Identifier: MIT */
/*
 * The artifacts of the demo mesh, from templates: JSON with ' for ", and
 *
 *   <subject> <prev> <conf> <fallback> <time> <order> <case>   of the handoff
 *   <same a|b|c>      one of these, the same throughout a chain
 *   <pick a|b|c>      one of these
 *   <int LO HI>       a number        <hex N>  N hex digits
 *   <money LO HI>     cents, the same throughout a chain
 *   <good TEXT>       only if the confidence is high enough
 *   <newer a|b>       a in the newer version, else b
 *
 * The same plan and place give the same bytes.
 */
#ifndef APP_DEMO_ARTIFACT_H
#define APP_DEMO_ARTIFACT_H

#include "app/demo_plan.h"
#include "base/buf.h"

enum { ARTIFACT_FIXED = 1, ARTIFACT_OTHER = 2 };

void demo_artifact(struct buf *out, const struct plan *p, uint32_t place, unsigned flags);
/* "inc-2026-04-17-0042", or NULL; `room` holds it. */
const char *demo_subject(const struct plan_handoff *h, char room[32]);
/* "contract:name/1.0.0" */
void demo_schema(const struct plan_handoff *h, unsigned flags, char room[64]);

#endif
