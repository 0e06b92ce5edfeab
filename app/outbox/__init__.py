"""Copies on their way: written down before they leave, settled by looking, opened where the school decided."""
