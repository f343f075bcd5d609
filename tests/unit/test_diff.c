/* SPDX-License-Identifier: MIT */
#include "contract/diff_words.h"

#include "tests/unit/feed.h"

#define OBJECT(members) "{'type':'object','properties':{" members "}}"
#define CLOSED(members)                                                                  \
	"{'type':'object','additionalProperties':false,'properties':{" members "}}"

/* Two schemas and all that is said of them, a line each, of version 3.0.0. */
static const struct {
	const char *was, *is, *lines;
} schemas[] = {
	/* clang-format off */
	{ "{}", "true", "" },
	{ "{'title':'a'}", "{'title':'b','x-own':1,'description':'c'}", "" },
	{ OBJECT("'due_date':{'type':'string','format':'date'}"),
		OBJECT("'due_date':{'type':'string'}"),
		"/due_date  {format: date} -> {type: string}  breaks a taker of @3\n" },

	/* types */
	{ "{'type':'integer'}", "{'type':'number'}",
		"the artifact  {type: integer} -> {type: number}  breaks a taker of @3\n" },
	{ "{'type':['string','null']}", "{'type':'string'}",
		"the artifact  {type: string or null} -> {type: string}  breaks a sender of @3\n" },
	{ "{'type':'string','minLength':3}", "{'type':'boolean'}",
		"the artifact  {type: string, minLength: 3} -> {type: boolean}  "
		"breaks takers and senders of @3\n" },
	{ "true", "false", "the artifact  anything -> nothing  breaks a sender of @3\n" },
	{ "{'type':'string'}", "{'type':['string']}", "" },
	{ "{'type':'number'}", "{'type':['integer','number']}", "" },

	/* what is of no type that both admit does not count */
	{ "{'type':['string','null'],'minLength':1}", "{'type':'null'}",
		"the artifact  {type: string or null} -> {type: null}  breaks a sender of @3\n" },

	/* values */
	{ "{'enum':['a','b']}", "{'enum':['b','a']}", "" },
	{ "{'enum':['a','b']}", "{'enum':['a','b','c']}",
		"the artifact  {enum: a | b} -> {enum: a | b | c}  breaks a taker of @3\n" },
	{ "{'enum':['a','b']}", "{'const':'a'}",
		"the artifact  {enum: a | b} -> {const: a}  breaks a sender of @3\n" },
	{ "{'const':1}", "{'const':1.0}", "" },
	{ "{'enum':['a']}", "{'enum':['b']}",
		"the artifact  {enum: a} -> {enum: b}  breaks takers and senders of @3\n" },
	{ "{'type':'string'}", "{'type':'string','enum':['a']}",
		"the artifact  {type: string} -> {enum: a}  breaks a sender of @3\n" },

	/* bounds */
	{ "{'minimum':1}", "{'minimum':1.0}", "" },
	{ "{'minimum':1}", "{'minimum':2}",
		"the artifact  {minimum: 1} -> {minimum: 2}  breaks a sender of @3\n" },
	{ "{'minimum':1}", "{'exclusiveMinimum':1}",
		"the artifact  {minimum: 1} -> {exclusiveMinimum: 1}  breaks a sender of @3\n" },
	{ "{'type':'integer','minimum':1}", "{'type':'integer','exclusiveMinimum':0}", "" },
	{ "{'type':'integer','maximum':9}", "{'type':'integer','exclusiveMaximum':10}", "" },
	{ "{'maximum':9}", "{'maximum':10}",
		"the artifact  {maximum: 9} -> {maximum: 10}  breaks a taker of @3\n" },
	{ "{'minimum':12345678901234567890}", "{'minimum':12345678901234567891}",
		"the artifact  {minimum: 12345678901234567890} -> {minimum: 12345678901234567891}"
		"  breaks takers and senders of @3\n" },
	{ "{'multipleOf':2}", "{'multipleOf':4}",
		"the artifact  {multipleOf: 2} -> {multipleOf: 4}  breaks a sender of @3\n" },
	{ "{'multipleOf':2}", "{'multipleOf':3}",
		"the artifact  {multipleOf: 2} -> {multipleOf: 3}  breaks takers and senders of @3\n" },
	{ "{'minLength':0}", "true", "" },
	{ "{'maxLength':5,'type':'string'}", "{'type':'string'}",
		"the artifact  {maxLength: 5} -> {type: string}  breaks a taker of @3\n" },
	{ "{'pattern':'^a'}", "{'pattern':'^b'}",
		"the artifact  {pattern: ^a} -> {pattern: ^b}  breaks takers and senders of @3\n" },

	/* members */
	{ OBJECT("'a':true"), OBJECT("'a':true,'b':{'type':'string'}"),
		"/b  not named -> {type: string}  harmless\n" },
	{ CLOSED("'a':true"), CLOSED("'a':true,'b':{'type':'string'}"),
		"/b  not allowed -> {type: string}  breaks a taker of @3\n" },
	{ OBJECT("'b':{'type':'string'}"), OBJECT(""),
		"/b  {type: string} -> not named  breaks a taker of @3\n" },
	{ CLOSED("'b':{'type':'string'}"), CLOSED(""),
		"/b  {type: string} -> not allowed  breaks a sender of @3\n" },
	{ "{'properties':{'a':true},'required':['a']}", "{'properties':{'a':true}}",
		"/a  required -> optional  breaks a taker of @3\n" },
	{ "{'properties':{'a':true}}", "{'properties':{'a':true},'required':['a']}",
		"/a  optional -> required  breaks a sender of @3\n" },
	{ OBJECT(""), "{'type':'object','properties':{'a':{'type':'null'}},'required':['a']}",
		"/a  not named -> {type: null}, required  breaks a sender of @3\n" },
	{ "{'required':['x/y~z']}", "true",
		"/x~1y~0z  required -> optional  breaks a taker of @3\n" },
	{ OBJECT(""), CLOSED(""), "/*  anything -> nothing  breaks a sender of @3\n" },
	{ "{'patternProperties':{'^x':{'type':'string'}}}", OBJECT(""),
		"the artifact  anything -> {type: object}  breaks a sender of @3\n"
		"/*  {patternProperties: {...}} -> {type: object}  breaks a taker of @3\n" },
	/* a pattern may take what is not named any more */
	{ "{'additionalProperties':false,'patternProperties':{'^x':{}},"
		"'properties':{'x1':{'type':'string'}}}",
		"{'additionalProperties':false,'patternProperties':{'^x':{}}}",
		"/x1  {type: string} -> not allowed  breaks takers and senders of @3\n" },
	/* a name that is new here may have been one beside it */
	{ "{'allOf':[{'properties':{'a':{'type':'string'}}},{'properties':{'b':true}}]}",
		"{'allOf':[{'properties':{'a':{'type':'string'}}},"
		"{'properties':{'b':true,'a':{'type':'integer'}}}]}",
		"/a  not named -> {type: integer}  breaks a sender of @3\n" },

	/* elements */
	{ "{'items':{'type':'string'}}", "{'items':{'type':['string','null']}}",
		"/*  {type: string} -> {type: string or null}  breaks a taker of @3\n" },
	{ "{'prefixItems':[{'type':'string'}],'items':{'type':'integer'}}",
		"{'items':{'type':'integer'}}",
		"/0  {type: string} -> {type: integer}  breaks takers and senders of @3\n" },
	{ "{'uniqueItems':false}", "{'uniqueItems':true}",
		"the artifact  {uniqueItems: false} -> {uniqueItems: true}  breaks a sender of @3\n" },
	{ "{'contains':{'type':'string'}}", "true",
		"the artifact  {contains: {...}} -> anything  breaks a taker of @3\n" },

	/* references, and null beside a schema */
	{ OBJECT("'a':{'type':'string'}"),
		"{'type':'object','properties':{'a':{'$ref':'#/$defs/s'}},"
		"'$defs':{'s':{'type':'string'}}}", "" },
	{ "{'properties':{'a':{'type':'string'}}}",
		"{'properties':{'a':{'anyOf':[{'type':'string'},{'type':'null'}]}}}",
		"/a  {type: string} -> {type: string or null}  breaks a taker of @3\n" },
	{ "{'$ref':'#/$defs/t','$defs':{'t':{'properties':{'n':{'type':'integer'},"
		"'next':{'$ref':'#/$defs/t'}}}}}",
		"{'$ref':'#/$defs/t','$defs':{'t':{'properties':{'n':{'type':'number'},"
		"'next':{'$ref':'#/$defs/t'}}}}}",
		"/n  {type: integer} -> {type: number}  breaks a taker of @3\n" },
	/* the same again, but null is new where it comes back */
	{ "{'properties':{'next':{'$ref':'#'}}}",
		"{'type':['object','array','string','number','boolean'],"
		"'properties':{'next':{'anyOf':[{'$ref':'#'},{'type':'null'}]}}}",
		"the artifact  anything -> {type: string or number or boolean or object or array}  "
		"breaks a sender of @3\n" },
	{ "{'$ref':'https://a.example/s'}", "{'$ref':'https://a.example/s','title':'t'}", "" },
	{ "{'$ref':'https://a.example/s'}", "{'$ref':'https://a.example/t'}",
		"the artifact  {$ref: https://a.example/s} -> {$ref: https://a.example/t}  "
		"breaks takers and senders of @3\n" },
	{ "{'$ref':'#/$defs/a','$defs':{'a':{'$id':'b'}}}",
		"{'$ref':'#/$defs/a','$defs':{'a':{'$id':'c'}}}",
		"the artifact  {$ref: #/$defs/a} -> {$ref: #/$defs/a}  "
		"breaks takers and senders of @3\n" },

	{ "{'not':{'type':'null'}}", "{'anyOf':[{'not':{'type':'null'}},{'type':'null'}]}",
		"the artifact  {not: {...}} -> {not: {...}} or null  breaks a taker of @3\n" },
	/* what is under way is not taken for the same where it is turned round */
	{ "{'properties':{'n':{'type':'integer'}},'not':{'properties':{'c':{'$ref':'#'}}}}",
		"{'properties':{'n':{'type':'number'}},'not':{'properties':{'c':{'$ref':'#'}}}}",
		"the artifact  {not: {...}} -> {not: {...}}  breaks takers and senders of @3\n"
		"/n  {type: integer} -> {type: number}  breaks a taker of @3\n" },

	/* any of, all of, not */
	{ "{'anyOf':[{'type':'string'},{'type':'integer'}]}",
		"{'anyOf':[{'type':'integer'},{'type':'string'}]}", "" },
	{ "{'anyOf':[{'type':'string'},{'type':'integer'}]}", "{'type':'string'}",
		"the artifact  {type: string or integer, anyOf: 2 of them} -> {type: string}  "
		"breaks a sender of @3\n" },
	{ "{'anyOf':[{'type':'string'},{'type':'integer'}]}",
		"{'anyOf':[{'type':'string'},{'type':'number'}]}",
		"the artifact  {type: integer} -> {type: number}  breaks a taker of @3\n" },
	{ "{'allOf':[{'minimum':1},{'maximum':2}]}",
		"{'allOf':[{'minimum':1},{'maximum':3},{'not':{'const':2}}]}",
		"the artifact  {maximum: 2} -> {maximum: 3}  breaks a taker of @3\n"
		"the artifact  {allOf: 2 of them} -> {allOf: 3 of them}  breaks a sender of @3\n" },
	{ "{'allOf':[{'minimum':1}],'title':'t'}", "{'minimum':1}", "" },
	{ "{'not':{'type':'string'}}", "{'not':{'type':'integer'}}",
		"the artifact  {not: {...}} -> {not: {...}}  breaks takers and senders of @3\n" },
	{ "{'oneOf':[{'minimum':1},{'maximum':2}]}", "{'oneOf':[{'minimum':1},{'maximum':2}]}",
		"" },
	{ "true", "{'if':{'type':'string'},'then':{'minLength':1}}",
		"the artifact  anything -> {if: {...}, then: {...}}  breaks a sender of @3\n" },
	{ "{'$schema':'https://json-schema.org/draft/2020-12/schema'}", "true", "" },
	{ "{'$schema':'http://json-schema.org/draft-07/schema#'}", "true",
		"the artifact  http://json-schema.org/draft-07/schema -> "
		"https://json-schema.org/draft/2020-12/schema  breaks takers and senders of @3: "
		"another dialect of JSON Schema\n" },
	/* clang-format on */
};

static void lines_of(const struct diff *d, const struct version *of, struct buf *out)
{
	buf_reset(out);
	buf_str(out, "");
	for (size_t i = 0; i < d->count; i++) {
		buf_fmt(out, "%s  ", diff_place(&d->list[i]));
		diff_change_words(out, &d->list[i]);
		buf_str(out, "  ");
		diff_who_words(out, &d->list[i], of);
		buf_char(out, '\n');
	}
}

static void test_schemas(void **state)
{
	static const struct version three = { 3, 0, 0 };
	struct json was = { 0 }, is = { 0 };
	struct buf lines = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(schemas); i++) {
		char *a = quoted(schemas[i].was), *b = quoted(schemas[i].is);
		struct diff d = { .fuel = DIFF_FUEL };

		assert_true(json_read(&was, a, strlen(a), 64, NULL));
		assert_true(json_read(&is, b, strlen(b), 64, NULL));
		diff_schemas(&d, &was, 0, &is, 0);
		lines_of(&d, &three, &lines);
		if (strcmp(lines.data, schemas[i].lines) != 0)
			fail_msg("%s and %s:\n%swhere there should be\n%s",
				schemas[i].was, schemas[i].is, lines.data,
				schemas[i].lines);
		diff_fini(&d);
		free(a);
		free(b);
	}
	json_fini(&was);
	json_fini(&is);
	buf_fini(&lines);
}

/* --- contracts
 * --------------------------------------------------------------------------- */

#define HEAD "{'contract':'plan','version':'1.2.0','scope':{},'schema':{'type':'object'},"
#define EDGE "'from':['a'],'to':['b'],"

static const struct {
	const char *was, *is, *lines;
} contracts[] = {
	/* clang-format off */
	{ EDGE "'confidence':{},'fallback':{}",
		EDGE "'confidence':{'at':'/confidence'},'fallback':{'at':'/fallback'},'gate':'to',"
		"'max_attempts':3,'critical':false,'fan_out':false", "" },
	{ EDGE "'confidence':{'review_below':0.5},'fallback':{}",
		EDGE "'confidence':{'at':'/sure','review_below':0.8},'fallback':{'at':'/else'}",
		"confidence.at  /confidence -> /sure  breaks takers and senders of @1: "
		"it is looked for elsewhere\n"
		"fallback.at  /fallback -> /else  breaks takers and senders of @1: "
		"it is looked for elsewhere\n"
		"confidence.review_below  0.5 -> 0.8  harmless: a human is asked more often\n" },
	{ "'from':['a','c'],'to':['b','d'],'confidence':{},'fallback':{}",
		"'from':['a','e'],'to':['b'],'confidence':{},'fallback':{}",
		"from  c -> not named  breaks a sender of @1\n"
		"from  not named -> e  harmless\n"
		"to  d -> not named  breaks a taker of @1\n" },
	{ EDGE "'confidence':{},'fallback':{},'returns':'answer','max_attempts':3",
		EDGE "'confidence':{},'fallback':{},'gate':'from','max_attempts':1,"
		"'provenance':{'at':'/inputs'}",
		"provenance.at  none -> /inputs  breaks a sender of @1\n"
		"gate  to -> from  breaks takers and senders of @1: another one holds it back\n"
		"returns  answer -> none  breaks a taker of @1: how its receiver hands back\n"
		"max_attempts  3 -> 1  harmless\n" },
	{ EDGE "'confidence':{'review_below':0.8},'fallback':{},'critical':true,'on_violation':'hold',"
		"'owners':{'a':'x'},'evidence':['/a']",
		EDGE "'confidence':{},'fallback':{}",
		"critical  true -> false  a weaker check\n"
		"on_violation  hold -> flag  a weaker check: what is done with what breaks the schema\n"
		"evidence  [\"/a\"] -> none  harmless: shown to people\n"
		"owners  {\"a\":\"x\"} -> none  harmless\n"
		"confidence.review_below  0.8 -> 0  a weaker check: a human is asked less often\n" },
	{ EDGE "'confidence':{},'fallback':{},'on_violation':'hold'",
		EDGE "'confidence':{},'fallback':{},'on_violation':'dead_letter','critical':true",
		"critical  false -> true  harmless\n"
		"on_violation  hold -> dead_letter  harmless: what is done with what breaks the schema\n" },
	{ EDGE "'confidence':{},'fallback':{}",
		EDGE "'confidence':{},'fallback':{'targets':['oncall']}",
		"fallback.targets  any that is known -> [\"oncall\"]  breaks a sender of @1\n" },
	/* clang-format on */
};

static struct contract *contract_of(const char *members)
{
	struct buf text = { 0 };
	struct contract *c;
	struct err e = { "" };
	char *z;

	buf_fmt(&text, "%s%s}", HEAD, members);
	z = quoted(text.data);
	c = contract_read(str_of(z), &e);
	assert_string_equal(e.text, "");
	free(z);
	buf_fini(&text);
	return c;
}

static void test_contracts(void **state)
{
	struct buf lines = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(contracts); i++) {
		struct contract *was = contract_of(contracts[i].was);
		struct contract *is = contract_of(contracts[i].is);
		struct diff d = { .fuel = DIFF_FUEL };

		diff_contracts(&d, was, is);
		lines_of(&d, &was->version, &lines);
		assert_string_equal(lines.data, contracts[i].lines);
		diff_fini(&d);
		contract_free(was);
		contract_free(is);
	}
	buf_fini(&lines);
}

/* --- the number
 * ---------------------------------------------------------------------------- */

static void test_version(void **state)
{
	static const struct {
		struct version was, is;
		bool breaks, told;
		const char *words;
	} numbers[] = {
		{ { 1, 2, 0 }, { 1, 3, 0 }, false, true, "" },
		{ { 1, 2, 0 }, { 2, 0, 0 }, true, true,
			"breaking, and the version says so (1 -> 2)" },
		{ { 1, 2, 0 }, { 1, 3, 0 }, true, false,
			"breaking, but only a minor number: ^1.2.0 takes 1.3.0. It must be 2.0.0" },
		{ { 1, 2, 0 }, { 2, 0, 0 }, false, true,
			"nothing breaks, and who takes ^1.2.0 does not take 2.0.0" },
		{ { 0, 3, 1 }, { 0, 3, 2 }, true, false,
			"breaking, but only a patch number: ^0.3.1 takes 0.3.2. It must be 0.4.0" },
		{ { 0, 3, 1 }, { 0, 4, 0 }, true, true,
			"breaking, and the version says so (0.3 -> 0.4)" },
		{ { 1, 2, 0 }, { 1, 2, 0 }, false, false, "1.2.0 is not above 1.2.0" },
		{ { 1, 2, 0 }, { 1, 1, 9 }, true, false, "1.1.9 is not above 1.2.0" },
	};
	struct buf words = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(numbers); i++) {
		struct difference one = { .at = "", .breaks = numbers[i].breaks };
		struct diff d = { .list = &one, .count = 1, .breaks = one.breaks };

		buf_reset(&words);
		buf_str(&words, "");
		assert_int_equal(numbers[i].told,
			diff_version_words(&words, &d, numbers[i].was, numbers[i].is));
		assert_string_equal(words.data, numbers[i].words);
	}
	buf_fini(&words);
}

/* The verdict never says "compatible" alone of what checks less. */
static void test_verdict(void **state)
{
	static const char *const rows[][3] = {
		{ "'critical':true", "'critical':false",
			"compatible, but a weaker check: critical" },
		{ "'critical':false", "'critical':true", "compatible" },
		{ "'on_violation':'dead_letter','critical':true",
			"'on_violation':'flag','gate':'from'",
			"not compatible: 1 breaks a taker, 1 breaks a sender of 1.2.0; and a "
			"weaker check: critical, on_violation" },
		{ "'x-a':1", "'x-a':1", "compatible: the same" },
	};
	struct buf text = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct diff d = { .fuel = DIFF_FUEL };
		struct contract *side[2];

		for (size_t k = 0; k < 2; k++) {
			buf_reset(&text);
			buf_fmt(&text, EDGE "'confidence':{},'fallback':{},%s",
				rows[i][k]);
			side[k] = contract_of(text.data);
		}
		diff_contracts(&d, side[0], side[1]);
		buf_reset(&text);
		diff_verdict_words(&text, &d, &side[0]->version);
		assert_string_equal(text.data, rows[i][2]);
		diff_fini(&d);
		contract_free(side[0]);
		contract_free(side[1]);
	}
	buf_fini(&text);
}

/* What would cost too much ends, and says so: very many of them, in another order. */
static void test_fuel(void **state)
{
	static const char *const shapes[][3] = {
		{ "{\"enum\":[0", ",\"%c%d\"", "]}" },
		{ "{\"required\":[\"n\"", ",\"%c%d\"", "]}" },
		{ "{\"anyOf\":[true", ",{\"enum\":[\"%c\",%d]}", "]}" },
		{ "{\"properties\":{\"n\":true", ",\"%c%d\":true", "}}" },
	};
	struct json j[2] = { { 0 }, { 0 } };
	struct buf text[2] = { { 0 }, { 0 } };

	(void)state;
	for (size_t i = 0; i < LEN(shapes); i++) {
		struct diff d = { .fuel = DIFF_FUEL / 20 };

		for (size_t k = 0; k < 2; k++) {
			buf_reset(&text[k]);
			buf_str(&text[k], shapes[i][0]);
			for (int n = 0; n <= 40000; n++) {
				char c = (char)(n < 40000 ? 'a' : 'y' + (int)k);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
				buf_fmt(&text[k], shapes[i][1], c,
					k == 0 || n == 40000 ? n : 39999 - n);
#pragma GCC diagnostic pop
			}
			buf_str(&text[k], shapes[i][2]);
			assert_true(
				json_read(&j[k], text[k].data, text[k].len, 64, NULL));
		}
		diff_schemas(&d, &j[0], 0, &j[1], 0);
		assert_true(diff_gave_up(&d));
		assert_int_equal(d.breaks, BREAKS_BOTH);
		diff_fini(&d);
	}
	for (size_t k = 0; k < 2; k++) {
		json_fini(&j[k]);
		buf_fini(&text[k]);
	}
}

/* More than is kept is counted, and a schema that never ends is given up. */
static void test_large(void **state)
{
	struct buf was = { 0 };
	struct json a = { 0 }, b = { 0 };
	struct diff d = { .fuel = DIFF_FUEL };
	char *other;

	(void)state;
	buf_str(&was, "{\"required\":[\"n\"");
	for (int i = 0; i < DIFF_MOST + 9; i++)
		buf_fmt(&was, ",\"n%d\"", i);
	buf_str(&was, "]}");
	assert_true(json_read(&a, was.data, was.len, 64, NULL));
	assert_true(json_read(&b, "{}", 2, 64, NULL));
	diff_schemas(&d, &a, 0, &b, 0);
	assert_int_equal(d.count, DIFF_MOST);
	assert_int_equal(d.left_out, 10);
	assert_int_equal(d.breaks, BREAKS_TAKER);
	diff_fini(&d);
	d.fuel = DIFF_FUEL;

	/* each any of four, eight deep: four to the eighth, squared */
	buf_reset(&was);
	buf_str(&was, "{\"$defs\":{\"d0\":{\"minimum\":1,\"maximum\":4}");
	for (int i = 1; i < 9; i++)
		buf_fmt(&was,
			",\"d%d\":{\"anyOf\":[{\"items\":{\"$ref\":\"#/$defs/d%d\"}},"
			"{\"items\":{\"$ref\":\"#/$defs/d%d\"},\"minItems\":1},"
			"{\"items\":{\"$ref\":\"#/$defs/d%d\"},\"minItems\":2}]}",
			i, i - 1, i - 1, i - 1);
	buf_str(&was, "},\"$ref\":\"#/$defs/d8\"}");
	assert_true(json_read(&a, was.data, was.len, 64, NULL));
	other = xstrdup(was.data);
	strstr(other, "\"minimum\":1")[10] = '2';
	assert_true(json_read(&b, other, was.len, 64, NULL));
	diff_schemas(&d, &a, 0, &b, 0);
	assert_true(d.breaks != 0);
	diff_fini(&d);
	free(other);
	json_fini(&a);
	json_fini(&b);
	buf_fini(&was);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_schemas),
		cmocka_unit_test(test_contracts),
		cmocka_unit_test(test_version),
		cmocka_unit_test(test_verdict),
		cmocka_unit_test(test_fuel),
		cmocka_unit_test(test_large),
	};

	digest_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
