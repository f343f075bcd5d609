# SPDX-License-Identifier: MIT
"""What a hub tells Prometheus, read as strictly as the text format 0.0.4 is written down."""
import http.client
import re
import urllib.parse

NAME = r"[a-zA-Z_:][a-zA-Z0-9_:]*"
SAMPLE = re.compile(r'(%s)(?:\{((?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*",?)*)\})? (\S+)$' % NAME)
LABEL = re.compile(r'([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"')
ENDS = {"histogram": ("_bucket", "_sum", "_count")}


def get(url, path="/metrics", method="GET", seconds=10):
    """(status, headers, text)."""
    at = urllib.parse.urlparse(url)
    connection = http.client.HTTPConnection(at.hostname, at.port, timeout=seconds)
    try:
        connection.request(method, path)
        reply = connection.getresponse()
        return reply.status, dict(reply.getheaders()), reply.read().decode("utf-8")
    finally:
        connection.close()


class Scrape:
    """{(name, label, value, ...): number} as `sample`, {name: type} as `types`."""

    def __init__(self, text):
        self.sample, self.types, self.helps = {}, {}, {}
        assert text.endswith("\n"), "the last line has no end"
        family = None
        for line in text.splitlines():
            if line.startswith("# HELP "):
                family, _, said = line[7:].partition(" ")
                assert family not in self.helps and said, line
                self.helps[family] = said
            elif line.startswith("# TYPE "):
                name, _, kind = line[7:].partition(" ")
                assert name == family and kind in ("counter", "gauge", "histogram"), line
                assert (kind == "counter") == name.endswith("_total"), line
                self.types[name] = kind
            else:
                self._take(line, family)
        for name, kind in self.types.items():
            if kind == "histogram":
                self._check_histogram(name)

    def _take(self, line, family):
        found = SAMPLE.match(line)
        assert found, line
        name, labels, value = found.groups()
        ends = ENDS.get(self.types[family], ("",))
        assert name in [family + end for end in ends], "%s stands under %s" % (line, family)
        key = (name,) + tuple(part for pair in LABEL.findall(labels or "") for part in pair)
        assert key not in self.sample, "twice: %s" % line
        self.sample[key] = float(value)

    def _check_histogram(self, name):
        buckets = [(float(key[2]), value) for key, value in self.sample.items() if key[0] == name + "_bucket"]
        assert buckets == sorted(buckets), buckets
        assert [n for _, n in buckets] == sorted(n for _, n in buckets), buckets
        assert buckets[-1] == (float("inf"), self.sample[(name + "_count",)]), buckets

    def __getitem__(self, key):
        """One sample: "name" or ("name", "label", "value")."""
        return self.sample[key if isinstance(key, tuple) else (key,)]

    def of(self, name):
        """{its labels: number}."""
        return {key[1:]: value for key, value in self.sample.items() if key[0] == name}


def scrape(url, seconds=10):
    status, headers, text = get(url, seconds=seconds)
    assert status == 200, (status, text)
    assert headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8", headers
    return Scrape(text)
