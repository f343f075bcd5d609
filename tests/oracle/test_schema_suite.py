#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The official JSON Schema test suite, draft 2020-12, against `seam contract validate`.

Debian packages a copy (.ci/deps installs it wherever there is apt). SEAM_SCHEMA_SUITE=FOLDER takes another one, with
`tests` and `remotes` in it, of any age: what is said below of optional tests is then not judged."""
import collections
import concurrent.futures
import os
import shutil
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import validate  # noqa: E402

DEBIAN = "/usr/share/perl5/auto/share/dist/Test-JSON-Schema-Acceptance"
SUITE = os.environ.get("SEAM_SCHEMA_SUITE", DEBIAN)
DRAFT = "draft2020-12"
TESTS = os.path.join(SUITE, "tests", DRAFT)
REMOTES = os.path.join(SUITE, "remotes")
OUTPUTS = os.path.join(SUITE, "output-tests", DRAFT)
REQUIRED = {"47958f8": 1176}    # how many each version has that we know
AT_ONCE = 2                     # cases

# Optional tests that do not pass, "FILE | CASE | TEST" (or how that begins), and why. One that passes
# must not stand here.
KNOWN = {
    "optional/cross-draft.json": "an earlier draft is refused, and seam says so: contracts are written in 2020-12",
    "optional/ecmascript-regex.json | \\a is not an ECMA 262 control escape":
        "it is about `format: regex`, which is an annotation where --assert-format is not given",
}

# The output tests that ask for annotations, which seam does not give: it says what is wrong.
ANNOTATIONS = {"readOnly.json", "type.json | validating type | correct type yields an output unit"}

Case = collections.namedtuple("Case", "file content options")
Result = collections.namedtuple("Result", "name passed said")


def version():
    """Of the suite, as its packager wrote it down."""
    try:
        with open(os.path.join(SUITE, "submodule_status"), encoding="utf-8") as status:
            return status.readline().strip()
    except OSError:
        return "of an unknown version"


def cases(folder, *options):
    """All cases of the files in a folder."""
    return [Case(os.path.join(folder, name), content, options)
            for name in sorted(os.listdir(os.path.join(TESTS, folder))) if name.endswith(".json")
            for content in validate.load_file(TESTS, folder, name)]


def answers(case):
    """What seam says of each of a case's instances, or why it says nothing."""
    instances = [validate.dump(test["data"]) for test in case.content["tests"]]
    try:
        return validate.validate(validate.dump(case.content["schema"]), instances,
                                 "--remotes", REMOTES, *case.options)
    except validate.Refused as error:
        return ["the schema is refused: %s" % error] * len(instances)
    except (validate.Broken, ValueError, KeyError) as error:
        return ["%s: %s" % (type(error).__name__, error)] * len(instances)


def name_of(case, test):
    return " | ".join((case.file, case.content["description"], test["description"]))


def verdicts(case):
    found = []
    for test, answer in zip(case.content["tests"], answers(case)):
        if isinstance(answer, str):
            found.append(Result(name_of(case, test), False, answer))
        else:
            found.append(Result(name_of(case, test), answer["valid"] == test["valid"],
                                "valid" if answer["valid"] else "invalid: %s" % answer["errors"][:2]))
    return found


def run(what, taken):
    """Every test of those cases; says how many passed."""
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        results = [result for found in pool.map(verdicts, taken) for result in found]
    passed = sum(result.passed for result in results)
    print("%s: %d passed, %d failed, 0 skipped of %d %s"
          % (DRAFT, passed, len(results) - passed, len(results), what), flush=True)
    return results


def explain(results):
    return "\n".join("%s: %s" % (result.name, result.said) for result in results)


def known(name):
    return any(name.startswith(beginning) for beginning in KNOWN)


class Suite(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if os.path.isdir(TESTS):
            print("%s: suite %s" % (DRAFT, version()), flush=True)
        elif shutil.which("apt-get"):
            raise AssertionError("no %s: apt-get install libtest-json-schema-acceptance-perl" % TESTS)
        else:
            print("%s: 0 passed, 0 failed, all skipped: the suite is not there, no %s" % (DRAFT, TESTS))
            raise unittest.SkipTest("no suite")

    def test_required(self):
        results = run("required", cases(""))
        failed = [result for result in results if not result.passed]
        if failed:
            self.fail(explain(failed))
        self.assertEqual(len(results), REQUIRED.get(version()[:7], len(results)))
        self.assertGreaterEqual(len(results), min(REQUIRED.values()))

    def test_optional(self):
        results = run("optional", cases("optional"))
        results += run("optional/format, asserted",
                       cases(os.path.join("optional", "format"), "--assert-format"))
        if SUITE != DEBIAN:
            return
        wrong = [result for result in results if result.passed == known(result.name)]
        unused = [name for name in KNOWN if not any(result.name.startswith(name) for result in results)]
        if wrong or unused:
            self.fail("\n".join(["not as KNOWN says:", explain(wrong)] + unused))


@unittest.skipUnless(os.path.isdir(OUTPUTS), "no %s" % OUTPUTS)
class Output(unittest.TestCase):
    """What the suite wants to see of the `basic` output; judged by an independent validator."""

    def test_basic(self):
        from jsonschema import Draft202012Validator, RefResolver
        shape = validate.load_file(OUTPUTS, "output-schema.json")
        seen = 0
        for name in sorted(os.listdir(os.path.join(OUTPUTS, "content"))):
            for content in validate.load_file(OUTPUTS, "content", name):
                case = Case(name, content, ())
                for test, answer in zip(content["tests"], answers(case)):
                    wanted = test["output"].get("basic")
                    if wanted is None or any(name_of(case, test).startswith(a) for a in ANNOTATIONS):
                        continue
                    with self.subTest(name_of(case, test)):
                        self.assertIsInstance(answer, dict, answer)
                        resolver = RefResolver.from_schema(wanted, store={shape["$id"]: shape})
                        Draft202012Validator(wanted, resolver=resolver).validate(answer)
                        seen += 1
        self.assertGreaterEqual(seen, 3)


if __name__ == "__main__":
    unittest.main(verbosity=0)
