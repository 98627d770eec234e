"""Opinion: op-eds and reports that readers send in, from the form to the page; kept out of the claims."""
