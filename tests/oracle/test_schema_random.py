#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Random schemas and instances: `seam contract validate` and python3-jsonschema (schema_peer.py) say the same.

SCHEMAS=10000 (500) how many schemas, with INSTANCES=20 instances each; SEED=n (4) where it begins. Schema number i of a
seed is the same however many there are. `make schemas` runs ten thousand. A difference is made small before it is shown."""
import collections
import multiprocessing
import os
import sys
import time
import unittest
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
warnings.simplefilter("ignore", DeprecationWarning)
import schema_maker  # noqa: E402
import schema_peer  # noqa: E402
import validate  # noqa: E402

SCHEMAS = int(os.environ.get("SCHEMAS", "500"))
INSTANCES = int(os.environ.get("INSTANCES", "20"))
SEED = int(os.environ.get("SEED", "4"))
AT_ONCE = 2
SHOWN = 5                       # differences that are made small and shown
PATIENCE = 8                    # seconds to make one small

# What every schema of the draft may say of an instance; each is made, and each but `if` fails some instances.
KEYWORDS = """$ref $dynamicRef allOf anyOf oneOf not if then else dependentSchemas prefixItems items contains minContains
maxContains properties patternProperties additionalProperties propertyNames unevaluatedItems unevaluatedProperties type enum
const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems
maxProperties minProperties required dependentRequired""".split()

Difference = collections.namedtuple("Difference", "what schema instance")


# ---------------------------------------------------------------------------------------------
# One schema


def differ(schema, instance, answer, errors):
    """What is wrong with seam's answer where the peer finds `errors`, or None."""
    if answer["valid"] != (errors == []):
        return "verdict: seam says %s, the peer %s" % (
            "valid" if answer["valid"] else "invalid, %s" % answer["errors"][:3],
            "valid" if not errors else "invalid, %s" % [(schema_peer.pointer(e.absolute_schema_path), e.message[:80])
                                                       for e in errors[:3]])
    return astray(schema, instance, answer["errors"], errors) if errors else None


def astray(schema, instance, said, errors):
    """What is wrong with the places that seam names, or None."""
    named = {each["instanceLocation"] for each in said}
    if not named & schema_peer.places(errors):
        return "place: seam names %s, the peer %s" % (sorted(named), sorted(schema_peer.places(errors)))
    resources = schema_peer.Resources(schema)
    for each in said:
        try:
            schema_peer.follow(instance, each["instanceLocation"])
            keyword = walk(resources, schema, each["keywordLocation"])
            if "absoluteKeywordLocation" in each:
                absolute = resources.target(schema, each["absoluteKeywordLocation"])[0]
                if keyword is not None and keyword is not absolute:
                    return "place: these are two keywords: %s" % each
        except (LookupError, ValueError, TypeError):
            return "place: it leads nowhere: %s" % each
    return None


def walk(resources, here, location):
    """What stands at a keyword location, through references as well. Where a dynamic one leads depends: None."""
    for step in location.split("/")[1:]:
        step = step.replace("~1", "/").replace("~0", "~")
        is_schema = isinstance(here, dict) and id(here) in resources.home
        if is_schema and step == "$dynamicRef" and step in here:
            return None
        if is_schema and step == "$ref":
            here = resources.target(here, here[step])[0]
        else:
            here = here[int(step)] if isinstance(here, list) else here[step]
    return here


def keywords(schema):
    """Every keyword in a schema, as often as it stands there."""
    if isinstance(schema, dict):
        yield from schema
        for _, _, each in schema_peer.below(schema):
            yield from keywords(each)


def blamed(errors):
    """The keywords that an instance fails, and those on the way to them."""
    for error in errors:
        for leaf in schema_peer.leaves(error):
            yield leaf.validator
            yield from (step for step in leaf.absolute_schema_path if isinstance(step, str))


def one(number):
    """Schema `number`: what was found, and what it covers."""
    maker = schema_maker.Maker("%d.%d" % (SEED, number))
    speller = schema_maker.Speller(number)
    text = speller.dump(maker.schema)
    lines = [speller.dump(instance) for instance in maker.instances(INSTANCES)]
    schema, found = validate.load(text), []
    seen, failing = set(keywords(schema)) & set(KEYWORDS), collections.Counter()
    judge = schema_peer.Judge(schema)
    try:
        answers = validate.validate(text, lines)
    except (validate.Refused, validate.Broken, ValueError, KeyError) as error:
        what = "%s: %s" % (type(error).__name__, error)
        culprit = next((line for line in lines if trouble(kind_of(what), schema, validate.load(line))), lines[0])
        return number, 0, 0, seen, failing, [Difference(what, text, culprit)]
    valid = 0
    for line, answer in zip(lines, answers):
        instance = validate.load(line)
        errors = judge.errors(instance)
        valid += not errors
        failing.update(set(blamed(errors)) & set(KEYWORDS))
        what = differ(schema, instance, answer, errors)
        if what:
            found.append(Difference(what, text, line))
    return number, len(lines), valid, seen, failing, found


# ---------------------------------------------------------------------------------------------
# Making a difference small


def smaller(value):
    """The value with one thing less, or something simpler in a place."""
    if isinstance(value, dict):
        for name in value:
            yield {key: each for key, each in value.items() if key != name}
        for name, each in value.items():
            yield from (dict(value, **{name: less}) for less in smaller(each))
        yield from (each for each in value.values() if isinstance(each, (dict, list)))
        if value:
            yield True
    elif isinstance(value, list):
        for i in range(len(value)):
            yield value[:i] + value[i + 1:]
        for i, each in enumerate(value):
            yield from (value[:i] + [less] + value[i + 1:] for less in smaller(each))
        yield from value
    elif isinstance(value, str) and value:
        yield from (value[:i] + value[i + 1:] for i in range(len(value)))
    elif not isinstance(value, bool) and value is not None and value not in (0, 1, ""):
        yield from (0, 1)


def kind_of(what):
    """Which differences are the same one: of a refusal also why, which stands behind its place."""
    return what.rsplit(": ", 1)[-1] if what.startswith("Refused") else what.split(":")[0]


def trouble(kind, schema, instance):
    """What is wrong with that pair, if it is of that kind."""
    try:
        if not schema_peer.is_schema(schema):
            return None
        errors = schema_peer.Judge(schema).errors(instance)
    except Exception:           # it is no pair any more: a reference to nothing, a loop
        return None
    try:
        what = differ(schema, instance, validate.validate(validate.dump(schema), [validate.dump(instance)])[0], errors)
    except (validate.Refused, validate.Broken, ValueError, KeyError) as error:
        what = "%s: %s" % (type(error).__name__, error)
    return what if what and kind_of(what) == kind else None


def shrunk(difference):
    """The same difference in as little as can be found."""
    kind, until = kind_of(difference.what), time.monotonic() + PATIENCE
    schema = validate.load(difference.schema)
    instance = validate.load(difference.instance)
    what = trouble(kind, schema, instance)
    if not what:
        return difference       # it is in the spelling
    again = True
    while again and time.monotonic() < until:
        again = False
        for candidate in [(s, instance) for s in smaller(schema)] + [(schema, i) for i in smaller(instance)]:
            if time.monotonic() > until:
                break
            said = trouble(kind, *candidate)
            if said:
                (schema, instance), what, again = candidate, said, True
                break
    return Difference(what, validate.dump(schema), validate.dump(instance))


# ---------------------------------------------------------------------------------------------


class RandomSchemas(unittest.TestCase):
    def test_agree(self):
        pairs = valid = 0
        seen, failing, found = collections.Counter(), collections.Counter(), []
        with multiprocessing.Pool(AT_ONCE) as pool:
            for number, count, good, used, failed, differences in pool.imap(one, range(SCHEMAS), chunksize=4):
                pairs, valid = pairs + count, valid + good
                seen.update(used)
                failing.update(failed)
                found += [(number, each) for each in differences]
        share = 100 * valid // max(pairs, 1)
        print("keyword: in how many schemas, in how many instances it fails")
        print("\n".join("  %-22s %6d %6d" % (name, seen[name], failing[name]) for name in KEYWORDS))
        print("random schemas: %d passed, %d failed, 0 skipped of %d instances of %d schemas, %d %% valid, seed %d"
              % (pairs - len(found), len(found), pairs, SCHEMAS, share, SEED), flush=True)
        if found:
            self.fail("\n".join("schema %d of seed %d: %s\n  schema   %s\n  instance %s" % (number, SEED, *shrunk(each))
                                for number, each in self.chosen(found)))
        self.assertTrue(35 <= share <= 65, "%d %% of the instances are valid" % share)
        if SCHEMAS >= 500:
            self.assertEqual([name for name in KEYWORDS if not seen[name]], [], "in no schema")
            self.assertEqual([name for name in KEYWORDS if not failing[name]], ["if"], "fails no instance")

    @staticmethod
    def chosen(found):
        """The first of each kind, and then the first ones."""
        kinds = {}
        for each in found:
            kinds.setdefault(kind_of(each[1].what), each)
        return (list(kinds.values()) + [each for each in found if each not in kinds.values()])[:SHOWN]


if __name__ == "__main__":
    unittest.main(verbosity=0)
