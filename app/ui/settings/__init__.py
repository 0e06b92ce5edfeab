"""The sections of the settings, one a file."""
