"""Actions: one act a file, each with its permission, its deed and its audit line."""
