"""Charts: records in, SVG out, each with the table it was drawn from."""
