"""Where finished copies go: folders and, later, remote places, all through one door."""
