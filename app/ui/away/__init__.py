"""Notices that the person went away: the computer sleeps, or its screen is locked. One file for each system."""
