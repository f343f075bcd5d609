/* SPDX-License-Identifier: MIT */
#include "contract/named.h"

#include <stdio.h>

#include "contract/alike.h"
#include "tests/unit/feed.h"

/* A contract of NAME/VERSION with this schema, and what else it says. */
static struct contract *contract(const char *id, const char *schema, const char *more)
{
	int n = (int)strcspn(id, "/");
	struct buf text = { 0 };
	struct contract *c;
	char *z;

	buf_fmt(&text,
		"{'contract':'%.*s','version':'%s','from':['a'],'to':['b'],'scope':{},"
		"'confidence':{},'fallback':{},'schema':%s%s}",
		n, id, id + n + 1, schema, more);
	z = quoted(text.data);
	c = contract_read(str_of(z), NULL);
	assert_non_null(c);
	free(z);
	buf_fini(&text);
	return c;
}

static void tell(void *arg, struct str text)
{
	struct buf *b = arg;

	if (b->len > 0)
		buf_char(b, ' ');
	buf_slice(b, text);
}

static void test_unnamed(void **state)
{
	static const struct {
		const char *schema, *artifact, *unnamed;
	} row[] = {
		{ "{'properties':{'a':{}}}", "{'a':1,'b':{'c':1},'confidence':1}", "/b" },
		/* says nothing of members: open by intent */
		{ "{'type':'object'}", "{'a':1}", "" },
		{ "true", "{'a':1}", "" },
		{ "{'required':['a']}", "{'a':1,'b':2}", "" },
		{ "{'properties':{'a':true}}", "{'a':{'x':1}}", "" },
		{ "{'properties':{'a':{'type':'object'}}}", "{'a':{'x':1}}", "" },
		/* a name that is only required is one */
		{ "{'properties':{'a':{}},'required':['b']}", "{'a':1,'b':2,'c':3}",
			"/c" },
		{ "{'properties':{'a':{'properties':{'b':{}}}}}", "{'a':{'b':1,'c':1}}",
			"/a/c" },
		{ "{'properties':{'l':{'items':{'properties':{'p':{}}}}}}",
			"{'l':[{'p':1},{'p':1,'q~/':2}]}", "/l/*/q~0~1" },
		{ "{'properties':{'l':{'prefixItems':[{'properties':{'p':{}}}]}}}",
			"{'l':[{'q':1},{'r':1}]}", "/l/*/q" },
		/* maps */
		{ "{'additionalProperties':{'type':'integer'}}", "{'a':1,'b':2}", "" },
		{ "{'properties':{'a':{}},'additionalProperties':true}", "{'b':2}",
			"/b" },
		{ "{'properties':{'a':{}},'additionalProperties':{}}", "{'b':2}", "/b" },
		{ "{'additionalProperties':{'properties':{'p':{}}}}",
			"{'x':{'p':1,'q':1}}", "/x/q" },
		{ "{'patternProperties':{'^x_':{'properties':{'p':{}}}}}",
			"{'x_1':{'q':1},'y':1}", "/x_1/q /y" },
		{ "{'additionalProperties':false}", "{'a':1}", "/a" },
		{ "{'properties':{'a':{}},'unevaluatedProperties':{'type':'string'}}",
			"{'b':'x'}", "" },
		{ "{'allOf':[{'properties':{'a':{}}}],'unevaluatedProperties':false}",
			"{'a':1,'b':2}", "/b" },
		/* combined and referred to */
		{ "{'allOf':[{'properties':{'a':{}}}],'anyOf':[{'properties':{'b':{}}},"
		  "{'properties':{'c':{}}}],'oneOf':[{'properties':{'d':{}}}]}",
			"{'a':1,'b':1,'c':1,'d':1,'e':1}", "/e" },
		{ "{'if':{'properties':{'a':{}}},'then':{'properties':{'b':{}}},"
		  "'else':{'properties':{'c':{}}}}",
			"{'a':1,'b':1,'c':1,'e':1}", "/e" },
		{ "{'properties':{'a':{}},'not':{'properties':{'b':{}}}}",
			"{'a':1,'b':1}", "/b" },
		{ "{'$ref':'#/$defs/t','$defs':{'t':{'properties':{'v':{},"
		  "'kids':{'items':{'$ref':'#/$defs/t'}}}}}}",
			"{'v':1,'kids':[{'v':1,'kids':[{'w':1}]}],'x':1}",
			"/kids/*/kids/*/w /x" },
		{ "{'$ref':'#t','$defs':{'t':{'$anchor':'t','properties':{'v':{}}}}}",
			"{'v':1,'x':1}", "/x" },
		{ "{'properties':{'a':{}},'dependentSchemas':{'a':{'properties':{'b':{}}}}}",
			"{'a':1,'b':1,'c':1}", "/c" },
		/* what the contract itself points at, here its evidence and summary */
		{ "{'properties':{'a':{}}}", "{'seen':1,'said':{'by':1},'other':1}",
			"/other" },
		{ "{'properties':{'a':{}}}", "[1]", "" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(row); i++) {
		struct contract *c = contract("c/1.0.0", row[i].schema,
			",'evidence':['/seen'],'summary':'by {/said}'");
		char *z = quoted(row[i].artifact);
		struct json j = { 0 };
		struct buf out = { 0 };

		assert_true(json_read(&j, z, strlen(z), 64, NULL));
		contract_unnamed(c, &j, 0, tell, &out);
		if (!str_is(buf_view(&out), row[i].unnamed))
			fail_msg("%s %s: %s", row[i].schema, z, out.data);
		buf_fini(&out);
		json_fini(&j);
		free(z);
		contract_free(c);
	}
}

static void test_properties(void **state)
{
	struct contract *c = contract("c/1.0.0",
		"{'properties':{'a':{'items':{'properties':{'b':{}}}}},"
		"'$defs':{'x':{'properties':{'c':{}}}}}",
		"");
	struct buf out = { 0 };

	(void)state;
	contract_properties(c, tell, &out);
	assert_string_equal(out.data, "a b c");
	buf_fini(&out);
	contract_free(c);
}

/* --- look-alikes ---------------------------------------------------------------- */

static void tell_pair(void *arg, const struct likeness *l)
{
	buf_fmt(arg, "%u-%u %u/%u ", l->a, l->b, l->common, l->all);
}

static void alike(const char *const *schema, size_t n, const char *want)
{
	struct registry r = { 0 };
	struct buf out = { 0 };
	char name[32];

	buf_str(&out, "");
	for (size_t i = 0; i < n; i++) {
		snprintf(name, sizeof(name), "c%zu/1.0.0", i);
		registry_put_take(&r, contract(name, schema[i], ""));
	}
	assert_int_equal(contracts_alike(&r, tell_pair, &out), 0);
	assert_string_equal(out.data, want);
	buf_fini(&out);
	registry_fini(&r);
}

#define S "{'type':'string'}"

static void test_alike(void **state)
{
	static const char *const row[][2] = {
		{ "{'properties':{'a':" S ",'b':" S ",'c':{'type':'integer'}}}",
			"{'properties':{'c':{'type':'number'},'b':{'enum':['x','y']},'a':" S
			"}}" },
		{ "{'properties':{'a':" S ",'b':" S ",'c':" S ",'d':" S "}}",
			"{'properties':{'a':" S ",'b':" S ",'c':" S "}}" },
		{ "{'properties':{'a':" S ",'b':" S ",'c':" S ",'d':" S "}}",
			"{'properties':{'a':" S ",'b':" S ",'e':" S "}}" },
		/* other types */
		{ "{'properties':{'a':" S ",'b':" S ",'c':" S "}}",
			"{'properties':{'a':" S ",'b':" S ",'c':{'type':'boolean'}}}" },
		/* the parts do not count, and two are too few */
		{ "{'properties':{'a':" S ",'b':" S ",'confidence':{},'fallback':{}}}",
			"{'properties':{'a':" S ",'b':" S
			",'confidence':{},'fallback':{}}}" },
		/* by reference */
		{ "{'properties':{'a':{'$ref':'#/$defs/s'},'b':" S ",'c':" S
		  "},'$defs':{'s':" S "}}",
			"{'allOf':[{'properties':{'a':" S ",'b':" S ",'c':{'anyOf':[" S
			",{'const':'x'}]}}}]}" },
	};
	static const char *const want[] = { "0-1 3/3 ", "0-1 3/4 ", "", "", "",
		"0-1 3/3 " };

	(void)state;
	for (size_t i = 0; i < LEN(row); i++)
		alike(row[i], 2, want[i]);
}

/* Of one name there may be many versions; of those in force the highest counts. */
static void test_alike_versions(void **state)
{
	const char *schema = "{'properties':{'a':" S ",'b':" S ",'c':" S "}}";
	struct registry r = { 0 };
	struct buf out = { 0 };

	(void)state;
	registry_put_take(&r, contract("x/1.9.0", schema, ""));
	registry_put_take(&r, contract("x/1.10.0", schema, ""));
	registry_put_take(&r, contract("y/1.0.0", schema, ""));
	registry_put_take(&r, contract("y/2.0.0", "true", ""));
	registry_put_take(&r, contract("z/1.0.0", schema, ""));
	assert_int_equal(contracts_alike(&r, tell_pair, &out), 0);
	assert_string_equal(out.data, "1-4 3/3 ");
	assert_true(registry_remove(&r, STR("y/2.0.0")));
	buf_reset(&out);
	contracts_alike(&r, tell_pair, &out);
	assert_string_equal(out.data, "1-2 3/3 1-4 3/3 2-4 3/3 ");
	buf_fini(&out);
	registry_fini(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_unnamed),
		cmocka_unit_test(test_properties),
		cmocka_unit_test(test_alike),
		cmocka_unit_test(test_alike_versions),
	};

	digest_start();
	return cmocka_run_group_tests_name("named", tests, NULL, NULL);
}
