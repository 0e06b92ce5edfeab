"""The parts from which pages are put together, one in each file."""
