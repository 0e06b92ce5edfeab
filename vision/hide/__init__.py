"""Lays covers over what may not be seen, and writes clean copies."""
