#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""seeds.py FUZZER FOLDER: what a fuzzer that takes more than plain files begins with. For fuzz_schema: every case of the
JSON Schema suite, if it is here, the samples in fixtures/schemas, and random schemas."""
import glob
import hashlib
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "tests", "oracle"))
sys.dont_write_bytecode = True
RANDOM = 300                    # schemas


def suite():
    import test_schema_suite as official
    import validate
    remotes = {}
    for path in glob.glob(os.path.join(official.REMOTES, "**", "*.json"), recursive=True):
        remotes["http://localhost:1234/" + os.path.relpath(path, official.REMOTES)] = path
    for path in glob.glob(os.path.join(official.TESTS, "**", "*.json"), recursive=True):
        for content in validate.load_file(path):
            schema = validate.dump(content["schema"])
            other = next((validate.dump(validate.load_file(remotes[uri])) for uri in remotes if uri in schema), "")
            for test in content["tests"]:
                yield schema, validate.dump(test["data"]), other


def samples():
    import validate
    for path in glob.glob(os.path.join(ROOT, "fixtures", "schemas", "*.cases.jsonl")):
        schema = validate.dump(validate.load_file(path.replace(".cases.jsonl", ".json")))
        with open(path, encoding="utf-8") as lines:
            yield from ((schema, validate.dump(validate.load(line)["instance"]), "") for line in lines)


def made():
    import schema_maker
    for number in range(RANDOM):
        maker, speller = schema_maker.Maker("seed.%d" % number), schema_maker.Speller(number)
        schema = speller.dump(maker.schema)
        yield from ((schema, speller.dump(instance), "") for instance in maker.instances(4))


def main(fuzzer, folder):
    if fuzzer != "fuzz_schema":
        return
    os.makedirs(folder, exist_ok=True)
    for seed in (seed for source in (suite, samples, made) for seed in source()):
        text = "\n".join(seed).rstrip("\n").encode()
        with open(os.path.join(folder, hashlib.sha1(text).hexdigest()), "wb") as out:
            out.write(text)


main(*sys.argv[1:])
