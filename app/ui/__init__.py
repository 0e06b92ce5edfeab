"""The window: the only part of the program that shows things on a screen."""
