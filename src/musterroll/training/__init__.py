"""Training: the reader's model from its corpora, its scores and its card; never needed to read at run time."""
