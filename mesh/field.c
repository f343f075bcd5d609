/* SPDX-License-Identifier: MIT */
#include "mesh/field.h"

#include "mesh/mesh.h"

#define AT(s, member) offsetof(struct s, member), sizeof(((struct s *)0)->member)
/* Said in the canonical line, under the member's name. */
#define SAID(kind, s, member)                                                            \
	{                                                                                \
#member, AT(s, member), FIELD_##kind                                     \
	}
/* Kept in an image alone. */
#define KEPT(kind, s, member)                                                            \
	{                                                                                \
		NULL, AT(s, member), FIELD_##kind                                        \
	}
#define TABLE(of)                                                                        \
	{                                                                                \
		of, sizeof(of) / sizeof(*of)                                             \
	}

static const struct field handoff[] = {
	KEPT(TEXT, handoff, id),
	KEPT(PLACE, handoff, edge),
	KEPT(PLACE, handoff, incident),
	KEPT(PLACE, handoff, in_incident),
	KEPT(PLACE, handoff, before_in_incident),
	KEPT(PLACE, handoff, contract),
	KEPT(PLACE, handoff, decision),
	KEPT(PLACE, handoff, fallback),
	KEPT(PLACE, handoff, decisions),
	KEPT(PLACE, handoff, dead_group),
	KEPT(PLACE, handoff, dead_why),
	KEPT(UINT, handoff, owed),
	KEPT(PLACE, handoff, onward),
	KEPT(UINT, handoff, kind),
	SAID(UINT, handoff, attempt),
	KEPT(UINT, handoff, state),
	SAID(DIGEST, handoff, digest),
	SAID(UINT, handoff, offer),
	SAID(UINT, handoff, changed),
	SAID(INT, handoff, offered),
	SAID(INT, handoff, since),
	SAID(INT, handoff, deadline),
	SAID(INT, handoff, not_before),
	KEPT(INT, handoff, review_key),
	KEPT(INT, handoff, dead_key),
	KEPT(INT, handoff, clock_key),
	KEPT(INT, handoff, closed_key),
	SAID(TEXT, handoff, claimed_by),
	SAID(INT, handoff, claimed_since),
	SAID(INT, handoff, claimed_until),
	SAID(FLAG, handoff, has_confidence),
	SAID(REAL, handoff, confidence),
	SAID(FLAG, handoff, has_review_below),
	SAID(REAL, handoff, review_below),
	SAID(UINT, handoff, on_deadline),
	SAID(SHARED, handoff, target),
	SAID(UINT, handoff, hold),
	SAID(UINT, handoff, found),
	SAID(UINT, handoff, faults),
	SAID(FLAG, handoff, taken),
	SAID(FLAG, handoff, clock_stopped),
	SAID(FLAG, handoff, fired),
	SAID(UINT, handoff, fired_action),
	SAID(FLAG, handoff, final),
	SAID(FLAG, handoff, buried),
	SAID(TEXT, handoff, reason),
	SAID(TEXT, handoff, detail),
	SAID(TEXT, handoff, violation),
	KEPT(UINT, handoff, violations),
	KEPT(UINT, handoff, violation_at),
	KEPT(FLAG, handoff, done_before),
	KEPT(FLAG, handoff, in_review),
	KEPT(FLAG, handoff, in_dead),
	KEPT(FLAG, handoff, in_clock),
	KEPT(FLAG, handoff, in_closed),
	KEPT(FLAG, handoff, in_found),
};

static const struct field decision[] = {
	SAID(TEXT, decision, id),
	KEPT(PLACE, decision, handoff),
	KEPT(PLACE, decision, before),
	KEPT(PLACE, decision, doer),
	SAID(UINT, decision, type),
	SAID(UINT, decision, action),
	SAID(UINT, decision, attempt),
	SAID(UINT, decision, next_attempt),
	SAID(TEXT, decision, operator_name),
	SAID(TEXT, decision, note),
	SAID(TEXT, decision, target),
	SAID(DIGEST, decision, digest),
	SAID(INT, decision, time),
	SAID(INT, decision, until),
	SAID(UINT, decision, hubsequence),
	SAID(UINT, decision, delivery),
	SAID(UINT, decision, answered),
	SAID(INT, decision, answered_at),
	SAID(TEXT, decision, reason),
	SAID(UINT, decision, told_from),
	SAID(UINT, decision, told_to),
	SAID(FLAG, decision, edited),
	KEPT(DIGEST, decision, new_digest),
	KEPT(UINT, decision, cause),
};

static const struct field incident[] = {
	KEPT(TEXT, incident, id),
	KEPT(PLACE, incident, first_handoff),
	KEPT(PLACE, incident, last_handoff),
	KEPT(UINT, incident, handoffs),
	KEPT(BYTES, incident, states),
	KEPT(INT, incident, first),
	KEPT(INT, incident, last),
	KEPT(UINT, incident, changed),
};

static const struct field agent[] = {
	SAID(TEXT, agent, name),
	SAID(TEXT, agent, run),
	SAID(TEXT, agent, version),
	SAID(TEXT, agent, model),
	SAID(LIST, agent, sends),
	SAID(LIST, agent, accepts),
	SAID(INT, agent, heard),
	SAID(INT, agent, heartbeat),
	KEPT(UINT, agent, changed),
	SAID(UINT, agent, events),
	SAID(FLAG, agent, sequenced),
	SAID(FLAG, agent, unnumbered),
	SAID(FLAG, agent, left),
	SAID(FLAG, agent, said_hello),
	SAID(TEXT, agent, was_version),
	SAID(TEXT, agent, was_model),
	SAID(INT, agent, renewed),
	KEPT(UINT, agent, renewals),
};

static const struct field edge[] = {
	KEPT(PLACE, edge, from),
	KEPT(PLACE, edge, to),
	SAID(UINT, edge, offered),
	SAID(UINT, edge, accepted),
	SAID(UINT, edge, completed),
	SAID(UINT, edge, refused),
	SAID(UINT, edge, held),
	SAID(UINT, edge, dead),
	SAID(UINT, edge, waiting),
	KEPT(UINT, edge, changed),
	KEPT(INT, edge, last),
	KEPT(INT, edge, trouble_since),
	KEPT(INT, edge, first_refusal),
	KEPT(FLAG, edge, mostly_bad),
	KEPT(FLAG, edge, has_contract),
	KEPT(PLACE, edge, contract),
	KEPT(BYTES, edge, recent),
	KEPT(BYTES, edge, below),
	KEPT(UINT, edge, recents),
	KEPT(UINT, edge, before),
	KEPT(UINT, edge, before_at),
	KEPT(UINT, edge, renewals),
	KEPT(FLAG, edge, kept_before),
	KEPT(INT, edge, waits.since),
	KEPT(INT, edge, waits.until),
	KEPT(INT, edge, low.since),
	KEPT(INT, edge, low.until),
	SAID(UINT, edge, missed),
	KEPT(TEXT, edge, last_reason),
	KEPT(BYTES, edge, reasons),
	KEPT(BYTES, edge, offers),
	KEPT(BYTES, edge, lows),
	KEPT(BYTES, edge, refusals),
	KEPT(BYTES, edge, deaths),
	KEPT(BYTES, edge, breaks),
	KEPT(INT, edge, breaks_since),
	KEPT(UINT, edge, broke),
	KEPT(PLACE, edge, broken),
	KEPT(BYTES, edge, faults),
	SAID(UINT, edge, other_kinds),
	SAID(UINT, edge, other_breaches),
};

static const struct field edge_kind[] = {
	SAID(TEXT, edge_kind, name),
	KEPT(PLACE, edge_kind, contract),
	SAID(UINT, edge_kind, count),
	SAID(INT, edge_kind, first),
	SAID(INT, edge_kind, last),
	SAID(UINT, edge_kind, broken.count),
	SAID(INT, edge_kind, broken.since),
	SAID(INT, edge_kind, broken.last),
	SAID(UINT, edge_kind, refused.count),
	SAID(INT, edge_kind, refused.since),
	SAID(INT, edge_kind, refused.last),
};

static const struct field edge_breach[] = {
	SAID(TEXT, edge_breach, contract),
	SAID(TEXT, edge_breach, text),
	SAID(FLAG, edge_breach, refused),
	SAID(UINT, edge_breach, count),
	KEPT(UINT, edge_breach, changed),
	SAID(INT, edge_breach, first),
	SAID(INT, edge_breach, last),
	KEPT(PLACE, edge_breach, handoff),
};

static const struct field circle[] = {
	KEPT(BYTES, circle, agent),
	KEPT(UINT, circle, agents),
	SAID(FLAG, circle, longer),
	SAID(UINT, circle, count),
	SAID(INT, circle, first),
	SAID(INT, circle, last),
	KEPT(PLACE, circle, handoff),
};

static const struct field hook[] = {
	SAID(FLAG, hook, on),
	SAID(UINT, hook, done),
	SAID(UINT, hook, failed),
	SAID(UINT, hook, muted),
	SAID(UINT, hook, tries),
	SAID(INT, hook, failing),
	SAID(INT, hook, again),
	SAID(TEXT, hook, why),
	SAID(INT, hook, gave_up),
	SAID(TEXT, hook, gave_up_why),
};

static const struct field owed[] = {
	SAID(UINT, owed, cause),
	KEPT(UINT, owed, since),
	KEPT(PLACE, owed, handoff),
	KEPT(UINT, owed, attempt),
	SAID(FLAG, owed, muted),
};

static const struct field registry_entry[] = {
	KEPT(FLAG, registry_entry, in_force),
	KEPT(INT, registry_entry, loaded),
	KEPT(INT, registry_entry, removed),
	KEPT(UINT, registry_entry, changed),
	KEPT(TEXT, registry_entry, file),
	KEPT(TEXT, registry_entry, change),
};

static const struct field refused_file[] = {
	SAID(TEXT, refused_file, file),
	SAID(TEXT, refused_file, reason),
	SAID(INT, refused_file, since),
	SAID(UINT, refused_file, changed),
};

static const struct field mute[] = {
	SAID(UINT, mute, what),
	SAID(TEXT, mute, name),
	SAID(INT, mute, until),
	SAID(TEXT, mute, operator_name),
	SAID(TEXT, mute, note),
	SAID(UINT, mute, changed),
};

static const struct field noted[] = {
	KEPT(TEXT, noted, key),
	KEPT(UINT, noted, what),
	KEPT(TEXT, noted, title),
	KEPT(TEXT, noted, owner),
	KEPT(INT, noted, owner_since),
	KEPT(INT, noted, owner_until),
	KEPT(LIST, noted, tag),
	SAID(UINT, noted, changed),
	SAID(DIGEST, noted, digest),
};

static const struct field note[] = {
	KEPT(TEXT, note, text),
	KEPT(TEXT, note, by),
	KEPT(INT, note, time),
	KEPT(UINT, note, at),
};

/* What event_copy() keeps. */
static const struct field waiting[] = {
	KEPT(UINT, event, type),
	KEPT(SLICE, event, type_name),
	KEPT(SLICE, event, source),
	KEPT(SLICE, event, id),
	KEPT(SLICE, event, subject),
	KEPT(SLICE, event, run),
	KEPT(SLICE, event, agent),
	KEPT(SLICE, event, handoff),
	KEPT(SLICE, event, reason),
	KEPT(SLICE, event, detail),
	KEPT(SLICE, event, note),
	KEPT(SLICE, event, target),
	KEPT(SLICE, event, action_name),
	KEPT(SLICE, event, cause),
	KEPT(FLAG, event, has_sequence),
	KEPT(UINT, event, sequence),
	KEPT(INT, event, recorded),
	KEPT(UINT, event, hubsequence),
	KEPT(UINT, event, numbered),
	KEPT(UINT, event, attempt),
	KEPT(UINT, event, action),
};

static const struct field run[] = {
	KEPT(UINT, run, source_bytes),
	KEPT(UINT, run, run_bytes),
	SAID(UINT, run, first),
	SAID(UINT, run, highest),
	SAID(UINT, run, lost),
	SAID(UINT, run, heard),
};

static const struct field log_line[] = {
	KEPT(UINT, log_line, hubsequence),
	KEPT(INT, log_line, time),
	KEPT(PLACE, log_line, handoff),
	KEPT(PLACE, log_line, agent),
	KEPT(UINT, log_line, count),
	KEPT(BYTES, log_line, confidence),
	KEPT(UINT, log_line, type),
	KEPT(UINT, log_line, standing),
	KEPT(UINT, log_line, id),
	KEPT(BYTES, log_line, text),
};

static const struct field audit[] = {
	SAID(DIGEST, audit, head),
	SAID(UINT, audit, at),
	SAID(UINT, audit, events),
	SAID(UINT, audit, links),
	SAID(UINT, audit, broken),
};

const struct field_table handoff_fields = TABLE(handoff);
const struct field_table decision_fields = TABLE(decision);
const struct field_table incident_fields = TABLE(incident);
const struct field_table agent_fields = TABLE(agent);
const struct field_table edge_fields = TABLE(edge);
const struct field_table edge_kind_fields = TABLE(edge_kind);
const struct field_table edge_breach_fields = TABLE(edge_breach);
const struct field_table circle_fields = TABLE(circle);
const struct field_table hook_fields = TABLE(hook);
const struct field_table owed_fields = TABLE(owed);
const struct field_table mute_fields = TABLE(mute);
const struct field_table noted_fields = TABLE(noted);
const struct field_table note_fields = TABLE(note);
const struct field_table entry_fields = TABLE(registry_entry);
const struct field_table refused_fields = TABLE(refused_file);
const struct field_table waiting_fields = TABLE(waiting);
const struct field_table run_fields = TABLE(run);
const struct field_table log_fields = TABLE(log_line);
const struct field_table audit_fields = TABLE(audit);
