#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""seam contract diff on random pairs of schemas, with python3-jsonschema as the judge.

Where diff says that nobody who takes is broken, no artifact that the new schema admits is one that
the old one refuses; and the same the other way round for who sends, as long as it sends no member
that its schema does not name. PAIRS=10000 SEED=7 does more than the suite has time for.
"""
import copy
import json
import os
import random
import subprocess
import sys
import tempfile
import unittest
import warnings

warnings.simplefilter("ignore")
from jsonschema import Draft202012Validator  # noqa: E402

PAIRS = int(os.environ.get("PAIRS", "250"))
SEED = int(os.environ.get("SEED", "4"))
NAMES = ["a", "b", "c", "x_1", "x_2"]
WORDS = ["", "a", "ab", "abc", "x1", "2026-01-01", "EUR"]
NUMBERS = [-2, -1, 0, 1, 2, 3, 5, 0.5, 1.5, 2.0]
TYPES = ["null", "boolean", "object", "array", "string", "number", "integer"]


class Schemas:
    """Schemas as people and generators of code write them, and versions of them."""

    def __init__(self, seed):
        self.r = random.Random(seed)

    def one(self, *of):
        return self.r.choice(of)

    def chance(self, p):
        return self.r.random() < p

    def scalar(self):
        return self.r.choice(WORDS + NUMBERS + [True, False, None])

    def number(self):
        s = {"type": self.one("number", "integer", ["integer", "null"])}
        for name in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"):
            if self.chance(.25):
                s[name] = self.r.choice(NUMBERS)
        if self.chance(.1):
            s["multipleOf"] = self.one(1, 2, 4, .5, 3)
        return s

    def string(self):
        s = {"type": self.one("string", "string", ["string", "null"])}
        if self.chance(.3):
            s["minLength"] = self.r.randrange(4)
        if self.chance(.3):
            s["maxLength"] = self.r.randrange(1, 6)
        if self.chance(.2):
            s["pattern"] = self.one("^a", "b$", "^[0-9-]+$")
        return s

    def listed(self):
        if self.chance(.3):
            return {"const": self.scalar()}
        s = {"enum": self.r.sample(WORDS + [0, 1, None, True], self.r.randrange(1, 5))}
        if self.chance(.3):
            s["type"] = self.one("string", ["string", "null"])
        return s

    def array(self, depth):
        s = {"type": "array"}
        if self.chance(.8):
            s["items"] = self.schema(depth - 1)
        if self.chance(.2):
            s["prefixItems"] = [self.schema(depth - 1) for _ in range(self.r.randrange(1, 3))]
        for name, p in (("minItems", .2), ("maxItems", .2)):
            if self.chance(p):
                s[name] = self.r.randrange(4)
        if self.chance(.1):
            s["uniqueItems"] = self.chance(.8)
        if self.chance(.1):
            s["contains"] = self.schema(0)
        return s

    def object(self, depth):
        names = self.r.sample(NAMES, self.r.randrange(1, 4))
        s = {"type": "object", "properties": {n: self.schema(depth - 1) for n in names}}
        if self.chance(.7):
            s["required"] = self.r.sample(NAMES if self.chance(.1) else names, 1)
        if self.chance(.4):
            s["additionalProperties"] = self.one(False, False, True, {"type": "integer"}, {})
        if self.chance(.15):
            s["patternProperties"] = {"^x_": self.schema(0)}
        if self.chance(.1):
            s[self.one("minProperties", "maxProperties")] = self.r.randrange(3)
        if self.chance(.05):
            s["propertyNames"] = {"maxLength": self.one(1, 3)}
        if self.chance(.05):
            s["dependentRequired"] = {self.r.choice(NAMES): [self.r.choice(NAMES)]}
        if self.chance(.05):
            s["unevaluatedProperties"] = False
        return s

    def union(self, depth):
        some = [self.schema(depth - 1) for _ in range(self.r.randrange(1, 4))]
        if self.chance(.5):
            some = [some[0], {"type": "null"}]
        return {self.one("anyOf", "anyOf", "oneOf"): some}

    def schema(self, depth):
        p = self.r.random()
        if p < .05:
            s = self.one(True, {}, {"type": self.r.choice(TYPES)}, False)
            return copy.deepcopy(s)
        if p < .25 or depth <= 0 and p < .4:
            s = self.number()
        elif p < .45 or depth <= 0 and p < .75:
            s = self.string()
        elif p < .55 or depth <= 0:
            s = self.listed()
        elif p < .65:
            s = self.array(depth)
        elif p < .85:
            s = self.object(depth)
        elif p < .95:
            s = self.union(depth)
        else:
            s = {"$ref": self.one("#/$defs/t", "#/$defs/t", "#/$defs/o")}
        if self.chance(.04):
            s["allOf"] = [self.schema(depth - 1)]
        if self.chance(.03):
            s["anyOf"] = [self.schema(0), self.schema(0)]
        if self.chance(.03):
            s["not"] = self.schema(0)
        if self.chance(.02):
            s.update({"if": self.schema(0), "then": self.schema(0)})
        if self.chance(.05):
            s["description"] = self.one("this", "that")
        return s

    def root(self):
        s = self.object(3) if self.chance(.8) else self.schema(3)
        if not isinstance(s, dict):
            s = {"type": "string"}
        tree = self.object(1)
        tree["properties"]["a"] = self.one(
            {"$ref": "#/$defs/o"}, {"anyOf": [{"$ref": "#/$defs/o"}, {"type": "null"}]})
        s["$defs"] = {"t": self.schema(0), "o": tree}
        return s

    # --- the next version ---------------------------------------------------------------

    def places(self, s, out):
        """Schemas below `s`, each as (holder, key)."""
        if not isinstance(s, dict):
            return
        for k in ("items", "additionalProperties", "contains", "not", "if", "then"):
            if k in s:
                out.append((s, k))
        for k in ("properties", "patternProperties", "$defs"):
            out.extend((s[k], n) for n in s.get(k, {}))
        for k in ("anyOf", "oneOf", "allOf", "prefixItems"):
            out.extend((s[k], i) for i in range(len(s.get(k, []))))
        for holder, k in [(h, k) for h, k in out if h is s or any(h is v for v in s.values())]:
            self.places(holder[k], out)

    def change(self, s):
        """One change somewhere in `s`, in place; `s` is an object."""
        found = []
        self.places(s, found)
        holder, key = ([s], 0) if not found or self.chance(.35) else self.r.choice(found)
        old = holder[key]
        if not isinstance(old, dict) or self.chance(.05):
            if holder is not None and found and holder is not s:
                holder[key] = self.schema(1)
            return
        keys = [k for k in old if k not in ("$defs", "description")]
        p = self.r.random()
        if p < .25 and keys:
            del old[self.r.choice(keys)]
        elif p < .45:
            extra = self.schema(1)
            if isinstance(extra, dict):
                old.update({k: v for k, v in extra.items() if self.chance(.6)})
        elif p < .6 and "properties" in old:
            names, n = old["properties"], self.r.choice(NAMES)
            if n in names:
                del names[n]
            else:
                names[n] = self.schema(1)
        elif p < .7 and "properties" in old:
            old["required"] = self.r.sample(NAMES, self.r.randrange(3))
        elif p < .8:
            for k in keys:
                if isinstance(old[k], (int, float)) and not isinstance(old[k], bool):
                    old[k] = abs(old[k] + self.one(-1, 1)) or 1
                elif k == "enum":
                    old[k] = self.r.sample(WORDS, self.r.randrange(1, 4))
        elif p < .9 and holder is not s and not any(holder is x for x in (s.get("$defs"),)):
            holder[key] = {"anyOf": [old, {"type": "null"}]}
        elif "type" in old:
            old["type"] = self.one("string", "number", "integer", ["string", "null"], "object")

    def next(self, s):
        if self.chance(.1):
            return self.root()
        s = copy.deepcopy(s)
        for _ in range(self.r.randrange(1, 4)):
            self.change(s)
        return s

    # --- artifacts ----------------------------------------------------------------------

    def value(self, s, root, extras, depth=0):
        """One that `s` probably admits; without extras, no member that it does not name."""
        if self.chance(.08) or depth > 7:
            return self.scalar()
        if s is True or s == {}:
            return self.one(self.scalar(), [self.scalar()], {self.r.choice(NAMES): self.scalar()}
                            if extras else {})
        if not isinstance(s, dict):
            return self.scalar()
        if "$ref" in s and self.chance(.9):
            to = root
            for k in s["$ref"][2:].split("/"):
                to = to.get(k, {}) if isinstance(to, dict) and k else to
            return self.value(to, root, extras, depth + 1)
        for k in ("anyOf", "oneOf", "allOf"):
            if s.get(k) and self.chance(.6):
                return self.value(self.r.choice(s[k]), root, extras, depth + 1)
        if "const" in s:
            return s["const"]
        if "enum" in s and s["enum"]:
            return self.r.choice(s["enum"])
        kind = s.get("type", "object" if "properties" in s else "array" if "items" in s else None)
        if isinstance(kind, list):
            kind = self.r.choice(kind)
        if kind == "object":
            return self.members(s, root, extras, depth)
        if kind == "array":
            heads = s.get("prefixItems", [])
            n = max(s.get("minItems", 0), self.r.randrange(4))
            return [self.value(heads[i] if i < len(heads) else s.get("items", True), root, extras,
                               depth + 1) for i in range(min(n, s.get("maxItems", 4)))]
        return {"string": lambda: self.r.choice(WORDS), "null": lambda: None,
                "boolean": lambda: self.chance(.5), "integer": lambda: self.r.randrange(-2, 6),
                "number": lambda: self.r.choice(NUMBERS)}.get(kind, self.scalar)()

    def members(self, s, root, extras, depth):
        out = {}
        named = s.get("properties", {})
        for n, sub in named.items():
            if n in s.get("required", []) or self.chance(.6):
                out[n] = self.value(sub, root, extras, depth + 1)
        if extras and self.chance(.3):
            n = self.r.choice(NAMES)
            out.setdefault(n, self.value(s.get("patternProperties", {}).get("^x_", s.get(
                "additionalProperties", True)), root, extras, depth + 1))
        return out


def valid(judge, artifact):
    try:
        return judge.is_valid(artifact)
    except RecursionError:
        return None


class Diff(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(dir=os.environ.get("SEAM_TEST_TMP"))

    def diff(self, was, new):
        paths = []
        for name, schema in (("was", was), ("is", new)):
            paths.append(os.path.join(self.folder, name + ".json"))
            with open(paths[-1], "w") as f:
                json.dump(schema, f)
        done = subprocess.run([os.environ["BIN"], "contract", "diff", "--json"] + paths,
                              stdout=subprocess.PIPE, timeout=20)
        said = json.loads(done.stdout)
        self.assertEqual(done.returncode, 1 if said["breaks"] != "nobody" else 0)
        return said

    def judge(self, gen, was, new, said):
        """How many artifacts told something: (for a taker, for a sender)."""
        old, now = Draft202012Validator(was), Draft202012Validator(new)
        told = [0, 0]
        for _ in range(25):
            taken = gen.value(gen.one(new, new, was), new, True)
            sent = gen.value(was, was, False)
            if said["breaks"] in ("nobody", "sender") and valid(now, taken):
                told[0] += 1
                self.assertIsNot(valid(old, taken), False,
                                 "a taker is broken:\n%s\n%s\n%s\n%s" % (
                                     json.dumps(was), json.dumps(new), json.dumps(taken), said))
            if said["breaks"] in ("nobody", "taker") and valid(old, sent):
                told[1] += 1
                self.assertIsNot(valid(now, sent), False,
                                 "a sender is broken:\n%s\n%s\n%s\n%s" % (
                                     json.dumps(was), json.dumps(new), json.dumps(sent), said))
        return told

    def test_random_pairs(self):
        gen = Schemas(SEED)
        counts = {"nobody": 0, "taker": 0, "sender": 0, "both": 0}
        told = [0, 0]
        for _ in range(PAIRS):
            was = gen.root()
            new = gen.next(was)
            said = self.diff(was, new)
            counts[said["breaks"]] += 1
            for i, n in enumerate(self.judge(gen, was, new, said)):
                told[i] += n
        print("%d pairs %s; artifacts judged: %d for takers, %d for senders" %
              (PAIRS, counts, told[0], told[1]))
        for word, n in counts.items():
            self.assertGreater(n, PAIRS // 50, "too few are said to break " + word)

    def test_same(self):
        """A schema against itself, and with its members in another order."""
        gen = Schemas(SEED)
        for _ in range(20):
            was = gen.root()
            new = json.loads(json.dumps(was, sort_keys=True))
            self.assertEqual(self.diff(was, new)["breaks"], "nobody", json.dumps(was))


if __name__ == "__main__":
    sys.setrecursionlimit(3000)
    unittest.main()
