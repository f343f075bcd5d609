# SPDX-License-Identifier: MIT
"""An independent judge of JSON Schema 2020-12: python3-jsonschema, mended where it is known to be wrong.

It was written against 4.10.3, Debian 12's, which goes wrong in these places. What we do instead:

    numbers         floats: 0.3 is no multiple of 0.1, and a long number loses its digits. Ours are Decimal and int,
                    multipleOf divides fractions, and 1.0 is an integer.
    enum            [true] is in [[1]]. Compared by a form in which only equal values are equal.
    uniqueItems     sorts what has no order, and then overlooks equal neighbours. The same form.
    pattern         the dialect is Python's: \\d, \\w, \\s, \\b, . and $ are written out for it. The generator uses
                    what means the same in both then; lone surrogates are no JSON for seam and are not made.
    $ref            loses its way among embedded resources (an $anchor of the same name in another one, a pointer
                    through a relative $id). Looked up in our own table of resources.
    $dynamicRef     joins names with URIs of the scope, and takes what happens to be there. The same table, and a scope
                    that is a list of resources.
    unevaluated*    overlooks dynamic references and nested unevaluated*, takes additionalProperties for properties, and
                    drops what `contains` saw. Written anew, from the specification.

All other keywords, and the way of errors through them, are its own."""
import re
from decimal import Decimal
from fractions import Fraction
from urllib.parse import unquote, urldefrag, urljoin

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

ROOT = "https://seam.test/root"
ONE = {"not", "if", "then", "else", "items", "contains", "additionalProperties", "propertyNames",
       "unevaluatedItems", "unevaluatedProperties", "contentSchema"}
LIST = {"allOf", "anyOf", "oneOf", "prefixItems"}
MAP = {"properties", "patternProperties", "$defs", "dependentSchemas"}


def below(schema):
    """The schemas right below one: their keyword, the way from it, and they."""
    for keyword, value in schema.items() if isinstance(schema, dict) else ():
        if keyword in ONE:
            yield keyword, (), value
        elif keyword in LIST:
            yield from ((keyword, (i,), each) for i, each in enumerate(value))
        elif keyword in MAP:
            yield from ((keyword, (name,), each) for name, each in value.items())


def pointer(path):
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def follow(value, text):
    """What a JSON pointer finds; LookupError or ValueError when it is nothing."""
    for step in text.split("/")[1:]:
        step = step.replace("~1", "/").replace("~0", "~")
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


class Resources:
    """Where references of a schema lead."""

    def __init__(self, schema):
        self.root, self.anchors, self.dynamic, self.home = {}, {}, {}, {}
        self.add(schema, ROOT)

    def add(self, schema, home):
        if not isinstance(schema, dict):
            return
        if "$id" in schema:
            home = urljoin(home, schema["$id"])
        if home not in self.root:
            self.root[home], self.anchors[home], self.dynamic[home] = schema, {}, {}
        self.home[id(schema)] = home
        for keyword in ("$anchor", "$dynamicAnchor"):
            if keyword in schema:
                self.anchors[home][schema[keyword]] = schema
        if "$dynamicAnchor" in schema:
            self.dynamic[home][schema["$dynamicAnchor"]] = schema
        for _, _, each in below(schema):
            self.add(each, home)

    def target(self, schema, ref, scope=None):
        """The schema that `ref` in `schema` means, and its resource; with a scope, `ref` is a dynamic one."""
        home, fragment = urldefrag(urljoin(self.home[id(schema)], ref))
        fragment = unquote(fragment)
        if fragment and not fragment.startswith("/"):
            found = self.anchors[home][fragment]
            if scope is not None and self.dynamic[home].get(fragment) is found:
                home = next(each for each in scope + [home] if fragment in self.dynamic[each])
                found = self.dynamic[home][fragment]
            return found, home
        found = follow(self.root[home], fragment)
        return found, self.home.get(id(found), home)


# ---------------------------------------------------------------------------------------------
# Patterns

WORD = "A-Za-z0-9_"
SPACE = "\\t\\n\\v\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff"
ESCAPES = {"d": "[0-9]", "D": "[^0-9]", "w": "[%s]" % WORD, "W": "[^%s]" % WORD, "s": "[%s]" % SPACE,
           "S": "[^%s]" % SPACE, "/": "/",
           "b": "(?:(?<=[{0}])(?![{0}])|(?<![{0}])(?=[{0}]))".format(WORD)}
IN_CLASS = {"d": "0-9", "w": WORD, "s": SPACE, "/": "/"}
OUTSIDE = {".": "[^\\n\\r\\u2028\\u2029]", "$": "\\Z"}


def python_pattern(text):
    """An ECMA-262 pattern in Python's dialect, of those that the generator makes."""
    out, i, inside = [], 0, False
    while i < len(text):
        c = text[i]
        if c == "\\":
            i += 1
            out.append((IN_CLASS if inside else ESCAPES).get(text[i], "\\" + text[i]))
        else:
            inside = c == "[" or inside and c != "]"
            out.append(c if inside else OUTSIDE.get(c, c))
        i += 1
    return "".join(out)


def for_python(schema):
    """A copy with Python's patterns, and without $schema, which would bring its own validator back."""
    if not isinstance(schema, dict):
        return schema
    copy = {}
    for keyword, value in schema.items():
        if keyword in ONE:
            copy[keyword] = for_python(value)
        elif keyword in LIST:
            copy[keyword] = list(map(for_python, value))
        elif keyword in MAP:
            name = python_pattern if keyword == "patternProperties" else str
            copy[keyword] = {name(key): for_python(each) for key, each in value.items()}
        elif keyword == "pattern":
            copy[keyword] = python_pattern(value)
        elif keyword != "$schema":
            copy[keyword] = value
    return copy


# ---------------------------------------------------------------------------------------------
# Values


def is_number(_checker, value):
    return isinstance(value, (int, Decimal)) and not isinstance(value, bool)


def is_integer(_checker, value):
    return is_number(None, value) and (isinstance(value, int) or value == value.to_integral_value())


def plain(value):
    """A form that is the same for equal values, and can be hashed."""
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return type(value).__name__, value
    if isinstance(value, list):
        return "array", tuple(map(plain, value))
    if isinstance(value, dict):
        return "object", frozenset((key, plain(each)) for key, each in value.items())
    return "number", Fraction(value)


def enum(_validator, values, instance, _schema):
    if plain(instance) not in map(plain, values):
        yield ValidationError("not one of the enum")


def const(_validator, value, instance, _schema):
    if plain(instance) != plain(value):
        yield ValidationError("not the const")


def unique_items(validator, wanted, instance, _schema):
    if wanted and validator.is_type(instance, "array") and len(set(map(plain, instance))) < len(instance):
        yield ValidationError("not unique")


def multiple_of(validator, step, instance, _schema):
    if validator.is_type(instance, "number") and (Fraction(instance) / Fraction(step)).denominator != 1:
        yield ValidationError("not a multiple")


# ---------------------------------------------------------------------------------------------
# The judge

TYPES = Draft202012Validator.TYPE_CHECKER.redefine("number", is_number).redefine("integer", is_integer)


def whole(value):
    """The value with 2.0 as 2: the metaschema's validator knows no Decimal."""
    if isinstance(value, dict):
        return {key: whole(each) for key, each in value.items()}
    if isinstance(value, list):
        return list(map(whole, value))
    return number_of(value) if isinstance(value, Decimal) else value


def number_of(value):
    return int(value) if is_integer(None, value) and value.adjusted() < 99 else float(value)


def is_schema(value):
    return Draft202012Validator(Draft202012Validator.META_SCHEMA).is_valid(whole(value))


class Judge:
    """One schema, as read by validate.load()."""

    def __init__(self, schema):
        self.schema = for_python(schema)
        self.resources = Resources(self.schema)
        self.scope = [self.resources.home.get(id(self.schema), ROOT)]
        self.validator = extend(Draft202012Validator, {
            "$ref": self.ref, "$dynamicRef": self.dynamic_ref, "enum": enum, "const": const,
            "uniqueItems": unique_items, "multipleOf": multiple_of,
            "unevaluatedProperties": self.unevaluated_properties,
            "unevaluatedItems": self.unevaluated_items}, type_checker=TYPES)(self.schema)

    def errors(self, instance):
        return list(self.validator.iter_errors(instance))

    def within(self, target, do):
        """do(schema) in the scope of a reference's target."""
        found, home = target
        self.scope.append(home)
        try:
            return do(found)
        finally:
            self.scope.pop()

    def ref(self, validator, ref, instance, schema):
        return self.within(self.resources.target(schema, ref),
                           lambda found: list(validator.descend(instance, found)))

    def dynamic_ref(self, validator, ref, instance, schema):
        return self.within(self.resources.target(schema, ref, self.scope),
                           lambda found: list(validator.descend(instance, found)))

    def unevaluated_properties(self, validator, rest, instance, schema):
        if not validator.is_type(instance, "object"):
            return
        seen = self.seen(validator, instance, {k: v for k, v in schema.items() if k != "unevaluatedProperties"}, schema)
        for name in instance:
            if name not in seen:
                yield from validator.descend(instance[name], rest, path=name)

    def unevaluated_items(self, validator, rest, instance, schema):
        if not validator.is_type(instance, "array"):
            return
        seen = self.seen(validator, instance, {k: v for k, v in schema.items() if k != "unevaluatedItems"}, schema)
        for i, each in enumerate(instance):
            if i not in seen:
                yield from validator.descend(each, rest, path=i)

    def seen(self, validator, instance, schema, original=None):
        """The names or places of `instance` that a schema which takes it has evaluated. `original` is the one whose
        references those are."""
        if not isinstance(schema, dict):
            return set()
        found = own(validator, instance, schema)

        def more(each):
            if validator.evolve(schema=each).is_valid(instance):
                found.update(self.seen(validator, instance, each))

        for keyword, scope in (("$ref", None), ("$dynamicRef", self.scope)):
            if keyword in schema:
                self.within(self.resources.target(original or schema, schema[keyword], scope), more)
        for keyword in ("allOf", "anyOf", "oneOf"):
            for each in schema.get(keyword, ()):
                more(each)
        for name, each in schema.get("dependentSchemas", {}).items():
            if isinstance(instance, dict) and name in instance:
                more(each)
        if "if" in schema:
            more(schema["if"])
            taken = validator.evolve(schema=schema["if"]).is_valid(instance)
            more(schema.get("then" if taken else "else", True))
        return found


def own(validator, instance, schema):
    """What the keywords of a schema, without those of the schemas beside it, evaluate."""
    found = set()
    if isinstance(instance, dict):
        if "additionalProperties" in schema or "unevaluatedProperties" in schema:
            return set(instance)
        found.update(name for name in schema.get("properties", {}) if name in instance)
        found.update(name for name in instance for p in schema.get("patternProperties", {}) if re.search(p, name))
    elif isinstance(instance, list):
        if "items" in schema or "unevaluatedItems" in schema:
            return set(range(len(instance)))
        found.update(range(min(len(instance), len(schema.get("prefixItems", ())))))
        if "contains" in schema:
            one = validator.evolve(schema=schema["contains"])
            found.update(i for i, each in enumerate(instance) if one.is_valid(each))
    return found


# ---------------------------------------------------------------------------------------------
# Where it is wrong

MEMBERS = {"additionalProperties", "items", "contains", "minContains", "maxContains"}


def leaves(error):
    """An error, and those it comes from."""
    yield error
    for each in error.context or ():
        yield from leaves(each)


def places(errors):
    """Where, as JSON pointers. Of a keyword that judges members the members count as well: this judge names the whole,
    others name the member."""
    found = set()
    for leaf in (leaf for error in errors for leaf in leaves(error)):
        path = list(leaf.absolute_path)
        found.add(pointer(path))
        if "propertyNames" in leaf.absolute_schema_path and isinstance(leaf.instance, str):
            found.add(pointer(path + [leaf.instance]))
        elif leaf.validator in MEMBERS:
            steps = range(len(leaf.instance)) if isinstance(leaf.instance, list) else leaf.instance
            found.update(pointer(path + [step]) for step in steps)
    return found
