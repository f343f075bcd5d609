# SPDX-License-Identifier: MIT
"""Random schemas, and instances that are nearly valid under them. All from one seed.

A reference that could come back to its own schema without going down into a value is not made: it has no meaning."""
import json
import random
from decimal import Decimal
from fractions import Fraction
from urllib.parse import quote

import schema_peer

NAMES = ["a", "b", "c", "id", "amount", "x-1", "é", "a/b", "t~e", "", "$ref", "🙂", "0", "type", "a b%20\"c"]
DEFS = ["one", "a/b", "x~y", "per%cent", "é🙂", "a b", "two\"s"]
NUMBERS = [0, 1, 2, 3, 5, -1, -7, 10, 100, Decimal("0.1"), Decimal("0.3"), Decimal("0.5"), Decimal("1.5"),
           Decimal("1.0"), Decimal("2.50"), Decimal("1E+2"), Decimal("-0.0"), 2**53 + 1, 2**63, 2**64 - 1,
           -(2**63) - 1, 10**30 + 1, Decimal("1E-7"), Decimal("0.30000000000000004"), Decimal("4.35"),
           Decimal("123456789012345678901234567890.123456789"), Decimal("1E+300"), Decimal("-1.5E-300")]
STEPS = [1, 2, 3, 7, Decimal("0.1"), Decimal("0.01"), Decimal("0.5"), Decimal("2.5"), Decimal("1E-7"), Decimal("1E+2"),
         Decimal("0.3"), 123456789, 10**20, Decimal("1.0"), Decimal("1.23456789012345678")]  # 18 digits: seam takes no more
LETTERS = "abcxyz019-_ AZ.é\u0301ßж🙂\U0010ffff\n\t\"\\/\u0000\u2028"
TYPES = ["null", "boolean", "integer", "number", "string", "array", "object"]
FORMATS = ["date", "email", "uri", "uuid", "regex", "fraction", "multi-host-uri"]


class Pattern:
    """A regular expression of random parts, with strings that it matches."""

    def __init__(self, r):
        self.r, self.samplers = r, {}

    def make(self):
        """One that finds something in a string; sample() says in which."""
        r = self.r
        text, sample = self.alternatives(2)
        begin, end = r.random() < .4, r.random() < .4
        before, behind = ("" if begin else "ab "), ("" if end else " é0")
        text = "^" * begin + ("(?:%s)" % text if (begin or end) and "|" in text else text) + "$" * end
        self.samplers[text] = lambda: before[:r.randrange(3)] + sample() + behind[:r.randrange(3)]
        return text

    def sample(self, text):
        return self.samplers[text]() if text in self.samplers else ""

    def alternatives(self, depth):
        ways = [self.sequence(depth) for _ in range(self.r.choice([1, 1, 1, 2, 3]))]
        return "|".join(text for text, _ in ways), lambda: self.r.choice(ways)[1]()

    def sequence(self, depth):
        parts = [self.repeated(depth) for _ in range(self.r.randint(1, 3))]
        return "".join(text for text, _ in parts), lambda: "".join(sample() for _, sample in parts)

    def repeated(self, depth):
        r = self.r
        text, sample = self.atom(depth)
        ways = [("", 1, 1), ("?", 0, 1), ("{2}", 2, 2)]
        if not text.startswith("("):    # or it may take both of us for ever
            ways += ways[:1] * 4 + [("*", 0, 3), ("+", 1, 3), ("{1,3}", 1, 3), ("{2,}", 2, 4), ("*?", 0, 2), ("+?", 1, 2)]
        how, least, most = r.choice(ways)
        return text + how, lambda: "".join(sample() for _ in range(r.randint(least, most)))

    def atom(self, depth):
        r = self.r
        if depth and r.random() < .2:
            text, sample = self.alternatives(depth - 1)
            return r.choice(["(%s)", "(?:%s)"]) % text, sample
        text, chars = r.choice([("a", "a"), ("b", "b"), ("é", "é"), ("0", "0"), ("-", "-"), ("[a-c]", "abc"),
                                ("[^a-c]", "x1é"), ("\\d", "0189"), ("\\w", "aZ_0"), ("\\D", "aé "), ("\\W", " é-"),
                                ("\\s", " \t\u2028"), (".", "ax0é🙂"), ("[\\d_-]", "09_-"), ("\\.", "."), ("\\/", "/"),
                                ("🙂", "🙂"), ("[à-ö]", "áéö"), ("\\u00e9", "é"), ("\\x61", "a"), ("[\\w.]", "a._"), ("\\S", "aé0")])
        return text, lambda: r.choice(chars)


class Maker:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.names = self.r.sample(NAMES, 6)
        self.pattern = Pattern(self.r)
        self.defs = self.r.sample(DEFS, self.r.choice([0, 0, 1, 2, 3]))
        self.anchors, self.parts = {}, []
        self.schema = self.document()

    def chance(self, p):
        return self.r.random() < p

    # ---- schemas

    def document(self):
        """A whole one: what references may lead to first."""
        if self.chance(.06):
            return self.dynamic()
        for i, name in enumerate(self.defs):
            if self.chance(.3):
                self.anchors[name] = "anchor%d" % i
        if self.chance(.15):
            self.parts.append("part.json")
        made = {name: self.definition(i, name) for i, name in enumerate(self.defs)}
        for part in self.parts:
            made["embedded"] = self.embedded(part)
        root = self.any(3, 0)
        if isinstance(root, dict):
            if made:
                root["$defs"] = made
            if self.chance(.3):
                root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
        return root

    def definition(self, i, name):
        made = self.any(2, i + 1)
        if name in self.anchors:
            made = made if isinstance(made, dict) else {}
            made[self.r.choice(["$anchor", "$dynamicAnchor"])] = self.anchors[name]
        return made

    def embedded(self, part):
        """A resource of its own: its local references are its own as well."""
        return {"$id": part, "$anchor": "here", "$ref": self.r.choice(["#/$defs/more", "#more", part + "#more"]),
                "$defs": {"more": dict(self.number(), **{"$anchor": "more"}), "one": self.string()}}

    def ref(self, first):
        """A reference to one of the definitions from `first` on, or None."""
        if self.parts and self.chance(.2):
            return self.r.choice(["part.json", "part.json#here", "part.json#/$defs/one", "#/$defs/embedded"])
        if not self.defs[first:]:
            return None
        name = self.r.choice(self.defs[first:])
        if name in self.anchors and self.chance(.6):
            return "#" + self.anchors[name]
        return "#/$defs/" + quote(name.replace("~", "~0").replace("/", "~1"), safe="~")

    def dynamic(self):
        """Resources that refer to one another, and at the end of the way a reference that depends on it."""
        names = ["outer", "middle", "tree"][self.chance(.5):]
        made = {}
        for i, name in enumerate(names):
            one = {"$id": name, "type": "object"}
            last = i == len(names) - 1
            if last or self.chance(.7):
                one[self.r.choice(["$dynamicAnchor"] * 4 + ["$anchor"])] = "node"
            if last:
                down = {"$dynamicRef": self.r.choice(["#node", "#node", "tree#node", "#/$defs/item"])}
                one["$defs"] = {"item": {"type": "object"}}
                one["properties"] = {"data": self.leaf(), "kids": {"type": "array", "items": down}, "next": down}
            else:
                one["$ref"] = names[i + 1]
                one.update(self.r.choice([{"required": ["data"]}, {"maxProperties": 2}, {"unevaluatedProperties": False},
                                          {"properties": {"extra": self.leaf()}}, {}]))
            made[name] = one
        root = made.pop(names[0])
        root["$id"] = schema_peer.ROOT
        root.setdefault("$defs", {}).update(made)
        return root

    def any(self, depth, first):
        """A schema. References to definitions before `first` only below a member."""
        roll = self.r.random()
        if roll < .03:
            return self.chance(.7)
        if depth <= 0:
            return self.leaf()
        kind = self.r.choices([self.object, self.array, self.combined, self.referring, self.mixed,
                               lambda d, f: self.leaf()], [8, 5, 4, 3, 2, 3])[0]
        return self.decorated(kind(depth, first), depth, first)

    def leaf(self):
        return self.r.choices([self.string, self.number, self.listed, lambda: {"type": self.r.choice(TYPES)}, dict],
                              [5, 6, 4, 3, 1])[0]()

    def child(self, depth):
        """A schema below a member: any reference may stand there."""
        if self.defs and self.chance(.12):
            return {"$ref": self.ref(0) if self.chance(.8) else "#"}
        return self.any(depth - 1, 0)

    def string(self):
        made = {"type": "string"} if self.chance(.9) else {}
        if self.chance(.4):
            made["minLength"] = self.r.choice([0, 1, 2, 3, Decimal("2.0")])
        if self.chance(.4):
            made["maxLength"] = self.r.choice([2, 3, 4, 6, Decimal("3.0")])
        if self.chance(.4):
            made["pattern"] = self.pattern.make()
        if self.chance(.1):
            made["format"] = self.r.choice(FORMATS)
        if self.chance(.05):
            made.update({"contentEncoding": "base64", "contentMediaType": "application/json", "contentSchema": False})
        return made

    def number(self):
        made = {"type": self.r.choice(["number", "number", "integer"])} if self.chance(.9) else {}
        if self.chance(.35):
            made[self.r.choice(["minimum", "exclusiveMinimum"])] = self.r.choice(NUMBERS)
        if self.chance(.35):
            made[self.r.choice(["maximum", "exclusiveMaximum"])] = self.r.choice(NUMBERS)
        if self.chance(.25):
            made["multipleOf"] = self.r.choice(STEPS)
        return made

    def listed(self):
        if self.chance(.5):
            return {"const": self.anything(2)}
        return {"enum": [self.anything(2) for _ in range(self.r.randint(1, 4))]}

    def bounds(self, made, what):
        if self.chance(.2):
            made["min" + what] = self.r.choice([0, 1, 2])
        if self.chance(.2):
            made["max" + what] = self.r.choice([1, 2, 3, 5, Decimal("4.0")])

    def object(self, depth, first):
        made = {"type": "object"} if self.chance(.8) else {}
        names = self.r.sample(self.names, self.r.randint(0, 4))
        if names:
            made["properties"] = {name: self.child(depth) for name in names}
        if self.chance(.5):
            made["required"] = self.r.sample(names or self.names, min(len(names or self.names), self.r.randint(0, 2)))
        if self.chance(.2):
            made["patternProperties"] = {self.pattern.make(): self.child(depth) for _ in range(self.r.randint(1, 2))}
        if self.chance(.3):
            made["additionalProperties"] = self.chance(.1) if self.chance(.6) else self.child(depth)
        elif self.chance(.35):
            self.unevaluated(made, "Properties", depth, first)
        if self.chance(.12):
            made["propertyNames"] = self.r.choice([{"maxLength": 3}, {"minLength": 1}, {"enum": names + ["a", "b"]},
                                                   {"pattern": self.pattern.make()}])
        if self.chance(.12):
            made["dependentRequired"] = {name: self.r.sample(self.names, self.r.randint(0, 2))
                                         for name in self.r.sample(self.names, 2)}
        if self.chance(.12):
            made["dependentSchemas"] = {self.r.choice(self.names): self.any(depth - 1, first)}
        self.bounds(made, "Properties")
        return made

    def array(self, depth, first):
        made = {"type": "array"} if self.chance(.8) else {}
        if self.chance(.35):
            made["prefixItems"] = [self.child(depth) for _ in range(self.r.randint(1, 3))]
        if self.chance(.5):
            made["items"] = self.chance(.3) if self.chance(.15) else self.child(depth)
        elif self.chance(.4):
            self.unevaluated(made, "Items", depth, first)
        if self.chance(.25):
            made["contains"] = self.child(depth)
            if self.chance(.4):
                made["minContains"] = self.r.choice([0, 1, 2, Decimal("2.0")])
            if self.chance(.3):
                made["maxContains"] = self.r.choice([1, 2, 3])
        if self.chance(.25):
            made["uniqueItems"] = self.chance(.9)
        self.bounds(made, "Items")
        return made

    def unevaluated(self, made, what, depth, first):
        """What is left over, and schemas in place that see some of it."""
        made["unevaluated" + what] = self.chance(.1) if self.chance(.7) else self.leaf()
        if depth <= 0:
            return
        like = self.object if what == "Properties" else self.array
        for keyword in self.r.sample(["allOf", "anyOf", "oneOf"], self.r.randint(0, 2)):
            made[keyword] = [like(depth - 1, first) for _ in range(self.r.randint(1, 2))]
        if self.chance(.3):
            self.condition(made, lambda: like(depth - 1, first))

    def condition(self, made, what):
        made["if"] = what()
        for keyword in ("then", "else"):
            if self.chance(.7):
                made[keyword] = what()

    def combined(self, depth, first):
        keyword = self.r.choice(["allOf", "anyOf", "anyOf", "oneOf", "oneOf", "not", "if"])
        made = {}
        if keyword == "not":
            made["not"] = self.any(depth - 1, first)
        elif keyword == "if":
            self.condition(made, lambda: self.any(depth - 1, first))
        elif keyword == "allOf":
            like = self.r.choice([lambda: self.object(depth - 1, first), self.number, self.string,
                                  lambda: self.array(depth - 1, first)])
            made["allOf"] = [like() for _ in range(self.r.randint(1, 3))]
        else:
            made[keyword] = [self.any(depth - 1, first) for _ in range(self.r.randint(1, 3))]
        return made

    def referring(self, depth, first):
        ref = self.ref(first)
        if ref is None:
            return self.combined(depth, first)
        return {"$dynamicRef" if self.chance(.15) else "$ref": ref}

    def mixed(self, depth, first):
        made = {"type": self.r.sample(TYPES, self.r.randint(1, 3))}
        for part in (self.number(), self.string(), self.array(depth - 1, first), self.object(depth - 1, first)):
            if self.chance(.5):
                made.update({key: value for key, value in part.items() if key != "type"})
        return made

    def decorated(self, made, depth, first):
        """With keywords beside that change little or nothing."""
        if self.chance(.06):
            made.update(self.r.choice([{"title": "t"}, {"description": "d", "deprecated": True}, {"default": {"$ref": "#/no"}},
                                       {"examples": [1]}, {"discriminator": {"propertyName": "a"}}, {"$comment": "c"},
                                       {"x-note": {"type": "string"}}, {"readOnly": True}, {"nullable": True}]))
        if self.chance(.08):
            for key, value in self.referring(depth, first).items():
                made.setdefault(key, value)
        if self.chance(.05):
            for key, value in self.r.choice([self.string, self.number])().items():
                made.setdefault(key, value)
        if self.chance(.05):
            made.setdefault("not", self.leaf())
        if "if" not in made and self.chance(.03):
            made["then"] = False
        keys = list(made)
        self.r.shuffle(keys)
        return {key: made[key] for key in keys}

    # ---- instances

    def anything(self, depth):
        kind = self.r.randrange(7 if depth > 0 else 5)
        if kind < 3:
            return self.r.choice([None, True, False, *self.r.sample(NUMBERS, 4), 0, 1, Decimal("1.0")])
        if kind < 5:
            return self.letters(self.r.randrange(5)) if self.chance(.5) else self.r.choice(["", "a", "b", "é", "ab0"])
        if kind == 5:
            return [self.anything(depth - 1) for _ in range(self.r.randrange(3))]
        return {name: self.anything(depth - 1) for name in self.r.sample(self.names, self.r.randrange(3))}

    def letters(self, n):
        return "".join(self.r.choice(LETTERS) for _ in range(n))

    def instances(self, count):
        """Half of them as good as we can make them, half of them with something changed."""
        want = Wanted(self)
        for i in range(count):
            value = want.value(self.schema, 5)
            if i % 2 or self.chance(.1):
                for _ in range(self.r.choice([1, 1, 1, 2])):
                    value = self.changed(value)
            yield value

    def changed(self, value):
        """The value with one thing in it changed."""
        if isinstance(value, list) and value and self.chance(.7):
            i = self.r.randrange(len(value))
            return value[:i] + [self.changed(value[i])] + value[i + 1:]
        if isinstance(value, dict) and value and self.chance(.7):
            name = self.r.choice(list(value))
            return dict(value, **{name: self.changed(value[name])})
        return self.changed_here(value)

    def changed_here(self, value):
        roll = self.r.random()
        if roll < .12:
            return self.anything(2)
        if isinstance(value, bool):
            return self.r.choice([int(value), not value, None])
        if isinstance(value, str):
            return self.r.choice([value + self.letters(1), value[1:], value[:-1], value * 2, self.letters(len(value))])
        if isinstance(value, (int, Decimal)):
            return number(Fraction(value) + self.r.choice([1, -1, Fraction(1, 10), Fraction(1, 10**9), 10**20]))
        if isinstance(value, list):
            more = self.r.choice(value) if value and self.chance(.5) else self.anything(2)
            return self.r.choice([value + [more], value[1:], value[:-1], [more] + value, {}])
        if isinstance(value, dict):
            if value and self.chance(.5):
                gone = self.r.choice(list(value))
                return {key: each for key, each in value.items() if key != gone}
            return dict(value, **{self.r.choice(self.names + NAMES): self.anything(2)})
        return self.anything(1)


def number(fraction):
    """An int, or a Decimal with all digits; for fractions that end."""
    shift = 0
    while fraction.denominator != 1 and shift < 400:
        fraction, shift = fraction * 10, shift + 1
    return Decimal((fraction < 0, tuple(map(int, str(abs(int(fraction))))), -shift)) if shift else int(fraction)


class Wanted:
    """What several schemas at one place want of a value, and a value that is about that."""

    def __init__(self, maker):
        self.maker, self.r = maker, maker.r
        self.resources = schema_peer.Resources(maker.schema)

    def value(self, schema, fuel):
        wishes = []
        if not self.gather(schema, wishes, fuel + 4):
            return self.maker.anything(1)
        return self.made(wishes, fuel)

    def gather(self, schema, wishes, fuel):
        """Adds to `wishes` the schemas that hold at this place, one way of each choice; false when nothing can be valid."""
        if schema is False:
            return False
        if schema is True or fuel <= 0:
            return True
        wishes.append(schema)
        more = [each for each in schema.get("allOf", ())]
        more += [self.resources.target(schema, schema[key])[0] for key in ("$ref", "$dynamicRef") if key in schema]
        more += [self.r.choice(schema[key]) for key in ("anyOf", "oneOf") if schema.get(key)]
        if "if" in schema:
            more += [schema["if"], schema.get("then", True)] if self.r.random() < .6 else [schema.get("else", True)]
        more += [each for name, each in schema.get("dependentSchemas", {}).items() if self.r.random() < .2]
        return all([self.gather(each, wishes, fuel - 1) for each in more])

    def all(self, wishes, keyword):
        return [wish[keyword] for wish in wishes if keyword in wish]

    def made(self, wishes, fuel):
        fixed = self.all(wishes, "const") + [self.r.choice(each) for each in self.all(wishes, "enum")]
        if fixed:
            return self.r.choice(fixed)
        types = set(TYPES)
        for each in self.all(wishes, "type"):
            each = set([each] if isinstance(each, str) else each)
            types &= each | ({"integer"} if "number" in each else set())
        if len(types) == len(TYPES):
            types = self.guessed(wishes) or types
        kind = self.r.choice(sorted(types) or TYPES)
        if fuel <= 0 and kind in ("array", "object"):
            return [] if kind == "array" else {}
        return getattr(self, "a_" + kind)(wishes, fuel)

    def guessed(self, wishes):
        """The types of which the keywords speak."""
        keys = {key for wish in wishes for key in wish}
        about = {"string": {"minLength", "maxLength", "pattern"}, "number": {"minimum", "maximum", "multipleOf"},
                 "array": {"items", "prefixItems", "contains", "minItems", "unevaluatedItems"},
                 "object": {"properties", "required", "patternProperties", "additionalProperties", "minProperties"}}
        return {kind for kind, those in about.items() if keys & those and self.r.random() < .9}

    def a_null(self, _wishes, _fuel):
        return None

    def a_boolean(self, _wishes, _fuel):
        return self.r.random() < .5

    def a_integer(self, wishes, fuel):
        value = Fraction(self.a_number(wishes, fuel))
        return number(Fraction(-(-value // 1)))

    def a_number(self, wishes, _fuel):
        low = [Fraction(each) for key in ("minimum", "exclusiveMinimum") for each in self.all(wishes, key)]
        high = [Fraction(each) for key in ("maximum", "exclusiveMaximum") for each in self.all(wishes, key)]
        steps = [Fraction(each) for each in self.all(wishes, "multipleOf")]
        value = Fraction(self.r.choice([0, 1, 2, 7, Fraction(1, 2), Fraction(1, 10)]))
        if low and high and self.r.random() < .5:
            value = (max(low) + min(high)) / 2
        elif low and (not high or self.r.random() < .5):
            value = max(low) + self.r.choice([0, 1, Fraction(1, 100)])
        elif high:
            value = min(high) - self.r.choice([0, 1, Fraction(1, 100)])
        if steps:
            value = -(-value // steps[0]) * steps[0] + steps[0] * self.r.choice([0, 0, 1])
            for step in steps[1:]:
                value *= step
        return number(value)

    def a_string(self, wishes, _fuel):
        patterns = self.all(wishes, "pattern")
        least = int(max(self.all(wishes, "minLength"), default=0))
        most = int(min(self.all(wishes, "maxLength"), default=least + 3))
        value = "".join(self.maker.pattern.sample(each) for each in patterns[:1])
        if not patterns:
            value = self.maker.letters(self.r.randint(least, max(least, most)))
        return value + self.maker.letters(least - len(value))

    def a_array(self, wishes, fuel):
        prefix = [each for one in self.all(wishes, "prefixItems")[:1] for each in one]
        rest = [each for key in ("items", "unevaluatedItems") for each in self.all(wishes, key)]
        least = int(max(self.all(wishes, "minItems"), default=0))
        most = int(min(self.all(wishes, "maxItems"), default=4))
        count = self.r.randint(least, max(least, min(most, least + 3)))
        if any(each is False for each in rest):
            count = min(count, len(prefix))
        value = [self.value(prefix[i] if i < len(prefix) else rest[0] if rest else True, fuel - 1) for i in range(count)]
        for wish in wishes:
            if "contains" in wish and count < most:
                value += [self.value(wish["contains"], fuel - 1) for _ in range(int(wish.get("minContains", 1)))]
        if any(self.all(wishes, "uniqueItems")) and self.r.random() < .9:
            value = list({schema_peer.plain(each): each for each in value}.values())
        return value

    def a_object(self, wishes, fuel):
        places = {}
        for each in self.all(wishes, "properties"):
            for name, schema in each.items():
                places.setdefault(name, []).append(schema)
        needed = [name for each in self.all(wishes, "required") for name in each]
        names = dict.fromkeys(needed)
        names.update(dict.fromkeys(name for name in places if self.r.random() < .6 and False not in places[name]))
        for each in self.all(wishes, "dependentRequired"):
            for name in list(names):
                names.update(dict.fromkeys(each.get(name, ())))
        for each in self.all(wishes, "patternProperties"):
            for pattern, schema in each.items():
                if self.r.random() < .4:
                    name = self.maker.pattern.sample(pattern)
                    names[name] = None
                    places.setdefault(name, []).append(schema)
        least = int(max(self.all(wishes, "minProperties"), default=0))
        rest = [each for key in ("additionalProperties", "unevaluatedProperties") for each in self.all(wishes, key)]
        while len(names) < least or self.r.random() < (.05 if False in rest else .25):
            names[self.r.choice(NAMES)] = None
        most = int(min(self.all(wishes, "maxProperties"), default=99))
        chosen = list(names)[:max(most, len(set(needed)))]
        return {name: self.value({"allOf": places[name]} if len(places.get(name, ())) > 1 else
                                 places[name][0] if name in places else rest[0] if rest else True, fuel - 1)
                for name in chosen}


# ---------------------------------------------------------------------------------------------
# Spelling


class Speller:
    """Writes values as JSON, each in one of its many spellings."""

    def __init__(self, seed):
        self.r = random.Random(seed)

    def dump(self, value):
        if isinstance(value, dict):
            return "{%s}" % self.list("%s:%s%s" % (self.string(k), self.space(), self.dump(v)) for k, v in value.items())
        if isinstance(value, list):
            return "[%s]" % self.list(map(self.dump, value))
        if isinstance(value, str):
            return self.string(value)
        if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
            return self.number(value)
        return json.dumps(value)

    def space(self):
        return self.r.choice(["", "", "", " ", "\t"])

    def list(self, texts):
        return self.space() + ("," + self.space()).join(texts)

    def string(self, value):
        if self.r.random() < .8:
            return json.dumps(value, ensure_ascii=self.r.random() < .5)
        return '"%s"' % "".join(self.letter(c) for c in value)

    def letter(self, c):
        if self.r.random() < .3:
            return "\\/" if c == "/" else "".join("\\u%02x%02X" % tuple(pair) for pair in pairs(c.encode("utf-16-be")))
        return json.dumps(c, ensure_ascii=False)[1:-1]

    def number(self, value):
        if self.r.random() < .7:
            return str(value)
        sign, digits, exponent = Decimal(value).as_tuple()
        digits = "".join(map(str, digits))
        shift = self.r.randint(-2, 2)
        if shift > 0:
            digits += "0" * shift
        elif shift < 0:
            digits = digits.rjust(1 - shift, "0")
            digits = (digits[:shift].lstrip("0") or "0") + "." + digits[shift:]
        return "%s%s%s%+d" % ("-" * sign, digits if "." in digits else digits.lstrip("0") or "0", self.r.choice("eE"),
                              exponent - shift)


def pairs(data):
    return zip(data[::2], data[1::2])
