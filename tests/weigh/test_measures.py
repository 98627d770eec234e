"""What kind of number a sentence states."""

import pytest

from musterroll.records import DayInterval, Quantity
from musterroll.weigh.measures import measure_of
from tests.weigh.invented import exactly, told

NEWS = "2021-03-10"
# type | trigger | sentence | measure
SENTENCES = """
movement | sent | Freedonia has sent 18,000 fighters to Libya so far, the monitor said. | total
movement | sent | Freedonia has sent 18,000 fighters to Libya, the monitor said. | total
movement | sent | Freedonia has now sent 18,000 fighters. | total
movement | sent | To date 7,400 recruits were sent across the sea. | total
movement | sent | Since 2019 the state sent 15,000 men to the front. | total
movement | sent | Since late 2019 nearly 17,000 were sent there. | total
movement | sent | Nearly 17,300 have been sent by Freedonia since the recruitment began. | total
movement | sent | The number of fighters sent to Libya has risen to 17,300. | total
movement | sent | The number of recruits sent there has now reached 9,000. | total
movement | sent | That raises the number of men sent to Libya to about 17,300. | total
movement | sent | The new batch brings the total sent to 16,500. | total
movement | sent | The monitor puts the total of fighters sent to Libya at 16,500. | total
movement | sent | Its tally has climbed to 17,000 men sent. | total
movement | sent | In total 4,000 men were sent. | total
movement | sent | Altogether, 2,500 were sent to the coast. | total
movement | flown | Overall 6,000 were flown to the base. | total
movement | sent | Since the start of the war 12,000 were sent. | total
movement | sent | Since the beginning of the intervention 9,500 men were sent. | total
movement | deployed | The company has already deployed 1,900 men to the oil fields. | total
movement | sent | Freedonia sent 3,500 fighters to Libya. | flow
movement | sent | Freedonia sent between 3,500 and 3,800 fighters in the first three months of the year. | flow
movement | sent | Freedonia has sent another 300 fighters to Libya. | flow
movement | sent | Freedonia has sent a new batch of 300 fighters. | flow
movement | sent | Freedonia has sent 300 fighters in the past week. | flow
movement | sent | Freedonia has sent 120 fighters this week. | flow
movement | arrived | About 300 fighters arrived in Libya within 48 hours. | flow
movement | arrived | Some 300 fighters have arrived at the base. | flow
movement | landed | 300 more fighters landed at dawn. | flow
movement | flown | A plane flew in with 90 men, flown from Damascus. | flow
movement | crossed | Two hundred men crossed the border on Monday. | flow
movement | sent | More than 5,000 fighters sent by Freedonia were in Libya in spring. | stock
movement | sent | About 7,000 fighters sent by Freedonia are still in Libya. | stock
movement | sent | The 2,000 fighters sent by Freedonia remain. | stock
movement | sent | The 2,000 fighters were sent by train and are in good health. | flow
recruitment | recruited | The company recruited more than 900 men in May. | flow
recruitment | joined | Two thousand fighters have joined the eastern forces. | flow
recruitment | recruited | The company has recruited 3,000 men. | total
recruitment | recruited | Overall the company recruited 3,000 men. | total
recruitment | recruited | The number of men recruited in the north has risen to 1,800. | total
recruitment | enlisted | The officers have enlisted a further 200 men. | flow
withdrawal | left | Three hundred fighters have left eastern Libya. | flow
withdrawal | returned | Nearly 95 fighters returned from Libya. | flow
withdrawal | returned | Altogether 5,970 have returned at the end of their contracts. | total
withdrawal | returned | So far, 6,000 have returned home. | total
withdrawal | withdrawn | The army has withdrawn 1,200 men since October 2020. | total
withdrawal | flown out | Some 1,600 men were flown out of the town. | flow
toll | killed | Ten men were killed in an air strike. | flow
toll | killed | So far 481 fighters have been killed in Libya. | total
toll | killed | The number of fighters killed has risen to 481. | total
toll | deaths | The monitor has recorded 481 deaths since the war began. | total
toll | killed | Since 2020 the force lost 40 men killed. | total
toll | wounded | A total of 12 soldiers were wounded. | total
presence | are | About 7,000 fighters are still in Libya. | stock
presence | number | In December the mission put their number at 20,000. | stock
presence | are | The total of fighters who are there has risen to 7,000. | stock
presence | stationed | So far 200 soldiers are stationed at the base. | stock
support | fight for | Some 2,000 men fight for the eastern camp. | stock
support | trains | The state trains 400 men at the camp. | stock
pay | pays | Freedonia pays 3,500 fighters in Libya. | stock
clash | fighting | Between 3,500 and 3,800 men are fighting in Libya. | stock
clash | strike | Ten men were killed in the strike on the camp. | flow
supply | shipped | Arms for 300 men were shipped to the port. | flow
"""
ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in SENTENCES.strip().splitlines()]


@pytest.mark.parametrize(("type_", "trigger", "text", "measure"), ROWS, ids=[row[2][:50] for row in ROWS])
def test_the_words_of_a_sentence_say_what_its_number_counts(type_: str, trigger: str, text: str, measure: str) -> None:
    """ "Has sent 18,000" is all that were ever sent, "sent 300 this week" a flow, "are in Libya" a stock."""
    one = told("r", type=type_, trigger=trigger, text=text, count=exactly(500), day=NEWS)
    assert measure_of(one.linked, one.report) == measure


def test_the_table_of_sentences_is_long_enough() -> None:
    """Every kind of number has its sentences."""
    assert len(ROWS) >= 60
    assert {row[3] for row in ROWS} == {"stock", "flow", "total"}


@pytest.mark.parametrize("type_", ["presence", "movement", "recruitment", "withdrawal", "toll", "clash"])
def test_an_upper_bound_alone_is_a_ceiling(type_: str) -> None:
    """ "As many as 1,200" and "up to 1,200" are never a count, whatever is counted."""
    one = told("r", type=type_, text="Up to 1,200 are there so far.", count=Quantity(None, 1200))
    assert measure_of(one.linked, one.report) == "ceiling"


@pytest.mark.parametrize("cap", ["at most", "at the most", "at a maximum", "as a maximum"])
def test_a_range_said_to_be_the_most_is_a_ceiling(cap: str) -> None:
    """“Between 800 and 1,200 at most” bounds what there may be; the same range without the cap is a stock."""
    there = "Between 800 and 1,200 men {}are in Libya."
    capped = told("a", text=there.format(cap + " "), count=Quantity(800, 1200))
    plain = told("b", text=there.format(""), count=Quantity(800, 1200))
    one = told("c", text="At most of the bases 800 men are there.", count=exactly(800))
    assert [measure_of(each.linked, each.report) for each in (capped, plain, one)] == ["ceiling", "stock", "stock"]


@pytest.mark.parametrize("modality", ["planned", "possible", "called-for", "required"])
def test_what_has_not_happened_is_a_ceiling(modality: str) -> None:
    """A plan, a possibility, a demand and a duty are apart from what is told as done, with a number and without."""
    for count in (exactly(300), None):
        one = told("r", type="withdrawal", text="They will withdraw 300.", count=count, modality=modality)
        assert measure_of(one.linked, one.report) == "ceiling"


def test_without_a_figure_there_is_no_measure() -> None:
    """ "Many fighters" and no number at all are no kind of number."""
    assert [measure_of(one.linked, one.report) for one in (told("r"), told("s", count=Quantity(None, None)))] == [
        "none",
        "none",
    ]


def test_the_word_of_an_editor_goes_first() -> None:
    """An editor's measure holds against what the sentence seems to say."""
    one = told("r", type="movement", text="They sent 300.", trigger="sent", count=exactly(300), measure="total")
    assert measure_of(one.linked, one.report) == "total"


def test_a_dated_sum_is_a_flow_of_its_days() -> None:
    """ "A total of 90 men arrived on 3 March" is no total ever."""
    days = DayInterval("2021-03-03", "2021-03-03")
    one = told(
        "r",
        type="movement",
        text="A total of 90 men arrived on 3 March.",
        trigger="arrived",
        count=exactly(90),
        time=days,
    )
    assert measure_of(one.linked, one.report) == "flow"
