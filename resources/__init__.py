"""Pictures, texts and default rules that travel with the program."""
