"""Findings as a reader meets them: matters, origins, bounds, denials, contradictions and grades."""

from dataclasses import replace

import pytest

from musterroll.records import DayInterval, Finding, Quantity
from musterroll.reference.packs import Actor, Packs, Sponsor
from musterroll.weigh import weigh_claims
from tests.weigh.invented import ABROAD, COUNTRY, OTHER_TOWN, TOWN, Told, exactly, packs, told, weigh, weigh_all

JULY = DayInterval("2020-07-25", "2020-07-25")


def only(*tellings: Told) -> Finding:
    """Weigh claims that are about one matter."""
    (finding,) = weigh(*tellings)
    return finding


def about(findings: list[Finding], measure: str) -> Finding:
    """Return the one finding of a measure."""
    (found,) = [finding for finding in findings if finding.measure == measure]
    return found


class TestMatters:
    """What is weighed together, and what is not."""

    def test_one_force_at_one_place_in_one_month_is_one_matter(self) -> None:
        """Two reports of one month about one force and place meet; the days in between do not matter."""
        finding = only(
            told("a", count=exactly(800)), told("b", count=exactly(900), origin="UN Mission", day="2020-05-20")
        )
        assert (finding.type, finding.matter.period, finding.first, finding.last) == (
            "presence",
            "2020-05",
            "2020-05-07",
            "2020-05-20",
        )

    @pytest.mark.parametrize("other", [
        {"type": "pay"}, {"force": "east-army"}, {"place": TOWN}, {"side": "east-army"}, {"count": None},
        {"day": "2020-07-01"}, {"time": JULY}, {"count": Quantity(None, 300)}, {"modality": "planned"},
    ], ids=str)  # fmt: skip
    def test_what_differs_in_one_thing_is_another_matter(self, other: dict[str, object]) -> None:
        """Type, force, place, side, measure and month each part two matters."""
        assert len(weigh(told("a", count=exactly(300)), told("b", **{"count": exactly(300), **other}))) == 2

    def test_a_copy_in_a_later_month_stays_with_its_origin(self) -> None:
        """The month is that of the report at the origin; the copy is named as one."""
        first = told("a", count=exactly(300))
        finding = only(first, told("b", count=exactly(300), day="2020-06-02", copies=first))
        assert (finding.matter.period, finding.copies, finding.last) == ("2020-05", ("b",), "2020-06-02")

    def test_the_month_named_goes_before_the_day_of_the_report(self) -> None:
        """A claim of May about 25 July of the year before is about that July; a longer time leaves the report's month."""
        spring = DayInterval("2020-01-01", "2020-04-30")
        assert only(told("a", time=DayInterval("2019-07-25", "2019-07-25"))).matter.period == "2019-07"
        assert only(told("a", time=spring)).matter.period == "2020-05"
        assert only(told("a", day=None)).matter.period == ""

    def test_people_of_a_nationality_meet_and_soldiers_are_apart(self) -> None:
        """Syrian mercenaries, militants and fighters are one; Syrian soldiers are another."""
        names = ["Syrian mercenaries", "Syrian militants", "many Syrian fighters", "Syrians"]
        finding = only(*(told(name, force=(name, "SY")) for name in names))
        assert finding.force and (finding.force.id, finding.force.origin) == ("said:SY/fighters", "SY")
        assert weigh(told("a", force=("Syrian soldiers", "SY")))[0].force != finding.force

    def test_those_whom_two_states_send_are_not_one_force(self) -> None:
        """Syrians sent by one state and by its enemy are two; where the packs know who sends them they have its name."""
        sent = [
            told(by or "x", type="movement", role="to", force=("Syrians", "SY"), by=by)
            for by in ("freedonia", "ruritania", None)
        ]
        forces = {finding.force.id for finding in weigh(*sent) if finding.force}
        assert forces == {"sent-fighters", "said:SY/fighters by ruritania", "said:SY/fighters"}

    def test_words_that_name_nobody_meet_only_in_copies(self) -> None:
        """ "The fighters" of two reports are not the same fighters; those of a report and its copy are."""
        first = told("a", force=("the fighters", ""))
        assert len(weigh(first, told("b", force=("the fighters", "")))) == 2
        assert len(only(first, told("c", force=("the fighters", ""), copies=first)).reports) == 2

    def test_the_men_of_a_company_are_the_company(self) -> None:
        """ "Grey Company keeps 300 men there" is about Grey Company; "Freedonia's soldiers" are said by their kind."""
        kept = only(told("a", force=("men", ""), by="company"))
        soldiers = only(told("a", force=("its soldiers", ""), by="freedonia"))
        assert kept.force and kept.force.id == "company"
        assert soldiers.force and soldiers.force.id == "said:TR/soldiers by freedonia"

    def test_who_supports_is_the_force_and_who_is_supported_the_side(self) -> None:
        """In "the company fights for the East Army" the company is counted, for the army."""
        finding = only(told("a", type="support", force="east-army", by="company", count=exactly(300)))
        assert finding.force and finding.side
        assert (finding.force.id, finding.side.id, finding.measure) == ("company", "east-army", "stock")

    def test_a_movement_is_weighed_where_it_goes(self) -> None:
        """From Syria to Libya is about Libya."""
        both = told("a", type="movement", role="to")
        assert only(both).place == weigh(told("b"))[0].place

    def test_coming_back_is_a_withdrawal_and_never_an_arrival(self) -> None:
        """Syrians who "come back from Libya" leave Libya; Syrians who "come from Syria" do not leave Syria so."""
        back = told("a", type="movement", role="from", force=("Syrian fighters", "SY"), count=exactly(120))
        come = told("b", type="movement", role="from", force=("Syrian fighters", "SY"), place=ABROAD)
        assert (only(back).type, only(back).measure) == ("withdrawal", "flow")
        assert only(come).type == "movement"


class TestBounds:
    """Bounds over origins, and how they are to be read."""

    def test_bounds_open_to_those_who_state_them(self) -> None:
        """The lowest and the highest figure over the origins, each with its claims."""
        low, high = (
            told("a", count=Quantity(800, 1200)),
            told("b", count=exactly(2000), origin="UN Mission", day="2020-05-09"),
        )
        finding = only(low, high)
        assert (finding.min, finding.max, finding.qualifier) == (800, 2000, "between")
        assert (finding.min_claims, finding.max_claims) == ((low.id,), (high.id,))

    @pytest.mark.parametrize(("count", "bounds"), [
        (exactly(300), (300, 300, "exactly")), (Quantity(300, 300, True), (300, 300, "about")),
        (Quantity(200, 999, True), (200, 999, "about")), (Quantity(800, 1200), (800, 1200, "between")),
        (Quantity(20000, None), (20000, None, "at least")), (Quantity(None, 2000), (None, 2000, "up to")),
    ])  # fmt: skip
    def test_one_figure_is_read_as_it_stands(self, count: Quantity, bounds: tuple[int | None, int | None, str]) -> None:
        """One origin's figure gives the finding its bounds and its qualifier."""
        finding = only(told("a", count=count))
        assert (finding.min, finding.max, finding.qualifier) == bounds
        assert (finding.origins[0].min, finding.origins[0].max, finding.origins[0].qualifier) == bounds

    def test_at_least_a_higher_number_is_the_highest(self) -> None:
        """15,000 beside "at least 20,000" reads from 15,000 to at least 20,000."""
        finding = only(told("a", count=exactly(15000)), told("b", count=Quantity(20000, None), origin="UN Mission"))
        assert (finding.min, finding.max, finding.qualifier) == (15000, 20000, "at least")

    def test_a_figure_that_drifts_in_a_copy_is_no_bound(self) -> None:
        """The origin's earliest figure counts; the copy's is kept among the claims and told in the reasons."""
        first = told("a", count=Quantity(800, 1200))
        finding = only(first, told("b", count=exactly(1500), copies=first, day="2020-05-09"))
        assert (finding.min, finding.max, len(finding.claims)) == (800, 1200, 2)
        assert any("1,500" in why for why in finding.why)

    def test_stock_flow_total_and_ceiling_are_never_added(self) -> None:
        """ "Has sent 18,000 so far" and "7,000 are there" are two findings; they only seem to contradict each other."""
        sent = told(
            "a", type="movement", role="to", text="It has sent 18,000 so far.", trigger="sent", count=exactly(18000)
        )
        there = told("b", count=exactly(7000), origin="UN Mission", day="2020-05-09")
        total, stock = about(weigh(sent, there), "total"), about(weigh(sent, there), "stock")
        assert ((total.min, total.max), (stock.min, stock.max)) == ((18000, 18000), (7000, 7000))
        assert [(one.kind, one.resolved) for one in (*total.contradictions, *stock.contradictions)] == [
            ("measure", True)
        ] * 2


class TestOrigins:
    """Independence is counted on who first said it."""

    def test_ten_papers_that_quote_one_monitor_are_one_origin(self) -> None:
        """Papers with one origin are one; its grade says so."""
        finding = only(*(told(f"r{n}", count=exactly(300)) for n in range(10)))
        assert (len(finding.origins), len(finding.reports), finding.grade) == (1, 10, "single-origin")

    def test_two_known_origins_are_several(self) -> None:
        """Two monitors that agree are two independent origins."""
        assert only(told("a"), told("b", origin="UN Mission")).grade == "several-origins"

    def test_an_unknown_origin_is_listed_and_never_counted(self) -> None:
        """Unknown origins stand apart, each with its reason, and do not make several of one."""
        finding = only(told("a"), told("b", origin=None), told("c", origin=None))
        assert [origin.name for origin in finding.origins] == ["War Watch", None, None]
        assert finding.grade == "single-origin" and finding.origins[1].reason == "origin unknown: invented"

    def test_one_source_under_two_names_is_one_origin(self) -> None:
        """A name that another holds in full is no second origin, nor is a source heard through two media."""
        finding = only(told("a", origin="UN Panel of Experts"), told("b", origin="United Nations experts"))
        assert (len(finding.origins), finding.grade) == (1, "single-origin")
        united = only(
            told("a", origin="UN experts", count=exactly(1200)),
            told("b", origin="UN Panel of Experts", count=Quantity(800, 1200)),
        )
        assert (united.min, united.max, united.origins[0].min, united.contradictions) == (800, 1200, 1200, ())
        heard = told("c", origin="Wire", kind="unnamed-person", source="Ruritania's Inspector General")
        assert len(only(heard, told("d", origin="Inspector General of Ruritania")).origins) == 1

    @pytest.mark.parametrize(("origin", "kind", "interest"), [
        ("War Watch", "named-body", "monitor"), ("UN Mission", "named-body", "un"), ("UN envoy Jane Doe", "named-person", "un"),
        ("Ruritania", "named-body", "sponsor"), ("Freedonia", "named-body", "state"), ("Grey Company", "named-body", "party"),
        ("West Army", "named-body", "party"), ("spokesman Ali Saad", "named-person", "party"), ("Wire", "unnamed-person", "unnamed"),
        ("Wire", "media", "media"), ("The a", "outlet", "outlet"), ("Jane Doe", "named-person", "unknown"),
        ("Defence Minister Jane Doe", "named-person", "state"), (None, "outlet", "unknown"),
    ])  # fmt: skip
    def test_the_interest_of_a_source_is_the_packs(self, origin: str | None, kind: str, interest: str) -> None:
        """Party, sponsor, monitor, UN, state and media come from the packs; who is not in them is unknown."""
        assert only(told("a", origin=origin, kind=kind)).origins[0].interest == interest

    def test_a_sponsor_is_one_only_on_its_days(self) -> None:
        """A sponsor until June 2020 is a state like any other in August."""
        assert only(told("a", origin="Ruritania", day="2020-08-01")).origins[0].interest == "state"


class TestDenials:
    """What is denied, by whom, and what that does to a number."""

    def test_a_denial_by_another_makes_the_minimum_0(self) -> None:
        """300 told and denied is 0 to 300, contested; the 0 rests on the denial."""
        said, no = told("a", count=exactly(300)), told("b", origin="Ali Saad", polarity="negative")
        finding = only(said, no)
        assert (finding.min, finding.max, finding.qualifier, finding.grade) == (0, 300, "between", "contested")
        assert (finding.denials, finding.min_claims, finding.max_claims) == ((no.id,), (no.id,), (said.id,))

    def test_a_denial_of_unknown_origin_is_listed_and_contests_nothing(self) -> None:
        """Who denies has to be known, and be another than who says so."""
        for origin in (None, "War Watch"):
            finding = only(told("a", count=exactly(300)), told("b", origin=origin, polarity="negative"))
            assert (finding.min, finding.grade, len(finding.denials)) == (300, "single-origin", 1)

    def test_a_denial_for_the_whole_country_covers_its_towns(self) -> None:
        """ "Not in Libya" speaks against 300 in Sirte."""
        finding = only(told("a", count=exactly(300), place=TOWN), told("b", origin="Ali Saad", polarity="negative"))
        assert (finding.min, finding.grade) == (0, "contested")

    def test_a_denial_for_a_town_leaves_the_country(self) -> None:
        """ "Not in Sirte" does not contest 300 in Libya: it is a finding of its own, and a matter of scope in the other."""
        findings = weigh(told("a", count=exactly(300)), told("b", origin="Ali Saad", polarity="negative", place=TOWN))
        stock, denied = about(findings, "stock"), about(findings, "none")
        assert (stock.min, stock.denials, stock.grade) == (300, (), "single-origin")
        assert [(one.kind, one.resolved) for one in stock.contradictions] == [("scope", True)]
        assert (denied.grade, denied.claims, len(denied.denials)) == ("denied", (), 1)

    def test_a_denial_without_a_place_covers_every_place_but_words_left_open_do_not(self) -> None:
        """ "There are none" speaks against 300 in Libya; "none in the camp", whatever camp, does not."""
        said = told("a", count=exactly(300))
        assert only(said, told("b", origin="Ali Saad", polarity="negative", place=None)).grade == "contested"
        assert len(weigh(said, told("b", origin="Ali Saad", polarity="negative", place="the camp"))) == 2

    @pytest.mark.parametrize("other", [
        {"day": "2020-09-01"}, {"force": "east-army"}, {"place": ABROAD}, {"type": "toll"}, {"type": "support", "force": "east-army", "by": "company"},
    ], ids=str)  # fmt: skip
    def test_a_denial_of_something_else_binds_to_nothing(self, other: dict[str, object]) -> None:
        """Another force, place, type or side, or more than 92 days, are not denied."""
        findings = weigh(
            told("a", count=exactly(300)), told("b", **{"origin": "Ali Saad", "polarity": "negative", **other})
        )
        assert {finding.grade for finding in findings} == {"single-origin", "denied"}

    def test_who_was_not_sent_is_denied_to_be_there(self) -> None:
        """A denial of having sent them speaks against their being there."""
        no = told("b", type="movement", role="to", origin="Ruritania", polarity="negative")
        assert only(told("a", count=exactly(300)), no).grade == "contested"

    def test_another_who_did_not_send_them_denies_nothing(self) -> None:
        """ "Ruritania sent none" is no word on whom Freedonia sent."""
        sent = {"type": "movement", "role": "to", "force": ("Syrian fighters", "SY"), "place": TOWN}
        no = told("b", **{**sent, "by": "ruritania", "polarity": "negative", "origin": "Wire"})
        assert {f.grade for f in weigh(told("a", **sent, by="freedonia"), no)} == {"single-origin", "denied"}

    @pytest.mark.parametrize(("text", "trigger", "cue"), [
        ("The panel found no credible evidence that they are there.", "are", None),
        ("There is no sign of men being there.", "being", None),
        ("The army denied that they are there.", "are", "denied"),
    ])  # fmt: skip
    def test_no_evidence_and_denied_are_denials(self, text: str, trigger: str, cue: str | None) -> None:
        """What a source denied or found no evidence of speaks against it, though the claim itself is positive."""
        assert only(told("a", text=text, trigger=trigger, cue=cue)).grade == "denied"

    def test_a_demand_that_something_stop_is_no_denial(self) -> None:
        """ "Stop sending them" is a demand, and no word that nobody was sent."""
        finding = only(told("a", type="movement", role="to", polarity="negative", modality="called-for"))
        assert (finding.grade, finding.measure, len(finding.claims)) == ("single-origin", "ceiling", 1)


class TestContradictions:
    """Numbers that do not go together, or only seem not to."""

    def kinds(self, **other: object) -> set[tuple[str, bool]]:
        """Weigh 300 against 2,000 by another origin that differs in something."""
        second = told("b", **{"count": exactly(2000), "origin": "UN Mission", **other})
        return {
            (one.kind, one.resolved) for f in weigh(told("a", count=exactly(300)), second) for one in f.contradictions
        }

    def test_two_origins_on_one_matter_contradict_each_other(self) -> None:
        """300 and 2,000 of one force at one place in one month cannot both be right."""
        finding = only(told("a", count=exactly(300)), told("b", count=exactly(2000), origin="UN Mission"))
        assert [(one.kind, one.resolved) for one in finding.contradictions] == [("direct", False)]
        assert (finding.grade, finding.min, finding.max) == ("contested", 300, 2000)

    @pytest.mark.parametrize(("other", "kinds"), [
        ({"place": TOWN}, {("scope", True)}),
        ({"type": "clash", "by": "company"}, {("scope", True)}),
        ({"day": "2020-07-01"}, {("date", True)}),
        ({"day": "2020-06-02"}, {("direct", False)}),
        ({"count": Quantity(None, 200)}, {("measure", True)}),
        ({"type": "movement", "role": "to", "text": "It sent 2,000.", "trigger": "sent"}, {("measure", True)}),
        ({"day": "2020-09-01"}, set()), ({"force": "east-army"}, set()), ({"place": ABROAD}, set()),
        ({"origin": "War Watch"}, set()), ({"origin": None}, set()), ({"count": Quantity(200, 400)}, set()),
        ({"count": Quantity(320, 320, True)}, set()), ({"place": TOWN, "day": "2020-07-01"}, set()),
    ], ids=str)  # fmt: skip
    def test_what_differs_is_the_reason(self, other: dict[str, object], kinds: set[tuple[str, bool]]) -> None:
        """Another place, day or kind of number resolves it; two differences, one origin or figures that fit are none."""
        assert self.kinds(**other) == kinds

    def test_a_nationality_beside_an_aggregate_is_a_matter_of_identity(self) -> None:
        """ "7,000 Syrian fighters" and 2,000 of those whom one state sent may not be the same."""
        loose = told("a", force=("Syrian fighters", "SY"), count=exactly(7000))
        firm = told("b", force="sent-fighters", count=exactly(2000), origin="UN Mission")
        assert {one.kind for finding in weigh(loose, firm) for one in finding.contradictions} == {"identity"}

    def test_two_flows_of_a_month_can_both_be_right(self) -> None:
        """300 and 2,000 who came in May are two movements, unless both name one day."""
        flow = {"type": "movement", "role": "to", "text": "They sent men.", "trigger": "sent"}
        day = DayInterval("2020-05-03", "2020-05-03")
        for time, kind in ((None, "date"), (day, "direct")):
            pair = (
                told("a", **flow, count=exactly(300), time=time),
                told("b", **flow, count=exactly(2000), origin="UN Mission", time=time),
            )
            assert [one.kind for one in only(*pair).contradictions] == [kind]


class TestGrades:
    """Admissions, and the refusal of what was not given."""

    @pytest.mark.parametrize(("said", "grade"), [
        ({"origin": "Ruritania", "type": "movement", "role": "to"}, "admitted"),
        ({"origin": "Freedonia", "force": ("soldiers", ""), "by": "freedonia"}, "admitted"),
        ({"origin": "East Army", "force": "east-army", "type": "toll"}, "admitted"),
        ({"origin": "East Army", "force": "east-army"}, "single-origin"),
        ({"origin": "Ruritania", "type": "withdrawal", "role": "from"}, "single-origin"),
        ({"origin": "Ruritania", "modality": "planned"}, "single-origin"),
        ({"origin": "Freedonia"}, "single-origin"),
    ], ids=str)  # fmt: skip
    def test_only_what_is_against_its_interest_is_an_admission(self, said: dict[str, object], grade: str) -> None:
        """A party or its sponsor admits its men abroad and its dead; to be at home, to leave and to plan are no admissions."""
        assert only(told("a", **said)).grade == grade

    def test_a_contested_admission_is_contested(self) -> None:
        """A denial by another goes before an admission, and both are among the reasons."""
        finding = only(told("a", origin="Ruritania"), told("b", origin="Ali Saad", polarity="negative"))
        assert finding.grade == "contested"
        assert any("denied by Ali Saad" in why for why in finding.why) and any(
            "of itself" in why for why in finding.why
        )

    def test_what_is_missing_is_named(self) -> None:
        """A claim without its report or chain, or without the chain of its origin, is refused by name."""
        one, copy = told("a"), told("b", copies=told("c"))
        with pytest.raises(ValueError, match="chain of claim"):
            weigh_claims([one.report], [one.linked], [], packs())
        with pytest.raises(ValueError, match="report a"):
            weigh_claims([], [one.linked], [one.chain], packs())
        with pytest.raises(ValueError, match="chain of claim"):
            weigh_claims([copy.report], [copy.linked], [copy.chain], packs())


def test_places_of_one_country_are_matters_apart() -> None:
    """The whole country and each town are matters of their own, and each has the name of its place."""
    found = weigh(*(told(place[1], place=place, count=exactly(300)) for place in (COUNTRY, TOWN, OTHER_TOWN)))
    assert sorted(finding.place.name for finding in found if finding.place) == ["Benghazi", "Libya", "Sirte"]


def test_the_united_nations_and_their_envoy_are_one_origin() -> None:
    """Where one report names an envoy and another "the UN", or a body of it, nobody else is known to have counted."""
    un = (
        Actor("united-nations", "United Nations", "international-body", ("UN",)),
        Actor("envoy", "Ann Envoy", "person", sponsors=(Sponsor("unsmil", "UNSMIL"),)),
        Actor("unsmil", "UNSMIL", "international-body"),
    )
    (pack,) = packs().packs
    known = Packs((replace(pack, actors=(*pack.actors, *un)),))

    def origins(*names: str) -> int:
        tellings = [told(name, origin=name, count=exactly(300)) for name in names]
        (finding,) = weigh_all(tellings, known)
        return len(finding.origins)

    assert origins("Ann Envoy", "United Nations", "UNSMIL") == 1
    assert origins("Ann Envoy", "War Watch") == 2


def test_a_bodys_own_page_is_its_own_word() -> None:
    """What a monitor states on its own page, and who copies it, is of that origin; what an outlet states is of none."""
    first = told("a", origin=None, kind="outlet", count=exactly(300))
    first = replace(first, report=replace(first.report, outlet="War Watch"))
    copy = told("b", origin=None, kind="outlet", count=exactly(300), copies=first)
    (origin,) = only(first, copy).origins
    assert (origin.name, origin.interest, origin.reason, len(origin.claims)) == ("War Watch", "monitor", None, 2)
    (origin,) = only(told("a", origin=None, kind="outlet", count=exactly(300))).origins
    assert origin.name is None


def test_an_origin_bears_the_fullest_of_its_names() -> None:
    """Of "UN experts" and "UN Panel of Experts", which are one, the fuller names the origin."""
    (origin,) = only(
        told("a", origin="UN experts", count=exactly(300)),
        told("b", origin="UN Panel of Experts", count=exactly(300), day="2020-05-09"),
    ).origins
    assert origin.name == "UN Panel of Experts"
