"""Maps: pins of the ledger as GeoJSON, on a base layer that travels with the program."""
