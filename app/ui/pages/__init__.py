"""One page for each stretch of the path."""
