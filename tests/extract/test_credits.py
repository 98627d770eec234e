"""Bylines, agency credits, datelines, captions and standing text."""

import pytest

from musterroll.extract.captions import split_caption
from musterroll.extract.datelines import read_dateline
from musterroll.extract.names import agency_credit, read_byline
from musterroll.extract.standing import standing_kind


@pytest.mark.parametrize(
    ("line", "persons", "agencies"),
    [
        ("By Amira Haddou", ("Amira Haddou",), ()),
        ("by Amira Haddou and Jon Vestergaard, AFP", ("Amira Haddou", "Jon Vestergaard"), ("AFP",)),
        ("Amira Haddou, Jon Vestergaard & Lena Marsh", ("Amira Haddou", "Jon Vestergaard", "Lena Marsh"), ()),
        ("By Anadolu Agency", (), ("Anadolu Agency",)),
        ("The Associated Press", (), ("AP",)),
        ("Agence France-Presse", (), ("AFP",)),
        ("Reuters in Tripoli", (), ("Reuters",)),
        ("Amira Haddou in Beirut and agencies", ("Amira Haddou",), ()),
        ("AMIRA HADDOU", ("Amira Haddou",), ()),
        ("Par Élodie Marchand (AFP)", ("Élodie Marchand",), ("AFP",)),
        ("Khalid al-Omari", ("Khalid al-Omari",), ()),
        ("Ludwig van der Berg", ("Ludwig van der Berg",), ()),
        ("J. R. Holt", ("J. R. Holt",), ()),
        ("Staff Writer", (), ()),
        ("The Harbour Courier", (), ()),
        ("admin", (), ()),
        ("Newsroom", (), ()),
        ("https://www.facebook.com/someone", (), ()),
        ("someone@harbour.example", (), ()),
        ("By Amira Haddou | 9 June 2021", ("Amira Haddou",), ()),
        ("(Reporting by Amira Haddou; Editing by Lena Marsh)", ("Amira Haddou",), ()),
        ("", (), ()),
    ],
)
def test_a_byline_names_persons_and_agencies_apart(
    line: str, persons: tuple[str, ...], agencies: tuple[str, ...]
) -> None:
    """Persons are split and agencies known by name; desks, outlets and addresses are nobody."""
    assert read_byline([line], "The Harbour Courier") == (persons, agencies)


@pytest.mark.parametrize(
    ("block", "agency"),
    [
        ("AFP", "AFP"),
        ("(Reuters)", "Reuters"),
        ("By Anadolu Agency", "Anadolu Agency"),
        ("© 2021 AFP", "AFP"),
        ("Source: AP", "AP"),
        ("Agencies: Xinhua", "Xinhua"),
        ("The AFP reported it on Monday, it said.", None),
        ("Reuters said so", None),
        ("", None),
    ],
)
def test_a_block_may_be_nothing_but_an_agency_credit(block: str, agency: str | None) -> None:
    """A credit line names its agency; a sentence about an agency is none."""
    assert agency_credit(block) == agency


@pytest.mark.parametrize(
    ("paragraph", "place", "agency"),
    [
        ("TRIPOLI, June 9 (Reuters) - The garrison left.", "TRIPOLI, June 9", "Reuters"),
        ("TRIPOLI, Libya (AP) — The garrison left.", "TRIPOLI, Libya", "AP"),
        ("ANKARA (AA) – The garrison left.", "ANKARA", "Anadolu Agency"),
        ("(Reuters) - The garrison left.", None, "Reuters"),
        ("BEIRUT — The garrison left.", "BEIRUT", None),
        ("ST. JOSEPH, Mich. (AP) — The garrison left.", "ST. JOSEPH, Mich.", "AP"),
        ("Deir ez-Zor, 9 June 2021 (SANA) - The garrison left.", "Deir ez-Zor, 9 June 2021", "SANA"),
        ("TRIPOLI/ANKARA (Reuters) - The garrison left.", "TRIPOLI/ANKARA", "Reuters"),
        ("QASR TAMIRA, Western Province, 9 June 2021 — It left.", "QASR TAMIRA, Western Province, 9 June 2021", None),
        ("MOSCOW, June 9. /TASS/. The garrison left.", "MOSCOW, June 9", "TASS"),
        ("The command - which is new - left.", None, None),
        ("Tripoli (the capital) - not the province - fell.", None, None),
        ("NATO - the alliance - said so.", None, None),
        ("U.S. officials said - on Monday - they left.", None, None),
    ],
)
def test_a_dateline_tells_place_and_wire(paragraph: str, place: str | None, agency: str | None) -> None:
    """Place and day words and the agency are read off the head of a paragraph, and nothing off a mere sentence."""
    assert tuple(read_dateline(paragraph) or (None, None)) == (place, agency)


@pytest.mark.parametrize(
    ("text", "caption", "credits"),
    [
        ("Lorries wait. [Photo: Internet]", "Lorries wait.", ("Photo: Internet",)),
        ("Lorries wait. Photograph: Rania Toum/Reuters", "Lorries wait.", ("Photograph: Rania Toum/Reuters",)),
        ("Lorries wait. Photograph: R. Toum/Reuters", "Lorries wait.", ("Photograph: R. Toum/Reuters",)),
        ("Lorries wait (AFP)", "Lorries wait", ("AFP",)),
        ("Lorries wait. (Rania Toum/AP)", "Lorries wait.", ("Rania Toum/AP",)),
        ("Lorries wait. Rania Toum / Getty Images", "Lorries wait.", ("Rania Toum / Getty Images",)),
        ("Lorries wait. © Rania Toum, AFP", "Lorries wait.", ("© Rania Toum, AFP",)),
        ("Lorries wait. Photo by Rania Toum", "Lorries wait.", ("Photo by Rania Toum",)),
        ("Lorries wait | Reuters", "Lorries wait", ("Reuters",)),
        ("Lorries wait. Image credit: Army handout", "Lorries wait.", ("Image credit: Army handout",)),
        ("Getty Images", "", ("Getty Images",)),
        ("Photo: AFP", "", ("Photo: AFP",)),
        (
            "Lorries wait outside the barracks (left) on Monday.",
            "Lorries wait outside the barracks (left) on Monday.",
            (),
        ),
        ("Fighters of the opposition (SNA/FSA)", "Fighters of the opposition (SNA/FSA)", ()),
        ("Since that day (9/11)", "Since that day (9/11)", ()),
        ("Lorries wait. (File/AFP)", "Lorries wait.", ("File/AFP",)),
        ("Lorries wait. (AP Photo/Rania Toum)", "Lorries wait.", ("AP Photo/Rania Toum",)),
        ("Soldiers of the brigade (SNA)", "Soldiers of the brigade (SNA)", ()),
        ("A map of the north", "A map of the north", ()),
        ("Image caption Lorries wait.", "Lorries wait.", ()),
    ],
)
def test_a_caption_and_its_credit_come_apart(text: str, caption: str, credits: tuple[str, ...]) -> None:
    """What names the photographer, agency or library goes; what tells of the picture stays."""
    assert split_caption(text) == (caption, credits)


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        ("You might also like", "related"),
        ("READ MORE:", "related"),
        ("Read more: Council puts off its vote", "related"),
        ("Sign up for our newsletter", "newsletter"),
        ("Submit a Correction", "correction"),
        ("The views expressed in Op-Ed pieces are those of the author.", "disclaimer"),
        ("This article does not necessarily reflect the views of the paper.", "disclaimer"),
        ("Already a subscriber? Log in", "subscription"),
        ("© 2021 The Harbour Courier", "copyright"),
        ("ADVERTISEMENT", "advertising"),
        ("Share this article", "sharing"),
        ("The garrison received two convoys of fuel.", None),
        ("Related units had left the town by then, the command said.", None),
        ("Subscribers of the brigade's radio heard it first.", None),
        ("Home to 3,000 people, the town fell.", None),
        ("Printing presses stood still.", None),
    ],
)
def test_standing_text_is_known_by_its_phrases(block: str, kind: str | None) -> None:
    """Furniture is recognised; sentences that begin with the same words are not."""
    assert standing_kind(block) == kind
