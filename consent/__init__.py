"""Knows people, permissions, rules, accounts and the log; knows no pixels and no window."""
