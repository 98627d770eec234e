"""The process that serves pages."""

import gc
import sys

from musterroll.desk import serving


def test_what_stays_is_passed_over_by_the_collector() -> None:
    """Once the desk stands, the collector of cycles does not walk what is there for good, and looks less often."""
    before = gc.get_threshold()
    try:
        serving.settle()
        assert gc.get_freeze_count() > 10_000
        assert gc.get_threshold() == serving.SELDOM
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
        sys.setswitchinterval(0.005)


def test_cycles_made_later_are_still_collected() -> None:
    """What pages leave behind in circles is let go of."""
    before = gc.get_threshold()
    try:
        serving.settle()
        circle: list[object] = []
        circle.append(circle)
        del circle
        assert gc.collect() >= 1
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
