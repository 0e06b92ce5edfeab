"""The school's uniform in a photo: its crest, its colours and its written name."""
