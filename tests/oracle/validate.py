# SPDX-License-Identifier: MIT
"""What `seam contract validate` says of instances, and JSON without loss: a number that is no
integer is read as a Decimal, 1.0 stays apart from 1 in text, and no digit is rounded away."""
import json
import os
import subprocess
import tempfile
from decimal import Decimal

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "..", ".."))
BIN = os.environ.get("BIN", os.path.join(ROOT, "build", "plain", "seam"))
LIMIT = 30                      # seconds for one schema and all of its instances


class Refused(Exception):
    """The schema could not be used; what it said."""


class Broken(AssertionError):
    """The program did not answer as it must."""


def load(text):
    return json.loads(text, parse_float=Decimal)


def load_file(*path):
    with open(os.path.join(*path), encoding="utf-8") as text:
        return load(text.read())


def dump(value):
    """The value as one line of JSON."""
    if isinstance(value, dict):
        return "{%s}" % ",".join("%s:%s" % (dump(k), dump(v)) for k, v in value.items())
    if isinstance(value, list):
        return "[%s]" % ",".join(map(dump, value))
    if isinstance(value, Decimal):
        return str(value)
    return json.dumps(value, ensure_ascii=False)


def validate(schema, instances, *options):
    """What seam says of each of `instances`, under `schema`; all of them are texts without a newline."""
    with tempfile.NamedTemporaryFile("wb", suffix=".json", dir=os.environ.get("SEAM_TEST_TMP")) as file:
        file.write(schema.encode())
        file.flush()
        words = [BIN, "contract", "validate", "--schema", file.name, "--json", *options]
        try:
            done = subprocess.run(words, input="".join(i + "\n" for i in instances).encode(),
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=LIMIT, check=False)
        except subprocess.TimeoutExpired:
            raise Broken("no answer within %d s" % LIMIT) from None
    said = done.stderr.decode("utf-8", "replace").strip()
    if done.returncode == 2:
        raise Refused(said or done.stdout.decode("utf-8", "replace").strip() or "it did not say why")
    if done.returncode not in (0, 1):
        raise Broken("exit status %d: %s" % (done.returncode, said[-2000:]))
    return judged(done, len(instances))


def judged(done, count):
    """The answers, if they are what the manual promises."""
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    if len(answers) != count:
        raise Broken("%d answers to %d instances" % (len(answers), count))
    for answer in answers:
        if answer["valid"] is not (answer["errors"] == []):
            raise Broken("valid and errors say different things: %s" % answer)
    if done.returncode != int(not all(answer["valid"] for answer in answers)):
        raise Broken("exit status %d is not what the answers say" % done.returncode)
    return answers
