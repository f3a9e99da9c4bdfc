"""A second implementation of two areas, definitions and engines, in the standard library of Python 3.9 or later.

    cx conformance --against "python3 docs/conformance/second.py"
"""
import hashlib, json, math, sys
from itertools import combinations
from math import isfinite

class Refused(Exception): pass

def refuse_if(wrong, code):
    if wrong: raise Refused(code)

# definitions: canonical JSON (RFC 8785), SHA-256
def number(x):
    if x == 0 or isinstance(x, int) and abs(x) < 10**21: return str(int(x))
    sign, (digits, _, exponent) = "-" if x < 0 else "", repr(abs(float(x))).partition("e")
    whole, _, part = digits.partition(".")
    digits, point = whole + ("" if part == "0" else part), len(whole) + int(exponent or 0)
    point -= len(digits) - len(digits.lstrip("0"))
    digits = digits.strip("0")
    if 0 < point <= 21: text = (digits[:point].ljust(point, "0") + "." + digits[point:]).rstrip(".")
    elif -6 < point <= 0: text = "0." + "0" * -point + digits
    else: text = (digits[0] + "." + digits[1:]).rstrip(".") + "e%+d" % (point - 1)
    return sign + text

def text(s):
    refuse_if(any(0xD800 <= ord(c) <= 0xDFFF for c in s), "document.not-plain-data")
    return json.dumps(s, ensure_ascii=False)

def canonical(v):
    if v is None or isinstance(v, bool): return json.dumps(v)
    if isinstance(v, str): return text(v)
    if isinstance(v, (int, float)): return number(v)
    if isinstance(v, list): return "[" + ",".join(map(canonical, v)) + "]"
    return "{" + ",".join(text(k) + ":" + canonical(v[k]) for k in sorted(v, key=lambda k: k.encode("utf-16-be"))) + "}"

def digest(v): return "sha256:" + hashlib.sha256(canonical(v).encode()).hexdigest()

def reference(d): return {"id": d["id"], "version": d["version"], "digest": digest(d)}

# engines: tallies of ratings

def is_number(x): return isinstance(x, (int, float)) and not isinstance(x, bool) and isfinite(x)

def read(ratings, scale, o):
    """For every record: (point or None, weight, kind of what is left out, its reason)."""
    refuse_if(not isinstance(ratings, list), "ratings.not-a-list")
    refuse_if(not scale["min"] < scale["max"], "scale.not-allowed")
    refuse_if(set(o) - {"weights", "missing", "onInvalid"}, "option.unknown")
    weights = o.get("weights") or [1] * len(ratings)
    refuse_if(len(weights) != len(ratings), "ratings.length-mismatch")
    refuse_if(any(w < 0 for w in weights), "weight.not-allowed")
    for x, w in zip(ratings, weights):
        if x is None: yield None, w, "missing", "blank"
        elif x in o.get("missing", []): yield None, w, "missing", f"code {number(x)}"
        else:
            fault = "not-a-number" if not is_number(x) else "not-whole" if x != int(x) else "off-scale" if not scale["min"] <= x <= scale["max"] else ""
            refuse_if(fault and o.get("onInvalid") != "count", f"rating.{fault}")
            yield (None, w, "invalid", fault) if fault else (int(x), w, "", "")

def count(into, key): into[key] = into.get(key, 0) + 1

def tally_of(records, scale, weighted):
    points = [[] for _ in range(scale["min"], scale["max"] + 1)]
    left = {"missing": {}, "invalid": {}}
    for point, w, kind, reason in records: count(left[kind], reason) if kind else points[point - scale["min"]].append(w)
    return {"scale": scale, "weighted": weighted, "counts": [len(p) for p in points], "weightSums": [math.fsum(p) for p in points],
            "squaredWeightSums": [math.fsum(w * w for w in p) for p in points], **left}

def tally(ratings, scale, **o): return tally_of(read(ratings, scale, o), scale, "weights" in o)

def by_group(groups, records):
    found = {}
    for g, r in zip(groups, records): found.setdefault("" if g is None else g, []).append(r)
    return found

def tally_by(groups, ratings, scale, **o):
    return [{"group": g, "tally": tally_of(rs, scale, "weights" in o)} for g, rs in by_group(groups, read(ratings, scale, o)).items()]

def add(parts):
    if isinstance(parts[0], list): return [add(column) for column in zip(*parts)]
    if isinstance(parts[0], dict): return {k: sum(p.get(k, 0) for p in parts) for p in parts for k in p}
    return math.fsum(parts)

def merge(tallies):
    refuse_if(not tallies, "tally.nothing-to-merge")
    refuse_if(any(t["scale"] != tallies[0]["scale"] for t in tallies), "tally.scale-mismatch")
    sums = {k: add([t[k] for t in tallies]) for k in ("counts", "weightSums", "squaredWeightSums", "missing", "invalid")}
    return {**tallies[0], "weighted": any(t["weighted"] for t in tallies), **sums}

# engines: ordered funnels, by trying every chain of events
def furthest(log, steps, window):
    """The level an actor reaches, and to each step after the first the time from the latest start of the earliest end."""
    fills = lambda chain: all(e["event"] in ([s["event"]] if isinstance(s["event"], str) else s["event"]) for e, s in zip(chain, steps))
    level, elapsed = 0, []
    for k in range(1, len(steps) + 1):
        chains = [c for c in combinations(range(len(log)), k) if fills([log[i] for i in c])
                  and (window is None or log[c[-1]]["timeMs"] - log[c[0]]["timeMs"] <= window)]
        if not chains: break
        level, end = k, min(c[-1] for c in chains)
        elapsed.append(log[end]["timeMs"] - max(log[c[0]]["timeMs"] for c in chains if c[-1] == end))
    return level, elapsed[1:]

def funnel(events, definition):
    rules = (definition["order"], definition["ties"], definition["entry"], definition["reuse"])
    refuse_if(rules != ("ordered", "sequence", "best", "once") or not isinstance(events, list), "unsupported-operation")
    by_actor, steps = {}, definition["steps"]
    for e in sorted(events, key=lambda e: (e["timeMs"], e.get("sequence", 0))): by_actor.setdefault(e["actor"], []).append(e)
    found = [furthest(log, steps, definition["windowMs"]) for log in by_actor.values()]
    return {"definition": reference(definition), "stepNames": [s["name"] for s in steps], "actors": len(by_actor), "events": len(events),
            "counts": [sum(level > k for level, _ in found) for k in range(len(steps))],
            "elapsedMs": [sorted(times[k] for _, times in found if k < len(times)) for k in range(len(steps) - 1)]}

def merge_funnels(tallies):
    return {**tallies[0], **{k: add([t[k] for t in tallies]) for k in ("counts", "actors", "events")},
            "elapsedMs": [sorted(sum(step, [])) for step in zip(*(t["elapsedMs"] for t in tallies))]}

OPERATIONS = {
    "describe": lambda protocol: {"protocol": 1, "name": "second.py", "version": "1", "areas": ["definitions", "engines"]},
    "canonical-text": lambda value: canonical(value), "digest": lambda value: digest(value),
    "digest-definition": lambda definition: digest(definition), "definition-reference": lambda definition: reference(definition),
    "tally-ratings": tally, "tally-ratings-by-group": tally_by, "merge-tallies": merge, "tally-funnel": funnel,
    "merge-funnel-tallies": merge_funnels,
}

for line in sys.stdin:
    request = json.loads(line)
    try:
        refuse_if(request["operation"] not in OPERATIONS, "unsupported-operation")
        answer = {"output": OPERATIONS[request["operation"]](**request["input"])}
    except Refused as refused:
        answer = {"error": {"code": str(refused)}}
    print(json.dumps({"id": request["id"], **answer}), flush=True)
