"""The one place where every model file and every threshold of the finders stands, with where its number comes from.

One file for each thing that is looked for. A threshold states its source, its date and its measured error;
figures with the commands that gave them stand in `resources/decisions/accuracy.md`.
"""
