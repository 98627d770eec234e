"""Reference: typed look-ups over data files; never guesses.

Takes the tables in `data/`; gives `agencies`, `outlets`, `standing_phrases` and `abbreviations`, each read once.
"""

from musterroll.reference.abbreviations import abbreviations
from musterroll.reference.agencies import Agency, agencies, agency_named
from musterroll.reference.armed_words import ArmedWord, armed_words
from musterroll.reference.countries import Country, countries, countries_of, country_named, country_of
from musterroll.reference.gazetteer import Gazetteer, Place, gazetteer
from musterroll.reference.outlets import Outlet, outlet_at, outlets
from musterroll.reference.standing import StandingPhrase, standing_phrases

__all__ = [
    "Agency",
    "ArmedWord",
    "Country",
    "Gazetteer",
    "Outlet",
    "Place",
    "StandingPhrase",
    "abbreviations",
    "agencies",
    "agency_named",
    "armed_words",
    "countries",
    "countries_of",
    "country_named",
    "country_of",
    "gazetteer",
    "outlet_at",
    "outlets",
    "standing_phrases",
]
