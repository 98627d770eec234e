"""Reading: the public pages, each a view of the ledger at an address that says all of its state."""
