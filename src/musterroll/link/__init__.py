"""Link: claims in, the same claims with actors, places and days out, or why not.

Takes a Report, its Claims and Packs; gives LinkedClaims; never invents a pin.
"""

from musterroll.link.linking import link_claims

__all__ = ["link_claims"]
