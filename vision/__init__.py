"""Turns the pixels of a photo into findings, and writes covered copies; knows no people, no database, no network."""
