"""The parts of the People page: the register as a table, one person, recording answers, pictures, the roll."""
