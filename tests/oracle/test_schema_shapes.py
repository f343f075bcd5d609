#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Schemas of the shape that Pydantic 2 and Zod 4 emit (fixtures/schemas) work as they are."""
import glob
import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import validate  # noqa: E402

SCHEMAS = os.path.join(validate.ROOT, "fixtures", "schemas")


class Shapes(unittest.TestCase):
    """NAME.cases.jsonl: instances of NAME.json, whether they are valid, why, and where one is not (`at`)."""

    def test_cases(self):
        names = sorted(glob.glob(os.path.join(SCHEMAS, "*.cases.jsonl")))
        self.assertEqual(len(names) * 2, len(os.listdir(SCHEMAS)), "a schema without cases, or cases without one")
        self.assertGreaterEqual(len(names), 6)
        for name in names:
            with open(name, encoding="utf-8") as lines:
                cases = list(map(validate.load, lines))
            with open(name.replace(".cases.jsonl", ".json"), encoding="utf-8") as schema:
                answers = validate.validate(schema.read(), [validate.dump(case["instance"]) for case in cases])
            self.assertEqual({case["valid"] for case in cases}, {True, False}, name)
            for case, answer in zip(cases, answers):
                with self.subTest(os.path.basename(name), why=case["why"]):
                    self.assertEqual(answer["valid"], case["valid"], answer["errors"])
                    if not case["valid"]:
                        self.assertIn(case["at"], [error["instanceLocation"] for error in answer["errors"]])


if __name__ == "__main__":
    unittest.main(verbosity=0)
