/* SPDX-License-Identifier: MIT */
#include "app/demo_story.h"

#include <stddef.h>
#include <string.h>

#define ACCEPTS_1(a) "['" a "/^1']"

const struct demo_agent demo_agents[DEMO_AGENTS] = {
	[MONITOR] = { "monitor", true,
		{ { "7.0.2", "rules-7", "['alert-batch/1.2.0']",
			"['deploy-result/^1']" } } },
	[CORRELATOR] = { "correlator", false,
		{ { "3.4.0", "cluster-v8", "['correlation-to-investigation/1.0.0']",
			  ACCEPTS_1("alert-batch") },
			{ "3.5.0", "cluster-v9", "['correlation-to-investigation/1.0.0']",
				ACCEPTS_1("alert-batch") } } },
	[INVESTIGATOR] = { "investigator", false,
		{ { "2.2.1", "reasoner-l", "['root-cause/1.1.0']",
			"['correlation-to-investigation/^1']" } } },
	[PLANNER] = { "planner", false,
		{ { "5.1.0", "reasoner-l", "['change-plan/2.1.0']",
			ACCEPTS_1("root-cause") } } },
	[DEPLOYER] = { "deployer", false,
		{ { "9.3.0", "none", "['deploy-result/1.0.0']",
			"['change-plan/^2.0']" } } },
	[BILLING] = { "billing", false,
		{ { "30.1.0", "writer-s", "['invoice-draft/1.4.0']",
			  ACCEPTS_1("deploy-result") },
			{ "31.0.0", "writer-s",
				"['invoice-draft/2.0.0','invoice-draft/1.4.0']",
				ACCEPTS_1("deploy-result") } } },
	[LEDGER] = { "ledger", false,
		{ { "12.0.4", "none", "['posting-query/1.0.1']",
			"['invoice-draft/^1.2','refund-decision/^3']" } } },
	[SUPPORT] = { "support", false,
		{ { "6.8.0", "writer-m", "['customer-case/1.3.0']",
			"['alert-batch/^1','root-cause/^1','posting-query/~1.0',"
			"'delivery-report/^1']" } } },
	[REFUND] = { "refund", false,
		{ { "3.0.9", "writer-s", "['refund-decision/3.0.0']",
			"['customer-case/^1.3','invoice-draft/>=1.4 <3']" } } },
	[NOTIFIER] = { "notifier", true,
		{ { "4.4.4", "none", "['delivery-report/1.0.0']",
			"['change-plan/^2','deploy-result/^1','customer-case/^1',"
			"'refund-decision/^3']" } } },
};

/* --- what is handed over ---------------------------------------------------- */

#define TAIL "'confidence':<conf>,'fallback':'<fallback>'}"
#define SERVICE "<same checkout-api|payment-client|cart|gateway|session-store>"
#define CAUSE                                                                            \
	"<same recent_deploy|pool_exhausted|certificate_expired|queue_backlog|bad_flag>"

static const char alert_batch[] =
	"{'incident_id':'<subject>','service':'" SERVICE "',"
	"'signals':['<pick latency_p99|error_rate|saturation>','<pick log|trace>'],"
	"'severity':'<pick warning|critical>','alert_count':<int 3 140>,"
	"'time_window':{'start':'<time>','duration_seconds':<int 60 300>},"
	"'evidence_refs':['metric:" SERVICE ".http_5xx','log:<hex 8>']," TAIL;

static const char correlation[] =
	"{'incident_id':'<subject>','signal_types':['metric','log','trace'],"
	"'services':['" SERVICE "','payment-client'],"
	"'time_window':{'start':'<time>','duration_seconds':<int 120 300>},"
	"'alert_count':<int 20 180>,'primary_hypothesis':'" CAUSE "',"
	"'evidence_refs':['deploy:prod-<hex 6>'<good ,'trace:f00d17'>]," TAIL;

static const char root_cause[] =
	"{'incident_id':'<subject>','service':'" SERVICE "','cause':'" CAUSE "',"
	"'reasoning':'<pick error rate rose 40 s after the change|the pool is full while "
	"the database is idle|only pods of the new build fail>',"
	"'customers_hit':<int 12 2400>,"
	"'evidence_refs':['trace:<hex 8>'<good ,'diff:4b1d','dashboard:checkout'>]," TAIL;

static const char change_plan[] =
	"{'incident_id':'<subject>','service':'" SERVICE "',"
	"'change':'<same roll back|raise the pool size of|restart|switch the flag off "
	"in>','from_build':'<hex 7>','to_build':'<hex 7>','blast_radius':'<pick one "
	"cell|one region|all regions>','steps':<int 2 6>,"
	"'evidence':{'root_cause':'<prev>'<good ,'dry_run':'passed','owner_told':true>}," TAIL;

static const char deploy_result[] =
	"{'incident_id':'<subject>','service':'" SERVICE "','build':'<hex 7>',"
	"'outcome':'<pick healthy|healthy|degraded>','pods':<int 4 48>,"
	"'evidence_refs':['rollout:<hex 8>']," TAIL;

static const char invoice_draft[] =
	"{'order':'<order>','customer':'<same c-1044|c-2310|c-3377|c-4801|c-5523>',"
	"'amount':<money 900 189000>,'currency':'EUR','lines':<int 1 9>,"
	"'due_date':'<newer next friday|2026-05-01>',"
	"'evidence_refs':['order:<order>','price:<hex 6>']," TAIL;

static const char posting_query[] =
	"{'order':'<order>','question':'<pick paid twice|amount differs|no such "
	"account|currency differs>','amount':<money 100 90000>,"
	"'evidence_refs':['posting:<hex 8>']," TAIL;

static const char customer_case[] =
	"{'case':'<case>','order':'<order>','channel':'<pick mail|chat|phone>',"
	"'says':'<pick charged twice|the checkout hung and I was charged|the voucher was "
	"not taken|the order never came>','wants':'<pick refund|answer|answer>',"
	"'language':'<same de|en|fr|pl>','evidence_refs':['message:<hex 8>']," TAIL;

static const char refund_decision[] =
	"{'case':'<case>','order':'<order>','amount':<money 500 124000>,'currency':'EUR',"
	"'card_last4':'<same 4417|3662|7949|1180|9025>','reason':'<pick charged twice|not delivered|"
	"goodwill>','evidence':{'order':'<order>'<good ,'chargeback':'none',"
	"'device':'known'>}," TAIL;

static const char delivery_report[] =
	"{'notice':'<hex 8>','case':'<case>','outcome':'<pick bounced|bounced|complaint>',"
	"'detail':'<pick mailbox full|no such user|marked as spam>',"
	"'evidence_refs':['smtp:<hex 8>']," TAIL;

#define ROUTE(a, b) .from = a, .to = b

const struct demo_route demo_routes[DEMO_ROUTES] = {
	[MONITOR_CORRELATOR] = { ROUTE(MONITOR, CORRELATOR), "alert-batch/1.2.0", NULL,
		alert_batch, { "dead_letter", 120 }, 95, 0 },
	[MONITOR_SUPPORT] = { ROUTE(MONITOR, SUPPORT), "alert-batch/1.2.0", NULL,
		alert_batch, { "dead_letter", 120 }, 96, 0 },
	[CORRELATOR_INVESTIGATOR] = { ROUTE(CORRELATOR, INVESTIGATOR),
		"correlation-to-investigation/1.0.0", NULL, correlation,
		{ "escalate_to_oncall", 300 }, 90, 80 },
	[INVESTIGATOR_PLANNER] = { ROUTE(INVESTIGATOR, PLANNER), "root-cause/1.1.0", NULL,
		root_cause, { "escalate_to_sre-lead", 300 }, 88, 70 },
	[INVESTIGATOR_SUPPORT] = { ROUTE(INVESTIGATOR, SUPPORT), "root-cause/1.1.0", NULL,
		root_cause, { "dead_letter", 180 }, 89, 70 },
	[PLANNER_DEPLOYER] = { ROUTE(PLANNER, DEPLOYER), "change-plan/2.1.0", NULL,
		change_plan, { "stop", 180 }, 89, 75, true },
	[PLANNER_NOTIFIER] = { ROUTE(PLANNER, NOTIFIER), "change-plan/2.1.0", NULL,
		change_plan, { "stop", 180 }, 91, 75, true },
	[DEPLOYER_NOTIFIER] = { ROUTE(DEPLOYER, NOTIFIER), "deploy-result/1.0.0", NULL,
		deploy_result, { "dead_letter", 120 }, 97, 50 },
	[DEPLOYER_BILLING] = { ROUTE(DEPLOYER, BILLING), "deploy-result/1.0.0", NULL,
		deploy_result, { "dead_letter", 120 }, 96, 50 },
	[BILLING_LEDGER] = { ROUTE(BILLING, LEDGER), "invoice-draft/1.4.0",
		"invoice-draft/2.0.0", invoice_draft, { "dead_letter", 240 }, 91, 60 },
	[BILLING_REFUND] = { ROUTE(BILLING, REFUND), "invoice-draft/1.4.0", NULL,
		invoice_draft, { "dead_letter", 90 }, 90, 60 },
	[LEDGER_SUPPORT] = { ROUTE(LEDGER, SUPPORT), "posting-query/1.0.1", NULL,
		posting_query, { "queue_to_finance", 240 }, 87, 60 },
	[SUPPORT_REFUND] = { ROUTE(SUPPORT, REFUND), "customer-case/1.3.0", NULL,
		customer_case, { "dead_letter", 90 }, 86, 60 },
	[SUPPORT_NOTIFIER] = { ROUTE(SUPPORT, NOTIFIER), "customer-case/1.3.0", NULL,
		customer_case, { "stop", 120 }, 92, 60 },
	[REFUND_LEDGER] = { ROUTE(REFUND, LEDGER), "refund-decision/3.0.0", NULL,
		refund_decision, { "proceed", 300 }, 88, 70 },
	[REFUND_NOTIFIER] = { ROUTE(REFUND, NOTIFIER), "refund-decision/3.0.0", NULL,
		refund_decision, { "proceed", 120 }, 93, 70 },
	[NOTIFIER_SUPPORT] = { ROUTE(NOTIFIER, SUPPORT), "delivery-report/1.0.0", NULL,
		delivery_report, { "dead_letter", 120 }, 98, 50 },
};

const struct demo_flow demo_flows[DEMO_FLOWS] = {
	[ALERT] = { 2800, true, 9,
		{ { MONITOR_CORRELATOR, -1, 100 }, { CORRELATOR_INVESTIGATOR, 0, 45 },
			{ INVESTIGATOR_PLANNER, 1, 60 }, { INVESTIGATOR_SUPPORT, 1, 50 },
			{ PLANNER_DEPLOYER, 2, 60 }, { PLANNER_NOTIFIER, 2, 40 },
			{ DEPLOYER_NOTIFIER, 4, 100 }, { DEPLOYER_BILLING, 4, 25 },
			{ SUPPORT_NOTIFIER, 3, 70 } } },
	[ORDER] = { 2000, false, 2,
		{ { BILLING_LEDGER, -1, 100 }, { LEDGER_SUPPORT, 0, 8 } } },
	[RETURNED] = { 8000, false, 3,
		{ { SUPPORT_REFUND, -1, 100 }, { REFUND_LEDGER, 0, 80 },
			{ REFUND_NOTIFIER, 0, 70 } } },
	[STATUS] = { 6500, false, 3,
		{ { MONITOR_SUPPORT, -1, 100 }, { SUPPORT_NOTIFIER, 0, 60 },
			{ NOTIFIER_SUPPORT, 1, 20 } } },
	[DISPUTE] = { 16000, false, 2,
		{ { BILLING_REFUND, -1, 100 }, { REFUND_NOTIFIER, 0, 70 } } },
};

/* --- what goes wrong, and when ---------------------------------------------- */

#define AT(s) .at = (int)((s)*1000)
#define TO(s) .until = (int)((s)*1000)
/* A handoff with too little confidence, and what happens if nobody acts. */
#define LOW(s, flow, h, percent, ...)                                                    \
	{                                                                                \
		CUE_LOW, AT(s), .who = flow, .hop = h, .confidence = percent,            \
				.fallback = {                                            \
					__VA_ARGS__                                      \
				}                                                        \
	}
#define SHIPS(s, percent, after) LOW(s, RETURNED, 1, percent, "proceed", after)

static const struct demo_cue incident[] = {
	SHIPS(0.3, 41, 45),
	LOW(1, ALERT, 1, 62, "escalate_to_oncall", 300),
	{ CUE_DEPLOY, AT(4), .who = BILLING, .hop = 1 },
	{ CUE_NEWER, AT(4), TO(480), .who = BILLING_LEDGER },
	{ CUE_REFUSED, AT(5), .who = ORDER },
	LOW(5.5, ALERT, 4, 58, "stop", 180),
	{ CUE_REFUSED, AT(7), .who = ORDER },
	LOW(8, RETURNED, 0, 55, "queue_to_support-lead", 120),
	SHIPS(11, 44, 90),
	{ CUE_DEPLOY, AT(40), .who = CORRELATOR, .hop = 1 },
	{ CUE_DRIFT, AT(40), TO(400), .who = CORRELATOR_INVESTIGATOR,
		.fallback = { "requeue", 90 } },
	{ CUE_SPOKE, AT(60), .who = NOTIFIER },
	SHIPS(66, 52, 180),
	{ CUE_HOLE, AT(75), .who = LEDGER },
	{ CUE_RETRY, AT(90), TO(150), .who = SUPPORT_NOTIFIER },
	{ CUE_EARLY, AT(110), .who = RETURNED, .hop = 0 },
	{ CUE_GARBAGE, AT(130), .who = MONITOR },
	LOW(140, ALERT, 2, 61, "escalate_to_sre-lead", 240),
	{ CUE_UNKNOWN, AT(150), .who = INVESTIGATOR },
	SHIPS(170, 66, 240),
	LOW(190, DISPUTE, 0, 51, "ask_the_boss", 60), /* which is no fallback */
	{ CUE_SILENT, AT(210), TO(330), .who = REFUND },
	LOW(260, ALERT, 4, 70, "stop", 300),
	{ CUE_FAILED, AT(300), .who = ALERT, .hop = 2 },
	SHIPS(350, 39, 60),
	{ CUE_DEPLOY, AT(400), .who = CORRELATOR, .hop = 0 },
	{ CUE_EARLY, AT(420), .who = STATUS, .hop = 0 },
	SHIPS(440, 61, 200),
	{ CUE_DEPLOY, AT(480), .who = BILLING, .hop = 0 },
	LOW(500, STATUS, 1, 48, "queue_to_support-lead", 150),
	{ CUE_FAILED, AT(530), .who = ORDER, .hop = 0 },
	SHIPS(560, 57, 120),
	{ CUE_CONFLICT, AT(580), .who = DISPUTE, .hop = 0 },
	{ CUE_OVERLOAD, AT(600), TO(690), .who = NOTIFIER },
	LOW(640, ALERT, 4, 66, "stop", 200),
	{ CUE_HOLE, AT(700), .who = MONITOR },
	SHIPS(730, 43, 90),
	LOW(770, ALERT, 1, 71, "escalate_to_oncall", 180),
	SHIPS(820, 64, 240),
	SHIPS(870, 47, 75),
	{ CUE_END },
};

static const struct demo_cue calm[] = {
	LOW(120, ALERT, 1, 77, "requeue", 60),
	SHIPS(420, 68, 120),
	{ CUE_END },
};

static const struct demo_cue bad_deploy[] = {
	{ CUE_DEPLOY, AT(120), .who = BILLING, .hop = 1 },
	{ CUE_NEWER, AT(120), TO(660), .who = BILLING_LEDGER },
	{ CUE_REFUSED, AT(127), .who = ORDER },
	LOW(300, ALERT, 4, 64, "stop", 240),
	SHIPS(330, 59, 180),
	LOW(560, ALERT, 4, 72, "stop", 300),
	{ CUE_DEPLOY, AT(660), .who = BILLING, .hop = 0 },
	{ CUE_END },
};

static const struct demo_cue retry_storm[] = {
	{ CUE_RETRY, AT(90), TO(600), .who = SUPPORT_NOTIFIER },
	{ CUE_RETRY, AT(120), TO(600), .who = BILLING_LEDGER },
	{ CUE_RETRY, AT(150), TO(540), .who = MONITOR_CORRELATOR },
	{ CUE_OVERLOAD, AT(180), TO(420), .who = NOTIFIER },
	{ CUE_CONFLICT, AT(240), .who = STATUS, .hop = 1 },
	{ CUE_CONFLICT, AT(360), .who = ORDER, .hop = 0 },
	{ CUE_HOLE, AT(400), .who = SUPPORT },
	LOW(450, STATUS, 1, 52, "stop", 120),
	{ CUE_END },
};

static const struct demo_cue silent[] = {
	{ CUE_SILENT, AT(180), TO(720), .who = REFUND },
	SHIPS(150, 63, 240),
	{ CUE_HOLE, AT(500), .who = LEDGER },
	{ CUE_END },
};

const struct demo_scene demo_scenes[] = {
	{ "incident", 100, incident },
	{ "calm", 30, calm },
	{ "bad-deploy", 30, bad_deploy },
	{ "retry-storm", 30, retry_storm },
	{ "silent", 30, silent },
	{ 0 },
};

const struct demo_scene *demo_scene_named(const char *name)
{
	for (const struct demo_scene *s = demo_scenes; s->name != NULL; s++) {
		if (strcmp(s->name, name) == 0)
			return s;
	}
	return NULL;
}

enum demo_who demo_agent_named(const char *name)
{
	int who = 0;

	while (who < DEMO_AGENTS && strcmp(demo_agents[who].name, name) != 0)
		who++;
	return (enum demo_who)who;
}

const struct demo_cue *demo_lasting(
	const struct demo_scene *s, enum demo_cue_kind kind, unsigned who, int64_t ms)
{
	for (const struct demo_cue *c = s->cue; c->kind != CUE_END; c++) {
		if (c->kind == kind && c->who == who && ms >= c->at && ms < c->until)
			return c;
	}
	return NULL;
}
