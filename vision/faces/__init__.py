"""Finding faces, describing them in numbers, and comparing them with reference pictures."""
