"""The steps of the path of one photo; `path` is their table of contents, and no step calls another."""
