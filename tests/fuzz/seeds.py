#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""seeds.py FUZZER FOLDER: what a fuzzer that takes more than plain files begins with, lines each. Cases of the JSON Schema
suite, if it is here, the samples and contracts in fixtures/, offers of its recordings, what the generators of
tests/oracle make, and what happens to a console."""
import copy
import glob
import hashlib
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "..", ".."))
FIXTURES = os.path.join(ROOT, "fixtures")
sys.path.insert(0, os.path.join(ROOT, "tests", "oracle"))
sys.dont_write_bytecode = True
RANDOM = 300                    # schemas
OFFERS = 20                     # of one recording and edge


def cases():
    """(schema, instance), and what the references of the schema find."""
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
                yield content["schema"], test["data"], schema, validate.dump(test["data"]), other


def suite():
    yield from (case[2:] for case in cases())


def chain():
    """One document leads to the next, and that to the next."""
    for length in (1, 40, 200):
        yield '{"$ref":"http://localhost:1234/a/"}', "1", '{"$ref":"%s/"}' % ("a" * length)


def samples():
    import validate
    for path in glob.glob(os.path.join(FIXTURES, "schemas", "*.cases.jsonl")):
        schema = validate.dump(validate.load_file(path.replace(".cases.jsonl", ".json")))
        with open(path, encoding="utf-8") as lines:
            yield from ((schema, validate.dump(validate.load(line)["instance"]), "") for line in lines)


def made():
    import schema_maker
    for number in range(RANDOM):
        maker, speller = schema_maker.Maker("seed.%d" % number), schema_maker.Speller(number)
        schema = speller.dump(maker.schema)
        yield from ((schema, speller.dump(instance), "") for instance in maker.instances(4))


def rounds():
    """References that lead back to themselves."""
    for schema in ('{"$ref":"#"}', '{"allOf":[{"$ref":"#"}]}', '{"properties":{"a":{"$ref":"#"}}}',
                   '{"$ref":"#/$defs/a","$defs":{"a":{"anyOf":[true,{"$ref":"#/$defs/b"}]},"b":{"$ref":"#/$defs/a"}}}'):
        yield schema, '{"a":{"a":1}}', ""


def older():
    """What earlier drafts had."""
    for value in ('["b"]', "[1]", '[["b"]]', "[]", "{}", "1"):
        yield '{"dependencies":{"a":%s},"definitions":{"d":%s}}' % (value, value), '{"a":1}', ""


def texts():
    """Names that stand twice, short, long and of many; numbers, escapes."""
    many = ",".join('"k%d":%d' % (n, n) for n in range(70))
    yield from (("{%s,%s:1}" % (many, name),) for name in ('"k0"', '"\\u006b0"', '"k70"', '"é"'))
    yield from (('{"%s":1,"%s":2}' % (name, name),) for name in ("a", "é" * 40, "🙂" * 60, "a" * 300))
    yield from ((text,) for text in ("1e400", "-0.0", "1" * 400, "[1e-400,1E+5]", '["\\ud83d\\ude00","\\ud83d"]', "[" * 70))


def patterns():
    """A pattern and a text; texts for the formats."""
    for schema, data, *_ in cases():
        if isinstance(schema, dict) and isinstance(data, str):
            yield schema.get("pattern", "a"), data
        elif isinstance(schema, dict) and isinstance(data, dict):
            yield from ((pattern, name) for pattern in schema.get("patternProperties", {}) for name in data)


def maker_patterns():
    import random
    import schema_maker
    for number in range(RANDOM):
        maker = schema_maker.Pattern(random.Random(number))
        pattern = maker.make()
        yield pattern, maker.sample(pattern)


# --- contracts ---------------------------------------------------------------------


def line(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def fixtures():
    for path in sorted(glob.glob(os.path.join(FIXTURES, "contracts", "*.json"))):
        with open(path, encoding="utf-8") as text:
            yield json.load(text)


def offers():
    """{(contract, from, to): [artifact]}"""
    found = {}
    for path in sorted(glob.glob(os.path.join(FIXTURES, "recordings", "*.jsonl.zst"))):
        events = subprocess.run(["zstd", "-dc", path], stdout=subprocess.PIPE, check=True).stdout
        for event in map(json.loads, events.splitlines()):
            data = event.get("data") or {}
            if event.get("type") == "seam.handoff.offered" and "artifact" in data:
                edge = found.setdefault((event.get("dataschema", ""), data.get("from"), data.get("to")), [])
                if len(edge) < OFFERS:
                    edge.append(line(data["artifact"]))
    return found


def real():
    """Each contract with itself and its other versions, and what was offered under it."""
    artifacts, contracts = offers(), list(fixtures())
    for was in contracts:
        uri = "contract:%s/%s" % (was["contract"], was["version"])
        some = [a for edge, all_of_it in artifacts.items() if edge[0] == uri for a in all_of_it[:4]]
        for new in contracts:
            if new["contract"] == was["contract"]:
                yield (line(was), line(new), *some)


OTHERS = (None, 1, "a", "/a~2", [], ["a", 1], {}, {"at": 1, "targets": [1]}, True)


def spoilt():
    """A contract with each member missing, or of another kind."""
    for good in fixtures():
        for name in list(good) + ["gate", "returns", "critical", "fan_out", "default", "targets", "review_below"]:
            for other in OTHERS if good["contract"] == "invoice-draft" else OTHERS[:2]:
                bad = dict(good, **{name: other})
                yield line(bad), line(good)
            yield line({k: v for k, v in good.items() if k != name}), line(good)


MEMBERS = [{"gate": "from"}, {"returns": "a/^1"}, {"critical": True}, {"fan_out": True}, {"default": True}, {"assert_format": True},
           {"on_violation": "hold"}, {"max_attempts": 1}, {"owners": {"a": "team"}}, {"summary": "{/a} of {/b}"},
           {"value": {"at": "/a", "unit": "EUR"}}, {"provenance": {"at": "/b"}}, {"evidence": ["/a", "/c"]},
           {"fallback": {"at": "/c", "targets": ["oncall"]}}, {"confidence": {"at": "/a", "review_below": 0.5}},
           {"scope": {"represents": "an a | b", "excludes": ["<c>"]}}, {"to": ["b", "c"]}]


LONG = "é" * 500


def offered():
    """Rules that say something of a fallback, a list, a long text; and what speaks of it."""
    schema = {"properties": {"a": {"type": "array", "description": LONG, "items": {"pattern": "^é"}}, "b": {"const": LONG}}}
    rules = {"fallback": {"at": "/c", "targets": ["oncall"]}, "owners": {"a": "team", "b": "two"}, "summary": "{/a}{/b}, {/d}",
             "scope": {"represents": LONG, "excludes": ["a|b"]}, "confidence": {"review_below": 0.5}, "evidence": ["/a b", "/a"]}
    backs = [{"action": action, "after_seconds": after, "target": target} for action in ("queue", "stop", "", 1)
             for after in (60, 0, 1.5) for target in ("oncall", "team", "nobody", None, "a b", 1)]
    backs += ["escalate_to_%s_if_not_progressed_within_%s" % ends for ends in (
        ("two", "5m"), ("x y", "1h"), ("", "1s"), ("a", "0s"), ("a", "99999999s"), ("a", "m"), ("a" * 65, "1s"))]
    for back in backs:
        some = {"a": [LONG, 1, None], "b": LONG, "c": back, "confidence": 0.4, "n" * 300: 1}
        yield (wrapped(schema, 0, rules), wrapped(True, 1, rules), line(some), line(dict(some, d="see inc-2026-17 again")),
               line({"e": "inc-2026-17", "f": ["inc-2026"], "g": {"h": {"i": {"j": 1}}}}), '"text"')


def free():
    """Schemas that say little of a text."""
    ref = {"$ref": "#/$defs/t", "$defs": {"t": {"type": "string", "minLength": 1}}}
    for schema in (True, {"type": "string"}, {"anyOf": [{"type": "string"}, False]}, {"oneOf": [True, {"format": "date"}]},
                   {"allOf": [True, {"type": ["string", "null"]}]}, ref, {"$ref": "a"}, {"anyOf": [{"maxLength": 1}]}):
        yield wrapped(schema, 0), wrapped(False, 1), '"a text"', '""'


def wrapped(schema, minor, *members):
    contract = {"contract": "a", "version": "1.%d.0" % minor, "from": ["a"], "to": ["b"], "scope": {}, "schema": schema,
                "confidence": {}, "fallback": {}}
    for some in members:
        contract.update(copy.deepcopy(some))
    return line(contract)


def versions():
    """Two versions of a random schema, and what one of them probably admits."""
    import test_diff
    gen = test_diff.Schemas(1)
    for number in range(RANDOM):
        was = gen.root()
        new = gen.next(was)
        some = (line(gen.value(gen.one(was, new), was, True)) for _ in range(6))
        yield (wrapped(was, 0, MEMBERS[number % len(MEMBERS)]),
               wrapped(new, 1, *gen.r.sample(MEMBERS, gen.r.randrange(4))), *some)


# --- what was seen -------------------------------------------------------------------


def seen():
    for some in offers().values():
        for times in "\x00\x08\x45":
            yield (times, *some)


def seen_made():
    import test_diff
    gen = test_diff.Schemas(2)
    for number in range(RANDOM):
        schema = gen.root()
        yield (chr(number % 70), *(line(gen.value(schema, schema, True)) for _ in range(8)))


def seen_texts():
    texts = ["2026-05-01", "2026-05-01T03:12:07Z", "0a1b2c3d-1111-4222-8333-444455556666", "https://x.test/a", "a@x.test",
             "order:17", "9025", "bbf2771", "inc-2026-04", "stop_if_not_progressed_within_30m", "a", "", "EUR"]
    for text in texts:
        for times in "\x00\x18":
            yield times, line({"a": text, "confidence": 0.5}), line({"a": text, "l": [text], text: 1})
            yield times, line({"n": {text + str(n): n for n in range(12)}}), line([text, None, -1.5, 10 ** 20])


def seen_keys():
    """Keys that are data, in objects and by themselves."""
    for of in ({"a": 1}, [1, "x"], "order:17", 0.5, None):
        keys = ["inc-2026-%03d" % n for n in range(14)]
        yield ("\x04", *(line({key: of, "same": {key: {"to": of, "n": [n]}}}) for n, key in enumerate(keys)))
        yield ("\x01", *(line({key: of, "x" + key: of}) for key in keys))
        yield ("\x00", *(line({key: {"n%d" % (n % 9): {"k%d" % n: of, key: n}, key: of, "x": {key: -n}}})
                        for n, key in enumerate(keys * 3)))
        yield ("\x00", *(line([{chr(97 + n) * 3: of, chr(98 + n) * 2: of}]) for n in range(20)))


# --- hellos ----------------------------------------------------------------------------

RANGES = ["^1.2", "~1.2.3", "1.x", "*", ">=1", "<2.0.0", "1.2 - 2.3", "^1 || ^2", ">=1.2.0 <1.3.0||3", "^0.0.3", "=v1.2.3", "~>1",
          "x.1", "<0", "1.2.3-rc.1", "01.2.3", "1.2.3+b", ">1.x", "999999999.999999999.999999999", "1234567890", "<=1.2", ">0",
          "||".join("%d" % n for n in range(17))]


def hellos():
    force = ["c x %s planner reviewer deployer" % v for v in ("1.2.0", "1.3.0", "2.0.0", "2.1.0")]
    force += ["c x 3.0.0 planner auditor", "c lone 1.0.0 planner nobody"]
    for text in RANGES:
        short = text.replace(" ", "")
        yield (*force, "t reviewer x/%s y" % short, "t deployer x/^1 x/^2", "s planner x/%s x lone/1 z" % short,
               "s writer x", "a reviewer x/%s lone" % short, text)
    yield (*("c x %d.0.0 a b" % n for n in range(9)), "s a x/^99", "t b x/^1", "s a x/^8 x/^1.z X!")


# --- consoles -----------------------------------------------------------------------------

FILTERS = ["conf<.7 edge:billing>ledger !agent:kyc reason:~timeout /artifact/amount/value>1000", "due<5m or age>=2h", "value>1000",
           'text:"a b",c or !state=held,dead', "version>=1.4.0", "time>03:04 time<2026-11-21T04", '/lines/*/tax=19 /note=null', "fallback=\"\"",
           "a>b", "reason:~(a|b)*c$", "@mine or !@other", "count>3 tag:x by=mira incident:inc-1 attempt>1 fault:late violation:/a standing=dead",
           "!!a", 'a"b c"d', "cnof<1", "conf<x", "or or", "/", "!", ":", "/a~1b/~0", "edge:>", "!/amount", "state:~[[:alpha:]]+", ",".join("a" * 20)]
ARTIFACT = line({"amount": {"value": 1240}, "lines": [{"tax": 7}, {"tax": 19}], "a": {"b": [1, None, True, "x"]}, "note": None})


def filters():
    for text in FILTERS:
        yield text, ARTIFACT, "h-1", "billing>ledger", "2026-11-21T03:12:41Z", "1.4.0"


TRANSFORMS = ["move /a /c\nset /d 5", 'rename "/a b" "c d"', "drop /lines/0\nset /lines/- {}", "set /lines/1 [1,[2]]", 'set "" {"a":1}',
              "move /a/b/0 /lines/-", "# no\n\n move /note /a/b", "rename /a amount", "set /x/y 1", "drop /amount/value\ndrop /amount\ndrop /a\n"]


def transforms():
    yield from ((ARTIFACT, text) for text in TRANSFORMS)
    yield "[1,2,3]", "drop /1\nmove /0 /-\nset /9 1"
    yield "[" * 60 + "]" * 60, "set " + "/0" * 59 + " [[1]]"


BYTES = ["abcAX\r\n\t\x7f\x00\x01", "\x1b[A\x1b[1;5A\x1bOA\x1b[3~\x1b[15~\x1b[[A", "\x1b[200~A\ny\x1b[A\x1b[201~q", "\x1b[200~never",
         "\x1b[<0;3;4M\x1b[<65;3;4M\x1b[<0;3;4m\x1b[M !!", "\x1b[1;2R\x1b[0n\x1b[?1;2c", "\x1b]52;c;YQ==\x07\x1bP1;1|x\x1b\\",
         "\u00e9\u65e5\U0001f468\u009b31m\u009dx", "\x1b\x1b\x1ba\x1b", "\x1b[" + "1;" * 60 + "A"]


def terminal_bytes():
    yield from ((text,) for text in BYTES)


def kept():
    op = [line({"op": "0123456789abcdef", "name": "a>b", "epoch": "", "operator": "mira", "note": "", "time": "2026-11-21T03:12:41Z",
                "rate": 60, "share": 10, "items": 2})]
    op += [line({"item": i, "handoff": "h-%d" % i, "attempt": 1, "digest": "sha256:" + "0" * 64, "dead": True, "artifact": "{}"})
           for i in range(2)]
    op += ['{"begin":true}', '{"sent":1}', line({"fate": 0, "is": "good", "over": True, "why": "x"}),
           line({"state": "stopped", "why": "2 of 3"})]
    yield ("\x00mine conf<.7", "other @mine or a", "x y z")
    yield ("\x01a\tone\treview\tsort=1\tconf<.7", "b\ttwo beside second zoomed\tnow\t\t\tdead\tby=2 reversed=1\tedge:a")
    yield ("\x02" + op[0], *op[1:])
    yield ("\x03map all F5 review fraud", "unmap review A", "map review Q reject", "map all C-x set theme mono", "map log Z quit")


def happenings():
    op = "^".join(text.lstrip("\x02") for text in list(kept())[2])
    letter = line({"handoff": "h-9a10", "attempt": 1, "digest": "sha256:" + "0" * 64, "edge": "billing>ledger", "reason": "version"})
    event = line({"specversion": "1.0", "id": "e1", "source": "agent:kyc", "type": "seam.handoff.offered", "recordedtime":
                  "2026-11-21T03:12:42Z", "data": {"handoff": "h-1", "attempt": 1, "from": "kyc", "to": "fraud", "artifact": {}}})
    yield "k3A", "t\x04", "ky", "t\x40", "k1234567?"
    yield "k4jX", "t\x04", "k5", "t\x04", "ky", "t\x40", ":restore", "d" + letter, "kjB", "t\x04", "k1y"
    yield "k4B", "t\x04", "kc5y", "t\x40", "t\x7f", ":ops", "kj\r", "o" + op, ":ops"
    yield "k4je", "kmove /order /no\x1b", ":split flow", "r\x20\x50", ":workspace save x", ":zoom", ":unsplit", "wb\tone\tlog\t\t"
    yield "s:map all F5 set theme mono^set undo 0", "k\x1b[15~", "fmine conf<.7", "k3/@mine\r", "r\x01\x01", "r\x45\xff", "k?/undo\rn"
    yield "e" + event, "k3\rjjllw", "k/kyc\rnN", "k\x1b[200~A\ry\x1b[201~", "k\x1b[<0;10;10M", "ke", 'E{"amount":1}', "ky"
    for words in ("note h-91c2 a", "tag h-91c2 x", "goto h-9184", "log kyc", "export flow.svg", "set theme mono", "map all x now",
                  "source /dev/zero", "tutorial", "mute kyc>fraud 5m", "claim h-91c2", "filters", "mapped", "drift", "keys", "set undo 3"):
        yield ":" + words, "k" + words[0], "t\x08", "k\x1b"


# --- what comes from outside ---------------------------------------------------------------


def faults():
    """Events as they were sent, good and bad; what the codec is tested with."""
    for path in sorted(glob.glob(os.path.join(FIXTURES, "faults", "*.jsonl"))):
        with open(path, encoding="utf-8", errors="surrogateescape") as text:
            lines = text.read().split("\n")
        yield from (lines[at:at + 3] for at in range(0, len(lines), 3))


def codec_cases():
    for path in sorted(glob.glob(os.path.join(ROOT, "tests", "codec", "*.txt"))):
        with open(path, encoding="utf-8", errors="surrogateescape") as text:
            yield from ((line.replace("@a x", '"specversion":"1.0","id":"1","source":"agent:a","type":"seam.handoff.accepted"'),)
                        for line in text.read().split("\n") if line.startswith("{"))
    yield ('{"specversion":"1.0",\r"id":"1","source":"agent:a","type":"seam.handoff.offered","data":{"artifact":{"a":\r1}}}',)
    yield ('{"specversion":"1.0","id":"a\rb","source":"agent:a","type":"x"}',)


def pieces():
    """Of recordings: the first lines, turned round, with doubles, without an end."""
    for path in sorted(glob.glob(os.path.join(FIXTURES, "recordings", "*.jsonl.zst"))):
        lines = subprocess.run(["zstd", "-dc", path], stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()[:12]
        yield from (lines, lines[::-1], lines[:4] + lines[2:6] + [lines[0][:-9]])


def packed_pieces():
    for some in list(pieces())[::2]:
        done = subprocess.run(["zstd", "-qc"], input="\n".join(some[:5]).encode(), stdout=subprocess.PIPE, check=True).stdout
        yield b"z" + done
        yield b"z" + done[:-9]


Z85 = ("rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7", "JTKVSB%%)wK0E.X)V>+}o?pNmC{O&4W4b!Ni{Lh6", "D:)Q[IlAW!ahhC2ac:9*A}h:p?([4%wOTJ%JR%cs",
       "Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID")


def key_lists():
    yield ("\x01# a list", "hub main " + Z85[0], "operator  mira   %s since=2026-11-23" % Z85[1], "agent planner %s until=2026-11-24T00:00:00Z\r" % Z85[2])
    yield ("\x01agent a " + Z85[0], "agent a " + Z85[1], "observer eve\t" + Z85[2], "", "   ")
    yield from (("\x01" + text,) for text in ("boss x " + Z85[0], "agent X " + Z85[0], "agent a short", "agent a " + Z85[0] + " x=1",
                                              "agent a " + Z85[0] + " since=a until=b c=d e=f", "operator -x " + Z85[0]))
    yield ("\x00# keys", "metadata", '    name = "planner"', '    role = "agent"', "curve", '    public-key = "%s"' % Z85[0],
           '    secret-key = "%s"' % Z85[1], '    server-key = "%s"' % Z85[3])
    # of RFC 26's examples: a pair that is one
    yield ("\x00name=\"m\"", 'role = "operator"', 'public-key = "%s"' % Z85[3], 'secret-key = "%s"' % Z85[2], 'server-key = "x"')


def framed(kind, *frames):
    """A greeting, a handshake, and frames: (flags, bytes)."""
    whole = (b"\xff" + bytes(8) + b"\x7f\x03\x00" + kind.ljust(20, b"\0") + bytes(32))
    for flags, body in (((4, b"\x05READY" + bytes(20)),) if kind == b"NULL" else ((4, b"\x05HELLO" + bytes(194)), (4, b"\x08INITIATE" + bytes(300)))) + frames:
        size = len(body)
        whole += bytes((flags | 2 * (size > 255),)) + size.to_bytes(8 if size > 255 else 1, "big") + body
    return whole


def wires():
    """What is sent to a hub, good and bad: tests/fuzz/fuzz_zmtp.c says what its first two bytes are, and what 0xa5 does."""
    frames = ((0, b"{}"), (1, b""), (1, b"x" * 64), (0, b"y" * 65), (0, b"z" * 256), (4, b"\x04PING\0\0"), (4, b"\x04PONG"),
              (4, b"\x09SUBSCRIBEevent/"), (4, b""), (4, b"\x06CANCEL" + b"t" * 100), (1, b"a" * 1000), (0, b"\x04"))
    for number, kind in enumerate((b"NULL", b"CURVE", b"PLAIN")):
        for cut in range(9):
            yield bytes((number + cut, cut)) + framed(kind, *frames[cut:], *frames[:cut])
        good = framed(kind)
        for end in (b"", b"\x00", b"\x04\x05\x04", b"\x02" + b"\xff" * 8, b"\x02" + bytes(5) + b"\x40\0\0", b"\x06" + bytes(6) + b"\x10\x01",
                    b"\x02" + bytes(5) + b"\x01\0\0\xa5\x10x" + b"\x00\x01y", b"\x02" + bytes(6) + b"\x03\xe9"):
            yield bytes((1, 1)) + good + end
        for at in (0, 9, 10, 12, 64, 65, 66):
            yield bytes((2, 0)) + good[:at] + bytes((good[at] ^ 0xfe if at != 12 else 0x50,)) + good[at + 1:]
        yield bytes((3, 2)) + good[:40]
    yield b"\x00\x00GET / HTTP/1.1\r\n\r\n"


# One of each class that no terminal is given as it is, and what is near to it.
HIDDEN = (0x07, 0x08, 0x0d, 0x1b, 0x7f, 0x80, 0x85, 0x9b, 0x9d, 0xa0, 0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180e, 0x180f,
          0x200b, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2060, 0x2064, 0x2066, 0x2069, 0x206a, 0x206f, 0x3164, 0xd7ff, 0xe000,
          0xf8ff, 0xfdd0, 0xfdef, 0xfe00, 0xfe0f, 0xfeff, 0xffa0, 0xfff9, 0xfffb, 0xfffd, 0xfffe, 0xffff, 0x1f600, 0x1fffe, 0xe0001, 0xe0041,
          0xe007f, 0xe0100, 0xe01ef, 0xf0000, 0x10ffff, 0x301, 0x20dd, 0x5d0, 0x4e2d, 0x1100, 0x0378)
NO_UTF8 = (b"\xc0\xaf", b"\xe0\x80\xaf", b"\xf0\x80\x80\xaf", b"\xed\xa0\x80\xed\xb0\x80", b"\xf4\x90\x80\x80", b"\xf8\x88\x80\x80\x80", b"\xff",
           b"\x80", b"\xe4\xb8", b"\xf0\x9f\x98", b"\x9b31m", b"\x9d0;x\x9c", b"\xc3(")


def written(value):
    """Each text in a value, names too."""
    if isinstance(value, str):
        yield value
    for one in (list(value) + list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else ()):
        yield from written(one)


def hostile():
    """What fixtures/ has of it, as bytes and as the texts that its JSON stands for; one of each class, alone, in words and many times."""
    yield from (b"ab" + bad + b"cd" for bad in NO_UTF8)
    for number in HIDDEN:
        one = chr(number).encode("utf-8", "surrogatepass")
        yield from (one, b"pay " + one + b"me" + one, b"e\xcc\x81" + one * 9 + b"\xe4\xb8\xad")
    yield ("e" + "\u0301\u0323" * 30 + "\u4e2d" * 9 + "\U0001f468\u200d\U0001f469").encode()
    paths = [os.path.join(FIXTURES, "faults", "hostile.jsonl")] + glob.glob(os.path.join(FIXTURES, "hostile", "**"), recursive=True)
    for path in sorted(path for path in paths if os.path.isfile(path)):
        with open(path, "rb") as text:
            lines = text.read().split(b"\n")
        for raw in lines:
            yield raw
            try:
                texts_of_it = list(written(json.loads(raw)))
            except ValueError:
                continue
            yield from (some.encode("utf-8", "surrogatepass") for some in texts_of_it if some.isascii() is False or len(some) > 9)


def talk():
    """Sequences of control: a life of a handoff, and all that may be asked of it."""
    artifact = {"text": "x", "confidence": 0.4, "fallback": "escalate_to_oncall_if_not_progressed_within_300s"}
    digest = "sha256:" + hashlib.sha256(line(artifact).encode()).hexdigest()
    number = iter(range(10 ** 6))

    def event(kind, agent, data):
        return {"specversion": "1.0", "id": "e%R." + str(next(number)), "source": "agent:" + agent, "type": "seam." + kind,
                "time": "2026-11-21T03:12:42Z", "run": "r%R", "data": data, **({"dataschema": "contract:c/1.0.0"} if "offered" in kind else {})}

    def ask(op, **members):
        return line(dict({"op": op, "rid": "r%d" % next(number)}, **members))

    def publish(kind, agent, data):
        return ask("publish", event=event(kind, agent, data))
    offer = publish("handoff.offered", "a", {"handoff": "h%R", "attempt": 1, "from": "a", "to": "b", "artifact": artifact})
    of = {"handoff": "h%R", "attempt": 1}
    who = {"operator": "mira", "digest": digest, **of}
    for action in ("approve", "reject", "escalate", "hold", "discard", "reinject"):
        act = {"action": action, "note": "n", "target": "oncall", **who}
        yield (offer, ask("show", handoff="h%R"), ask("decide", decision="d%R", **act), ask("decide", decision="d%R", **act),
               ask("decide", decision="other%R", **act), ask("wait", agent="b", handoff="h%R", attempt=1, patience=1),
               ask("decisions", agent="b"), ask("deliver", agent="b", decision="d%R"), publish("handoff.accepted", "b", of))
    yield (offer, publish("handoff.accepted", "b", of), publish("handoff.progressed", "b", of), publish("handoff.completed", "b", of), ask("counters"))
    yield (offer, publish("handoff.refused", "b", dict(of, reason="schema", detail="d")), ask("list", what="dead"),
           ask("decide", decision="d%R", action="reinject", artifact=dict(artifact, confidence=0.9), note="n", **who))
    yield (offer, ask("claim", **who), ask("release", **who), ask("annotate", what="handoff", of="h%R", text="a note", tag="t", operator="mira"),
           ask("mute", what="edge", name="a>b", seconds=60, operator="mira"), ask("unmute", what="edge", name="a>b", operator="mira"))
    yield (ask("ping"), ask("vacuum"), ask("events", after="0", limit=3), ask("snapshot"), ask("show", handoff="none"), ask("nothing"))
    for what in ("held", "dead", "handoffs", "agents", "edges", "contracts", "incidents", "decisions", "notes", "claims", "mutes", "keys", "x"):
        yield offer, ask("list", what=what, limit=2), ask("list", what=what, limit=1, filter="conf<.7", cursor="1"), ask("list", what=what, cursor="x")
    yield (">" + line(event("handoff.offered", "a", {"handoff": "g%R", "attempt": 1, "from": "a", "to": "b", "artifact": artifact})),
           ">{", "+event/", "+", ask("list", what="held"), ">" + line(event("heartbeat", "a", {})))
    yield '{"op":"ping","rid":"%s"}' % ("x" * 129), '{"op":"ping","rid":"%s"}' % ("\\u0001" * 129), '{"op":"ping","rid":"half"', '{"rid":"a', '{"rid": 1 x'
    yield "{}", "[]", '{"op":1}', '{"op":"ping"}', '{"op":"ping","rid":1}', "\x1f\x1f", '{"op":"ping","rid":"x"}\x1f{}', "\x1f" + ask("ping")


SOURCES = {
    "fuzz_codec": (faults, codec_cases),
    "fuzz_recording": (faults, pieces, packed_pieces),
    "fuzz_keyring": (key_lists,),
    "fuzz_zmtp": (wires,),
    "fuzz_text": (hostile,),
    "fuzz_control": (talk,),
    "fuzz_json": (texts,),
    "fuzz_pattern": (patterns, maker_patterns),
    "fuzz_schema": (suite, samples, made, chain, rounds, older),
    "fuzz_contract": (real, spoilt, versions, offered, free),
    "fuzz_diff": (real, versions),
    "fuzz_infer": (seen, seen_made, seen_texts, seen_keys),
    "fuzz_negotiate": (hellos,),
    "fuzz_query": (filters,),
    "fuzz_transform": (transforms,),
    "fuzz_input": (terminal_bytes,),
    "fuzz_kept": (kept,),
    "fuzz_console": (happenings,),
}


def seeds(fuzzer):
    for source in SOURCES.get(fuzzer, ()):
        for seed in source():
            yield seed if isinstance(seed, bytes) else "\n".join(seed).rstrip("\n").encode("utf-8", "surrogateescape")


def main(fuzzer, folder):
    os.makedirs(folder, exist_ok=True)
    for text in seeds(fuzzer):
        with open(os.path.join(folder, hashlib.sha1(text).hexdigest()), "wb") as out:
            out.write(text)


if __name__ == "__main__":
    main(*sys.argv[1:])
