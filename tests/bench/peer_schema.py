#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""peer_schema.py FOLDER SECONDS: bench_schema.c once more, by json and jsonschema."""
import json
import os
import sys
import time

from jsonschema import Draft202012Validator


def lines(name):
    with open(os.path.join(sys.argv[1], name), encoding="utf-8") as file:
        return file.read().splitlines()


def rate(is_valid, artifacts, seconds):
    began, count = time.monotonic(), 0
    while True:
        for one in artifacts:
            is_valid(*one)
            count += 1
            if count % 64 == 0 and time.monotonic() - began >= seconds:
                return count / (time.monotonic() - began)


def main():
    seconds = float(sys.argv[2])
    schemas = [Draft202012Validator(json.loads(line)) for line in lines("schemas.jsonl")]
    texts = [(schemas[int(number)], text) for number, text in (line.split(" ", 1) for line in lines("artifacts.jsonl"))]
    values = [(schema, json.loads(text)) for schema, text in texts]
    valid = sum(schema.is_valid(value) for schema, value in values)
    print(len(values), valid,
          round(rate(lambda schema, text: schema.is_valid(json.loads(text)), texts, seconds)),
          round(rate(lambda schema, value: schema.is_valid(value), values, seconds)))


main()
