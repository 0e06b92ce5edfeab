"""The command line: the second door to the same steps as the window."""
