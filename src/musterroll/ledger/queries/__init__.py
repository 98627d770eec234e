"""What can be asked of the ledger. Every list is sorted by a key and the id, and goes on after a cursor."""
