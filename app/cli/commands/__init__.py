"""One file for each group of commands; each takes what was typed and gives the exit status."""
