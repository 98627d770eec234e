"""The compact form in which training reports are written, and its compiler.

A report is a header line, its sentences one a line, and its claims, with a blank line before the next report:

    @ ID | YYYY-MM-DD | style
    Some 300 fighters have arrived in Tripoli since May, Syrian officials told Reuters.
    > 0 movement "arrived" force="fighters" strength="Some 300" to="Tripoli" time="since May" + actual
      source="Syrian officials"/unnamed-person cue="told" relay="Reuters" [300,300,~]       (all on one line)

After `>`: sentence number, type, trigger, parts as role="span", `+` or `-` (polarity), modality, then
source="span"/kind or `outlet` or `unnamed`, cue="…", relay="…", and the normalised strength as [min,max] with null for
an open end and `~` for approximate. "#2" at the end of a span picks its second place in the sentence; "s1:" at its
start points into sentence 1.
"""

import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from musterroll.records import MODALITIES, ROLES, SOURCE_KINDS, TYPES

PART = re.compile(r'([a-z]+)="([^"]*)"(?:/([a-z-]+))?')
CLAIM = re.compile(r'>\s*(\d+)\s+([a-z]+)\s+"([^"]*)"\s*(.*)$')
STRENGTH = re.compile(r"\[([^\]]*)\]")
PEOPLE = re.compile(
    r"\b(officials?|sources?|diplomats?|residents?|commanders?|fighters?|witness(?:es)?|soldiers?|aides?|analysts?|"
    r"relatives?|elders?|traders?|drivers?|officers?|recruits?|men|women|people|doctors?|medics?|activists?|"
    r"observers?|mediators?|brokers?|workers?|villagers?|leaders?|ministers?|lawmakers?|experts?|journalists?|"
    r"prisoners?|defectors?|deserters?|rebels?|gunmen|pilots?|smugglers?|they|some|others|several|two|three|one|who|"
    r"locals?|nurses?|guards?|mayors?|veterans?|investigators?|negotiators?|delegates?|envoys?|members?|captains?|"
    r"colonels?|generals?|survivors?)\b",
    re.I,
)
SYMMETRIC = re.compile(
    r"^(clash(?:es|ed|ing)?|fighting|battles?|battled|fights?|fought|skirmish(?:es)?|exchang\w+ fire|gun ?battles?|"
    r"firefights?)$",
    re.I,
)

RawClaim = dict[str, Any]


@dataclass
class Sheet:
    """A report while it is compiled: its text, its sentences' spans and the claims found so far."""

    id: str
    published: str
    style: str
    text: str = ""
    sentences: list[list[int]] = field(default_factory=list)
    claims: list[RawClaim] = field(default_factory=list)

    def add_sentence(self, sentence: str) -> None:
        """Append a sentence, one space after the last."""
        self.text += " " if self.text else ""
        self.sentences.append([len(self.text), len(self.text) + len(sentence)])
        self.text += sentence

    def as_gold(self) -> dict[str, Any]:
        """Return the report in gold form."""
        keys = ("id", "text", "published", "style", "sentences", "claims")
        return {key: getattr(self, key) for key in keys}


def locate(sheet: Sheet, sentence: int, written: str) -> list[int]:
    """Return [start, end] in the text of a span as its author wrote it, whole words before parts of words."""
    if found := re.match(r"s(\d+):", written):
        sentence, written = int(found[1]), written[found.end() :]
    nth = 1
    if found := re.search(r"#(\d+)$", written):
        nth, written = int(found[1]), written[: found.start()]
    start, end = sheet.sentences[sentence]
    inside = sheet.text[start:end]
    hits = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(written)}(?!\w)", inside)]
    hits = hits or [m.start() for m in re.finditer(re.escape(written), inside)]
    if not written or len(hits) < nth:
        raise ValueError(f"sentence {sentence} has no {written!r} (place {nth})")
    at = start + hits[nth - 1]
    return [at, at + len(written)]


def read_strength(inside: str) -> dict[str, Any]:
    """Read "300,300,~" as bounds."""
    fields = [part.strip() for part in inside.split(",")]
    low, high = (None if part in ("null", "") else int(part) for part in fields[:2])
    return {"min": low, "max": high, "approximate": fields[2:] == ["~"]}


def read_words(words: str, claim: RawClaim) -> None:
    """Read the bare words of a claim line: polarity, modality, `outlet` or `unnamed`."""
    for word in words.split():
        if word in ("+", "-"):
            claim["polarity"] = "positive" if word == "+" else "negative"
        elif word in MODALITIES:
            claim["modality"] = word
        elif word in ("outlet", "unnamed") and not claim["source"]:
            claim["source_kind"] = word
        else:
            raise ValueError(f"word {word!r} not understood")


def read_spans(sheet: Sheet, sentence: int, rest: str, claim: RawClaim) -> None:
    """Read the role="span" fields of a claim line into the claim."""
    for role, written, kind in PART.findall(rest):
        span = locate(sheet, sentence, written)
        if role in ("source", "cue", "relay"):
            claim[role] = span
            claim["source_kind"] = kind if role == "source" else claim["source_kind"]
        elif role in ROLES:
            claim["parts"].append([role, *span])
        else:
            raise ValueError(f"no role {role!r}")


def compile_claim(sheet: Sheet, line: str) -> RawClaim:
    """Compile one claim line; raises ValueError where it does not hold."""
    found = CLAIM.match(line)
    if not found:
        raise ValueError("claim line not understood")
    sentence = int(found[1])
    claim: RawClaim = {"type": found[2], "trigger": locate(sheet, sentence, found[3]), "parts": []}
    claim |= {"polarity": None, "modality": None, "source_kind": None, "strength": None}
    claim |= {"source": None, "cue": None, "relay": None}
    read_spans(sheet, sentence, found[4], claim)
    rest = PART.sub(" ", found[4])
    if strength := STRENGTH.search(rest):
        claim["strength"], rest = read_strength(strength[1]), rest.replace(strength[0], " ")
    read_words(rest, claim)
    check_claim(claim)
    claim["parts"].sort(key=lambda part: part[1:])
    return one_convention(sheet.text, claim)


def check_claim(claim: RawClaim) -> None:
    """Raise ValueError where a claim lacks what the guide asks for."""
    allowed = {"type": TYPES, "polarity": ("positive", "negative"), "modality": MODALITIES, "source_kind": SOURCE_KINDS}
    for key, values in allowed.items():
        if claim[key] not in values:
            raise ValueError(f"{key} {claim[key]!r} is none of {sorted(values)}")
    if not claim["parts"]:
        raise ValueError("a claim with no part is no claim")
    if (claim["source"] is None) != (claim["source_kind"] in ("outlet", "unnamed")):
        raise ValueError("the source span does not go with the source kind")
    if claim["strength"] and not any(role == "strength" for role, *_ in claim["parts"]):
        raise ValueError("a normalised strength without a strength part")


def one_convention(text: str, claim: RawClaim) -> RawClaim:
    """Bring a claim to the guide's sections 4 and 7: unnamed persons, and the first named of a clash as `by`."""
    if claim["source"] and claim["source_kind"] == "unnamed-body" and PEOPLE.search(text[slice(*claim["source"])]):
        claim["source_kind"] = "unnamed-person"
    if claim["type"] == "clash" and SYMMETRIC.match(text[slice(*claim["trigger"])]):
        sides = {role: [part for part in claim["parts"] if part[0] == role] for role in ("force", "by")}
        if all(sides.values()) and sides["force"][0][1] < sides["by"][0][1]:
            for role, other in (("force", "by"), ("by", "force")):
                for part in sides[role]:
                    part[0] = other
    return claim


def compile_report(lines: list[str]) -> tuple[Sheet, list[str]]:
    """Compile one report's lines; return it with an error a claim line that does not hold."""
    head = [part.strip() for part in lines[0].lstrip("@").split("|")]
    if lines[0][0] != "@" or len(head) < 3:
        raise ValueError(f"no header: {lines[0][:60]}")
    sheet = Sheet(id=head[0], published=head[1], style=head[2])
    for line in (line.strip() for line in lines[1:] if not line.startswith(">")):
        if '"' in line:
            raise ValueError(f"{sheet.id}: straight double quote in the text")
        sheet.add_sentence(line)
    errors = []
    for line in (line for line in lines[1:] if line.startswith(">")):
        try:
            sheet.claims.append(compile_claim(sheet, line))
        except (ValueError, IndexError) as error:
            errors.append(f"{sheet.id}: {error} <- {line}")
    sheet.claims.sort(key=lambda claim: claim["trigger"])
    return sheet, errors


def compile_authored(path: Path) -> tuple[list[dict[str, Any]], list[str]]:
    """Compile a file of authored reports; return the reports in gold form and every error, with the file's name."""
    reports: dict[str, Sheet] = {}
    errors: list[str] = []
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip()):
        try:
            sheet, found = compile_report([line.rstrip() for line in block.split("\n") if line.strip()])
        except (ValueError, IndexError) as error:
            errors.append(f"{path.name}: {error}")
            continue
        errors += [f"{path.name}: {error}" for error in found]
        if sheet.id in reports:
            errors.append(f"{path.name}: {sheet.id}: id twice")
        reports[sheet.id] = sheet
    return [sheet.as_gold() for sheet in reports.values()], errors


def main(paths: list[str]) -> int:
    """Compile files to gold form on standard output; name every error on standard error; return the exit code."""
    failed = 0
    for path in paths:
        reports, errors = compile_authored(Path(path))
        for report in reports:
            print(json.dumps(report, ensure_ascii=False))
        for error in errors:
            failed = 1
            print(error, file=sys.stderr)
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
